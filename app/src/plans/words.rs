//! Words of plans.

use domain::plans::Recipient;

use crate::words::Text;

pub const TITLE: Text = Text::new("预案", "Plans");
pub const HINT: Text = Text::new("一点一策一预案", "One point, one policy, one plan");
pub const PLAN: Text = Text::new("预案", "Plan");
pub const LEVEL: Text = Text::new("响应等级", "Response level");
pub const FOR_KIND: Text = Text::new("适用风险点", "For");
pub const ANY_KIND: Text = Text::new("专项或通用", "One point, or any");
pub const OWNER: Text = Text::new("制定中心", "Owned by");
pub const VERSION: Text = Text::new("版本", "Edition");
pub const STEPS: Text = Text::new("任务", "Steps");
pub const STEPS_N: Text = Text::new("{n} 项任务", "{n} steps");
pub const SCENE: Text = Text::new("适用情形", "When to use it");
pub const GROUP: Text = Text::new("第 {n} 组 · 组内并行", "Group {n} · side by side");
pub const GROUPS: Text = Text::new("各组依次进行", "Groups follow one another");
pub const ACTION: Text = Text::new("任务", "Task");
pub const RECIPIENT: Text = Text::new("承办", "Unit");
pub const POST: Text = Text::new("岗位", "Post");
pub const DEADLINE: Text = Text::new("时限", "Time limit");
pub const RECEIPT: Text = Text::new("回执", "Receipt");
pub const PHOTO: Text = Text::new("须附照片", "with a photo");
pub const TEXT_ONLY: Text = Text::new("文字", "text");
pub const NONE: Text = Text::new("此中心没有可用预案。", "No plan can be used in this centre.");
pub const FACTS: Text = Text::new("基本信息", "Facts");
pub const CODE: Text = Text::new("编号", "Code");

/// Whom a step goes to, in words.
#[must_use]
pub const fn recipient_text(recipient: Recipient) -> Text {
    match recipient {
        Recipient::Township => Text::new("属地镇街", "The township"),
        Recipient::District => Text::new("所在区县", "The district"),
        Recipient::Neighbours => Text::new("相邻镇街", "Neighbouring townships"),
        Recipient::AllDistricts => Text::new("各区县", "All districts"),
        Recipient::Named => Text::new("指定单位", "A named unit"),
    }
}
