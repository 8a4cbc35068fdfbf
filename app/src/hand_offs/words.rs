//! Words of hand-offs.

use domain::events::EventMove;
use domain::hand_offs::HandOffState;

use crate::words::Text;

pub const CARD: Text = Text::new("上下级流转", "Between tiers");
pub const HINT: Text = Text::new("时钟不停;签收后方可办理", "Clocks run on; it moves once signed for");
pub const NONE: Text = Text::new("还没有在上下级之间流转。", "It has not gone from tier to tier.");
pub const SENT: Text = Text::new("{who} 转出", "sent by {who}");
pub const RECEIVED: Text = Text::new("{who} 签收", "signed for by {who}");
pub const DUE: Text = Text::new("签收时限", "receipt due");
pub const LATE: Text = Text::new("逾期未签收", "not signed for in time");
pub const RECEIVE: Text = Text::new("签收", "Sign for it");
pub const PUSH_UP: Text = Text::new("上报{centre}", "Push up to {centre}");
pub const PUSH_UP_WHY: Text = Text::new("上报理由", "Why it goes up");
pub const PUSH_DOWN: Text = Text::new("下派", "Push down");
pub const PUSH_DOWN_TO: Text = Text::new("承办中心", "Centre that takes it");
pub const PUSH_DOWN_WHY: Text = Text::new("下派要求", "Why it goes down");
pub const LIST: Text = Text::new("分级分类库", "Responsibility list");
pub const COMING: Text = Text::new("待本中心签收", "To be signed for here");
pub const GOING: Text = Text::new("已转出、对方未签收", "Sent, not signed for yet");

/// Which way it went.
#[must_use]
pub const fn way_text(way: EventMove) -> Text {
    if matches!(way, EventMove::PushUp) { Text::new("上报", "Up") } else { Text::new("下派", "Down") }
}

/// Where a hand-off stands.
#[must_use]
pub const fn state_text(state: HandOffState) -> Text {
    match state {
        HandOffState::Sent => Text::new("待签收", "Not signed for"),
        HandOffState::Received => Text::new("已签收", "Signed for"),
        HandOffState::Dropped => Text::new("途中办结", "Ended on its way"),
    }
}
