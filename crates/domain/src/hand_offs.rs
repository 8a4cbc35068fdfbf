//! Hand-offs: cases that move up and down the tiers, each with its receipt (签收).
//!
//! A case travels as a move of the case itself (`EventMove::PushUp`, `EventMove::PushDown`): it is the receiving centre's from
//! the moment it is sent, and its clocks run on. What the receiving centre signs for is the hand-off.

use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::centres::{CentreTag, Tier};
use crate::events::{EventMove, EventState};
use crate::names::Name;
use crate::{EventId, Fault, HandOffId, Refusal};

/// How many times its limit a receipt may be late before it rings above.
const ABOVE_AFTER: i32 = 2;

text_enum! {
    /// Where a hand-off stands.
    HandOffState {
        /// The receiving centre has not signed.
        Sent = "sent",
        /// It has.
        Received = "received",
        /// The case ended on its way.
        Dropped = "dropped",
    }
}

text_enum! {
    /// What may happen to a hand-off.
    HandOffMove {
        /// The receiving centre signs.
        Receive = "receive",
        /// The case ends, e.g. is merged into another.
        Drop = "drop",
    }
}

impl HandOffState {
    /// The state after a move.
    ///
    /// # Errors
    /// `NotNow` when it is on its way no longer.
    pub fn after(self, step: HandOffMove) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::Sent, HandOffMove::Receive) => Ok(Self::Received),
            (Self::Sent, HandOffMove::Drop) => Ok(Self::Dropped),
            _ => Err(Refusal::not_now("hand_off", self, step)),
        }
    }

    /// Whether the case may be moved by hand: not before whoever has it has signed.
    ///
    /// # Errors
    /// `NotNow` while it is on its way.
    pub fn lets(self, step: EventMove) -> Result<(), Refusal> {
        if self == Self::Sent { Err(Refusal::not_now("hand_off", self, step)) } else { Ok(()) }
    }
}

/// Whether a case may go from a centre to another by a move.
///
/// Up it goes to the centre directly above. Down it goes to a centre below whose tier the responsibility list names for its
/// category: what the list gives to another tier is not passed on to those below.
///
/// # Errors
/// `NotOnList` naming category and tier; `Field` of `receiver` for a centre that does not lie where the move leads; `NotNow` for
/// other moves.
pub fn may_go(
    step: EventMove,
    from: &CentreTag,
    to: &CentreTag,
    category: &Name,
    listed: Tier,
) -> Result<(), Refusal> {
    let leads = match step {
        EventMove::PushUp => from.path.parent().as_ref() == Some(&to.path),
        EventMove::PushDown => to.id != from.id && from.path.contains(&to.path),
        _ => return Err(Refusal::not_now("hand_off", HandOffState::Sent, step)),
    };
    if !leads {
        return Err(Refusal::unknown("receiver", to.code.clone()));
    }
    if step == EventMove::PushDown && to.tier != listed {
        return Err(Refusal::NotOnList { category: category.clone(), tier: to.tier, listed });
    }
    Ok(())
}

/// When a receipt is due, and when its lateness rings above.
#[must_use]
pub fn due(sent_at: DateTime<Utc>, receive_min: i32) -> (DateTime<Utc>, DateTime<Utc>) {
    let limit = Duration::minutes(receive_min.into());
    (sent_at + limit, sent_at + limit * ABOVE_AFTER)
}

/// A hand-off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOffRow {
    /// Identity.
    pub id: HandOffId,
    /// The case.
    pub event: EventId,
    /// The case's number.
    pub number: String,
    /// The case's title.
    pub title: Name,
    /// Up or down: `PushUp` or `PushDown`.
    pub way: EventMove,
    /// State.
    pub state: HandOffState,
    /// The centre that sent it.
    pub from: CentreTag,
    /// The centre that has it since.
    pub to: CentreTag,
    /// Why.
    pub reason: String,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// By whom.
    pub sent_by: String,
    /// When the receipt is due.
    pub due_at: DateTime<Utc>,
    /// It is not signed for and past its time.
    pub late: bool,
    /// When it was signed for, and by whom.
    pub received: Option<(DateTime<Utc>, String)>,
    /// The actor may sign.
    pub may_receive: bool,
}

/// The hand-offs of a case, and where the actor may push it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOffs {
    /// The case.
    pub event: EventId,
    /// Its hand-offs, latest first; 50 at most.
    pub rows: Vec<HandOffRow>,
    /// The centre that the actor may push it up to.
    pub up: Option<CentreTag>,
    /// Centres below that the list lets the actor push it down to, by code; 100 at most.
    pub down: Vec<CentreTag>,
    /// Why it may not go down, where the list names a tier that is not below.
    pub not_down: Option<Refusal>,
}

/// What is on its way to a centre and from it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OnTheWay {
    /// What the centre must sign for, due first on top; 50 at most.
    pub coming: Vec<HandOffRow>,
    /// What it sent and nobody has signed for yet.
    pub going: Vec<HandOffRow>,
}

/// Pushes cases up and down, and signs for them.
#[async_trait]
pub trait HandOffDesk: Send + Sync {
    /// The hand-offs of a case.
    async fn hand_offs(&self, actor: &Actor, event: EventId) -> Result<HandOffs, Fault>;
    /// What is on its way to the actor's centre and from it.
    async fn on_the_way(&self, actor: &Actor) -> Result<OnTheWay, Fault>;
    /// Pushes a case down to the centre of a code, or up: then `to` may be empty.
    async fn push(
        &self,
        actor: &Actor,
        event: EventId,
        way: EventMove,
        to: String,
        reason: String,
    ) -> Result<EventState, Fault>;
    /// Signs for a case.
    async fn receive(&self, actor: &Actor, id: HandOffId) -> Result<HandOffState, Fault>;
}
