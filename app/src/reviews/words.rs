//! Words of reviews.

use crate::words::Text;

pub const TITLE: Text = Text::new("复盘", "Reviews");
pub const REVIEW: Text = Text::new("复盘", "Review");
pub const OPEN: Text = Text::new("待复盘", "Open");
pub const ALL: Text = Text::new("全部", "All");
pub const SEE_ALL: Text = Text::new("看全部复盘", "See all reviews");
pub const NONE: Text = Text::new(
    "没有待复盘的事件。事件结案后会自动开启复盘。",
    "No review is open. Closing an event opens one.",
);
pub const EVENT: Text = Text::new("事件", "Event");
pub const CENTRE: Text = Text::new("责任中心", "Centre");
pub const CLOSED_AT: Text = Text::new("结案时间", "Closed");
pub const STATE: Text = Text::new("状态", "State");
pub const IMPROVEMENTS: Text = Text::new("改进项", "Improvements");
pub const IMPROVEMENT_COUNTS: Text = Text::new("{done}/{all} 完成", "{done}/{all} made");
pub const LATE_COUNT: Text = Text::new("逾期 {n}", "{n} late");

pub const STAGES: Text = Text::new("各阶段用时", "Time of each stage");
pub const TO_ORDER: Text = Text::new("上报 → 下令", "Reported → ordered");
pub const TO_ACCEPTED: Text = Text::new("下令 → 全部签收", "Ordered → all signed");
pub const TO_DONE: Text = Text::new("下令 → 全部办结", "Ordered → all done");
pub const TO_CLOSED: Text = Text::new("上报 → 结案", "Reported → closed");
pub const MINUTES: Text = Text::new("分钟", "min");

pub const DEVIATIONS: Text = Text::new("预案与实际", "Plan against actual");
pub const DEVIATIONS_HINT: Text =
    Text::new("条长为用时,竖线为预案时限", "Bar: time taken; line: time the plan gave");
pub const STEP: Text = Text::new("步骤 · 承办", "Step · unit");
pub const PLANNED: Text = Text::new("预案", "Plan");
pub const ACTUAL: Text = Text::new("实际", "Actual");
pub const DIFFERENCE: Text = Text::new("偏差", "Difference");
pub const NOT_DONE: Text = Text::new("未办结", "not done");
pub const OVER: Text = Text::new("超 {n} 分钟", "{n} min over");
pub const UNDER: Text = Text::new("提前 {n} 分钟", "{n} min early");
pub const ON_TIME: Text = Text::new("如期", "on time");
pub const NO_STEPS: Text =
    Text::new("此事件没有下达过指令,无步骤可比。", "No order was issued, so there is nothing to compare.");

pub const FINDINGS: Text = Text::new("复盘结论", "Findings");
pub const FINDINGS_HINT: Text =
    Text::new("哪些做得好、哪些慢了、为什么", "What went well, what was slow, and why");
pub const CONCLUDE: Text = Text::new("完成复盘", "Conclude the review");
pub const NO_FINDINGS: Text = Text::new("尚无结论。", "No findings yet.");

pub const NO_IMPROVEMENTS: Text = Text::new("还没有改进项。", "No improvement promised yet.");
pub const ADD: Text = Text::new("新增改进项", "Promise an improvement");
pub const WHAT: Text = Text::new("要改什么", "What must change");
pub const OWNER: Text = Text::new("责任中心", "Owning centre");
pub const OWNER_NAME: Text = Text::new("责任人", "Responsible");
pub const DUE_ON: Text = Text::new("完成日期", "By");
pub const MARK_DONE: Text = Text::new("标为完成", "Mark as made");
pub const DONE: Text = Text::new("已完成", "Made");
pub const LATE: Text = Text::new("逾期", "Late");
pub const RUNNING: Text = Text::new("进行中", "Running");
pub const TIMELINE: Text = Text::new("时间线", "Timeline");
pub const FROM_AUDIT: Text = Text::new("来自审计日志", "from the audit log");
