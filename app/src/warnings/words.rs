//! Words of warnings.

use crate::words::Text;

pub const TITLE: Text = Text::new("预警", "Warnings");
pub const HINT: Text = Text::new("最严重的在前", "Worst first");
pub const LEVEL: Text = Text::new("等级", "Level");
pub const WARNING: Text = Text::new("预警", "Warning");
pub const VALUE: Text = Text::new("监测值", "Value");
pub const THRESHOLD: Text = Text::new("阈值", "Threshold");
pub const CENTRE: Text = Text::new("所属中心", "Centre");
pub const RAISED: Text = Text::new("发生", "Raised");
pub const STATE: Text = Text::new("状态", "State");
pub const HANDLING: Text = Text::new("处置", "Handling");
pub const OPEN: Text = Text::new("未解除", "Still open");
pub const ORDERED: Text = Text::new("已下令", "Ordered");
pub const NOT_ORDERED: Text = Text::new("未下令", "No order yet");
pub const EVENT: Text = Text::new("事件", "Event");
pub const TO_EVENT: Text = Text::new("查看事件", "Open the event");
pub const NO_EVENT: Text = Text::new("未立案", "No event");
pub const SINCE: Text = Text::new("自", "since");
pub const SEE_ALL: Text = Text::new("清除筛选", "Clear the filters");
pub const NONE: Text = Text::new("此中心没有未解除的预警。", "No warning is open in this centre.");

pub const ACKNOWLEDGE: Text = Text::new("确认预警", "Acknowledge");
pub const CLEAR_AT: Text = Text::new("解除值", "Clears at");
pub const MEASURED: Text = Text::new("监测时间", "Measured");
pub const CLEARED: Text = Text::new("解除", "Cleared");
pub const RISK_POINT: Text = Text::new("风险点", "Risk point");
pub const FACTS: Text = Text::new("基本信息", "Facts");
pub const SERIES: Text = Text::new("监测曲线", "Measured series");
pub const NO_SERIES: Text = Text::new("这段时间没有监测数据。", "Nothing was measured in this time.");
pub const BANDS: Text = Text::new("分级阈值", "Thresholds by level");
pub const RAISE_AT: Text = Text::new("触发值", "Raises at");
pub const TIMELINE: Text = Text::new("时间线", "Timeline");
pub const FROM_AUDIT: Text = Text::new("来自审计日志", "From the audit log");
pub const DEFINITION: Text = Text::new(
    "设备最近一次上报的监测值;达到触发值并持续规定时间即预警,回到解除值以内并持续规定时间即解除",
    "The latest value the device sent; raised once it stays beyond the raise value for the rule's time, cleared once it stays back behind the clear value",
);
pub const AS_TABLE: Text = Text::new("以表格查看", "As a table");
