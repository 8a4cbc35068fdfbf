//! Words of events.

use crate::words::Text;

pub const TITLE: Text = Text::new("事件", "Events");
pub const HINT: Text = Text::new("最新的在前", "Latest first");
pub const EVENT: Text = Text::new("事件", "Event");
pub const LEVEL: Text = Text::new("等级", "Level");
pub const STATE: Text = Text::new("状态", "State");
pub const CATEGORY: Text = Text::new("类别", "Category");
pub const CENTRE: Text = Text::new("责任中心", "Responsible centre");
pub const REPORTED: Text = Text::new("上报时间", "Reported");
pub const CLOCK: Text = Text::new("全案时限", "Whole case");
pub const WORSE_CLOCK: Text = Text::new("时限(步骤、全案取紧)", "Clock (the worse of step and case)");
pub const CALENDAR: Text = Text::new("工作日历", "Work calendar");
pub const LAMP: Text = Text::new("时限状态", "Clock");
pub const OPEN: Text = Text::new("未办结", "Still open");
pub const ALL_TOO: Text = Text::new("含已办结", "Closed ones too");
pub const SEARCH_HINT: Text = Text::new("编号、内容、类别、地点", "Number, words, category, place");
pub const FROM: Text = Text::new("上报自", "Reported from");
pub const TO: Text = Text::new("至", "to");
pub const CLOSED_AT: Text = Text::new("{at} 结案", "closed {at}");
pub const NONE: Text = Text::new("此中心没有未办结的事件。", "No event is open in this centre.");
pub const SEE_ALL: Text = Text::new("看全部事件", "See all events");
pub const CLEAR: Text = Text::new("清除筛选", "Clear the filters");

pub const NEW: Text = Text::new("上报事件", "Report an event");
pub const NEW_TITLE: Text = Text::new("标题", "Title");
pub const NEW_TITLE_HINT: Text =
    Text::new("在哪里、发生什么,不超过 80 字", "Where and what, at most 80 characters");
pub const NEW_DESCRIPTION: Text = Text::new("情况描述(选填)", "Description (optional)");
pub const NEW_DESCRIPTION_HINT: Text =
    Text::new("现场情况、影响范围、已采取的措施", "What you see, whom it affects, what was done already");
pub const NEW_CENTRE: Text = Text::new("发生地(治理中心)", "Where (centre)");
pub const NEW_CATEGORY: Text = Text::new("类别(分级分类库)", "Category (responsibility list)");
pub const CHOOSE: Text = Text::new("请选择", "Choose");
pub const SUBMIT: Text = Text::new("上报", "Report");
pub const NEW_HINT: Text = Text::new(
    "上报后按分级分类库自动确定责任层级与时限,并立即计时。",
    "The responsibility list decides at once which tier takes it and by when; the clock starts now.",
);

pub const STEPS: Text = Text::new("办理步骤 · GB/T 30428", "Steps · GB/T 30428");
pub const FACTS: Text = Text::new("基本信息", "Facts");
pub const NUMBER: Text = Text::new("编号", "Number");
pub const SOURCE: Text = Text::new("来源", "Source");
pub const PLACE: Text = Text::new("位置", "Place");
pub const RISK_POINT: Text = Text::new("风险点", "Risk point");
pub const RESPONSIBLE: Text = Text::new("责任(分级分类库)", "Responsibility (list)");
pub const DESCRIPTION: Text = Text::new("情况描述", "Description");
pub const NO_DESCRIPTION: Text = Text::new("上报时没有填写描述。", "Nothing was written.");
pub const STEP_CLOCK: Text = Text::new("本步骤时限", "This step");
pub const CLOCK_HINT: Text = Text::new(
    "类别规定按工作时的,只计工作时;用去 80 % 转黄,超过 100 % 转红;挂起期间停表。",
    "In working time where the category says so; amber from 80 %, red past 100 %; stopped while suspended.",
);
pub const STOPPED: Text = Text::new("已停表", "stopped");
pub const DUE: Text = Text::new("到期", "due");

pub const WARNINGS: Text = Text::new("背后的预警", "Warnings behind it");
pub const PLANS: Text = Text::new("可用预案", "Plans that fit");
pub const ONE_CLICK: Text = Text::new("一键下令:{plan} · {n} 项", "One click: {plan} · {n} tasks");
pub const NO_PLANS: Text = Text::new("没有适用的预案。", "No plan fits.");
pub const ORDERS: Text = Text::new("已下达指令", "Orders issued on it");
pub const NO_ORDERS: Text = Text::new("还没有下达指令。", "No order was issued yet.");
pub const NEXT_DUE: Text = Text::new("最近时限", "Next due");
pub const RECALLED: Text = Text::new("已撤回", "Recalled");
pub const TIMELINE: Text = Text::new("时间线", "Timeline");
pub const FROM_AUDIT: Text = Text::new("来自审计日志", "From the audit log");
pub const REVIEW: Text = Text::new("查看复盘", "Open the review");
pub const REASON: Text = Text::new("{step}的原因", "Why: {step}");
pub const CONFIRM: Text = Text::new("确定{step}", "{step}");
