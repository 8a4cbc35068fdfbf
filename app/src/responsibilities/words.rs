//! Words of the responsibility list.

use domain::clocks::Step;
use domain::responsibilities::{VersionMove, VersionState};

use crate::words::Text;

pub const TITLE: Text = Text::new("分级分类库", "Responsibility list");
pub const HINT: Text = Text::new(
    "哪类事件、由哪一级、在多长时间内办;已立案的按立案时的版本执行",
    "Which tier must take what, in what time; a case keeps the version it was opened under",
);
pub const SEARCH_HINT: Text = Text::new("类别、岗位", "category, post");
pub const CLASS: Text = Text::new("大类", "Class");
pub const CATEGORY: Text = Text::new("类别", "Category");
pub const TIER: Text = Text::new("承办层级", "Tier");
pub const POST: Text = Text::new("岗位", "Post");
pub const POST_EN: Text = Text::new("岗位(英文)", "Post (English)");
pub const LANE: Text = Text::new("跑道", "Lane");
pub const NO_LANE: Text = Text::new("不属任何跑道", "No lane");
pub const LIMITS: Text = Text::new("各步时限", "Limits");
pub const WORKING: Text = Text::new("只计工作时间", "Office hours only");
pub const AROUND: Text = Text::new("全天候计时", "Day and night");
pub const SINCE: Text = Text::new("生效", "In force since");
pub const VERSION: Text = Text::new("第 {n} 版", "Version {n}");
pub const WAITING: Text = Text::new("{n} 项待生效", "{n} to come");
pub const MORE: Text =
    Text::new("只显示前 200 条,请缩小范围。", "Only the first 200 are shown; narrow the list.");
pub const NONE: Text = Text::new("没有符合条件的类别。", "No category fits.");
pub const IN_FORCE: Text = Text::new("现行", "In force");
pub const HISTORY: Text = Text::new("各版本", "Versions");
pub const PROPOSED_BY: Text = Text::new("{who} 提出", "proposed by {who}");
pub const DECIDED_BY: Text = Text::new("{who} 决定", "decided by {who}");
pub const BEGUN: Text = Text::new("初始版本", "what the list began with");
pub const TO_COME: Text = Text::new("尚未生效", "to come");
pub const PROPOSE: Text = Text::new("提出新版本", "Propose a version");
pub const NOTE: Text = Text::new("调整理由", "Why");
pub const FROM_DAY: Text = Text::new("生效日期(当天即时生效)", "From (today means now)");
pub const MINUTES: Text = Text::new("{step}(分钟)", "{step} (minutes)");

/// Where a version stands.
#[must_use]
pub const fn state_text(state: VersionState) -> Text {
    match state {
        VersionState::Proposed => Text::new("待生效决定", "Proposed"),
        VersionState::Set => Text::new("已发布", "Put in force"),
        VersionState::Withdrawn => Text::new("已撤回", "Withdrawn"),
    }
}

/// A move of a version, as a button says it.
#[must_use]
pub const fn move_text(step: VersionMove) -> Text {
    match step {
        VersionMove::PutInForce => Text::new("发布生效", "Put in force"),
        VersionMove::Withdraw => Text::new("撤回", "Withdraw"),
    }
}

/// A step of a case.
#[must_use]
pub const fn step_text(step: Step) -> Text {
    match step {
        Step::Accept => Text::new("受理", "Acceptance"),
        Step::Register => Text::new("立案", "Registration"),
        Step::Dispatch => Text::new("派遣", "Dispatch"),
        Step::Handle => Text::new("处置", "Handling"),
        Step::Verify => Text::new("核查", "Verification"),
        Step::Close => Text::new("结案", "Closing"),
    }
}
