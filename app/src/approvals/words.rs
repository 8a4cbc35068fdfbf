//! Words of approvals.

use domain::approvals::WaitingKind;

use crate::words::Text;

pub const TITLE: Text = Text::new("审批", "Approvals");
pub const HINT: Text = Text::new(
    "等本中心决定的申请,先来先办;等待期间时限照走",
    "What waits for this centre's decision, first come first; clocks run on meanwhile",
);
pub const NONE: Text = Text::new("没有等本中心决定的申请。", "Nothing waits for this centre.");
pub const CARD: Text = Text::new("审批事项", "Approvals");
pub const RUNS_ON: Text = Text::new("等待期间时限照走", "Clocks run on while it waits");
pub const ASK: Text = Text::new("申请{kind}", "Ask: {kind}");
pub const WHY: Text = Text::new("{kind}的原因", "Why: {kind}");
pub const MINUTES: Text =
    Text::new("延长多少分钟(按本类别的计时)", "Minutes more, counted as the category's limits");
pub const N_MINUTES: Text = Text::new("{n} 分钟", "{n} minutes");
pub const SEND: Text = Text::new("提交申请", "Send");
pub const ANSWER_WHY: Text = Text::new("不批准的原因", "Why it is refused");
pub const ARBITRATE: Text = Text::new("裁定承办中心", "Name the centre that takes it");
pub const ARBITRATE_WHY: Text = Text::new("裁定理由", "Why");
pub const TAKER: Text =
    Text::new("承办中心(分级分类库规定的层级)", "Centre, of the tier that the list names");
pub const BINDING: Text = Text::new("裁定后不得再退回。", "The decision binds: no return after it.");
pub const TAKEN_BY: Text = Text::new("由{centre}承办", "{centre} takes it");
pub const TWICE_REFUSED: Text =
    Text::new("退回两次未获批准,转仲裁", "A return was refused twice: to the arbiter");
pub const CHOOSE: Text = Text::new("请选择", "Choose");
pub const UNTITLED: Text = Text::new("(无标题)", "(no title)");

pub const fn kind(kind: WaitingKind) -> Text {
    match kind {
        WaitingKind::Explanation => Text::new("待审说明", "Explanations to judge"),
        WaitingKind::Appeal => Text::new("待裁申诉", "Appeals to decide"),
        WaitingKind::Helper => Text::new("待同意协办", "Consents to help"),
        WaitingKind::Cosign => Text::new("待会签指令", "Orders to sign too"),
    }
}
