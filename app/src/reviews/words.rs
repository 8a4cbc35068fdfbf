//! Words of reviews.

use domain::reviews::{ChangeKind, FindingKind};

use crate::words::Text;

pub const TITLE: Text = Text::new("复盘", "Reviews");
pub const REVIEW: Text = Text::new("复盘", "Review");
pub const OPEN: Text = Text::new("待复盘", "Open");
pub const ALL: Text = Text::new("全部", "All");
pub const SEE_ALL: Text = Text::new("看全部复盘", "See all reviews");
pub const NONE: Text = Text::new(
    "没有待复盘的事件。符合规则的事件结案后自动开启复盘,其余可手动开启。",
    "No review is open. Closing an event opens one where a rule asks for it; others are opened by hand.",
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

pub const LESSONS: Text = Text::new("经验教训", "Lessons");
pub const LESSONS_HINT: Text =
    Text::new("哪些做得好、哪些慢了、为什么", "What went well, what was slow, and why");
pub const CONCLUDE: Text = Text::new("完成复盘", "Conclude the review");
pub const NO_LESSONS: Text = Text::new("尚无结论。", "Nothing concluded yet.");

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

pub const OPENED_BY: Text = Text::new("开启依据", "Opened by");
pub const BY_HAND: Text = Text::new("手动开启:{who}", "by hand: {who}");
pub const BEFORE_RULES: Text = Text::new("规则设立前", "before there were rules");
pub const SEARCH: Text = Text::new("搜索经验教训", "Search lessons");
pub const SEARCH_HINT: Text =
    Text::new("经验、问题、事件标题、编号、类别", "Lessons, findings, title, number, category");
pub const RULES: Text = Text::new("开启复盘的规则", "Rules that open reviews");
pub const IN_FORCE: Text = Text::new("生效", "in force");
pub const NOT_IN_FORCE: Text = Text::new("停用", "not in force");

pub const FOUND: Text = Text::new("发现的问题", "Findings");
pub const NOTHING_FOUND: Text = Text::new("还没有记录问题。", "Nothing was found yet.");
pub const ADD_FINDING: Text = Text::new("记一条问题", "Add a finding");
pub const KIND: Text = Text::new("环节", "About");
pub const WHAT_FOUND: Text = Text::new("发现了什么", "What was found");

pub const SENT_AS: Text =
    Text::new("已下达为指令 {number},进度 {percent}%", "sent as order {number}, {percent} %");
pub const CHANGES: Text = Text::new("改动什么(可不填)", "What it changes (optional)");
pub const CHANGES_NOTHING: Text = Text::new("不涉及", "Nothing of these");
pub const CHANGES_CODE: Text =
    Text::new("其编码(预案、体征或类别)", "Its code: of the plan, the vital sign or the category");
pub const BEFORE: Text = Text::new("改前:{before}", "before: {before}");
pub const CHANGED: Text = Text::new("改动", "changes");

pub const LIKE_CASES: Text = Text::new("同类事件的经验", "Lessons of like cases");
pub const LOSS: Text = Text::new("损失", "Loss");
pub const NOTE_LOSS: Text = Text::new("登记损失", "Note a loss");
pub const WHAT_LOSS: Text = Text::new("损失情况", "What was lost");
pub const OPEN_BY_HAND: Text = Text::new("开启复盘", "Open a review");

/// What a finding is about.
pub const fn finding_kind(kind: FindingKind) -> Text {
    match kind {
        FindingKind::Sensing => Text::new("感知", "Sensing"),
        FindingKind::Deciding => Text::new("决策", "Deciding"),
        FindingKind::Handling => Text::new("处置", "Handling"),
        FindingKind::Coordination => Text::new("协同", "Coordination"),
        FindingKind::Resources => Text::new("资源", "Resources"),
    }
}

/// What an improvement changes.
pub const fn change_kind(kind: ChangeKind) -> Text {
    match kind {
        ChangeKind::Plan => Text::new("预案", "plan"),
        ChangeKind::Indicator => Text::new("体征阈值", "thresholds"),
        ChangeKind::Responsibility => Text::new("分级分类条目", "responsibility row"),
    }
}
