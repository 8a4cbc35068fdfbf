//! Assignments: one recipient's part of an order, its states, the pressure on it, what was reported on it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Right;
use crate::centres::CentreTag;
use crate::names::Name;
use crate::supervision::LevelRule;
use crate::time::Lamp;
use crate::warnings::Level;
use crate::{AssignmentId, AttachmentId, OrderId, Refusal};

text_enum! {
    /// Where one recipient's part stands.
    AssignmentState {
        Issued = "issued", Delivered = "delivered", Read = "read", Accepted = "accepted", Doing = "doing",
        Done = "done", Approved = "approved", SentBack = "sent_back", Recalled = "recalled",
    }
}

text_enum! {
    /// What may happen to an assignment.
    AssignmentMove {
        /// It reached the recipient's screen.
        Deliver = "deliver",
        /// A person opened it.
        Read = "read",
        /// 签收: the recipient signs for it.
        Accept = "accept",
        /// Progress was reported.
        Progress = "progress",
        /// The recipient reports it done.
        Finish = "finish",
        /// The issuer verifies it.
        Approve = "approve",
        /// The issuer wants more: back to doing, with a reason.
        Rework = "rework",
        /// The recipient refuses it, with a reason.
        SendBack = "send_back",
        /// The issuer insists: as if newly issued.
        Reissue = "reissue",
        /// The issuer takes it back.
        Recall = "recall",
    }
}

text_enum! {
    /// Pressure on a late assignment. Only ever grows.
    Supervision {
        None = "none",
        /// 催办
        Urged = "urged",
        /// 黄牌督办
        Yellow = "yellow",
        /// 红牌督办
        Red = "red",
    }
}

impl AssignmentState {
    /// Whether the recipient still owes something.
    #[must_use]
    pub const fn is_owed(self) -> bool {
        matches!(self, Self::Issued | Self::Delivered | Self::Read | Self::Accepted | Self::Doing)
    }

    /// Whether nothing more can happen.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Approved | Self::Recalled)
    }

    /// What becomes of a part when it, or what is left of it, is given to somebody else: one that was sent back is
    /// recalled, of one reported done the part that was done is approved; none in other states.
    #[must_use]
    pub const fn redispatched(self) -> Option<AssignmentMove> {
        match self {
            Self::SentBack => Some(AssignmentMove::Recall),
            Self::Done => Some(AssignmentMove::Approve),
            _ => None,
        }
    }

    /// The state after a move.
    ///
    /// # Errors
    /// `NotNow` when the present state does not allow the move.
    pub fn after(self, step: AssignmentMove) -> Result<Self, Refusal> {
        use AssignmentMove as M;
        let next = match (self, step) {
            (Self::Issued, M::Deliver) => Self::Delivered,
            (Self::Issued | Self::Delivered, M::Read) => Self::Read,
            (Self::Issued | Self::Delivered | Self::Read, M::Accept) => Self::Accepted,
            (Self::Accepted | Self::Doing, M::Progress) | (Self::Done, M::Rework) => Self::Doing,
            (Self::Accepted | Self::Doing, M::Finish) => Self::Done,
            (Self::Done, M::Approve) => Self::Approved,
            (state, M::SendBack) if state.is_owed() => Self::SentBack,
            (Self::SentBack, M::Reissue) => Self::Issued,
            (state, M::Recall) if !state.is_final() => Self::Recalled,
            _ => return Err(Refusal::not_now("assignment", self, step)),
        };
        Ok(next)
    }
}

impl AssignmentMove {
    /// The right the move needs.
    #[must_use]
    pub const fn right(self) -> Right {
        match self {
            Self::Approve | Self::Rework => Right::VerifyOrder,
            Self::Reissue => Right::IssueOrder,
            Self::Recall => Right::RecallOrder,
            _ => Right::WorkOrder,
        }
    }

    /// Whether the issuing centre makes it; the recipient's centre makes the others.
    #[must_use]
    pub const fn is_issuers(self) -> bool {
        matches!(self, Self::Approve | Self::Rework | Self::Reissue | Self::Recall)
    }

    /// Whether a reason must be given.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Rework | Self::SendBack | Self::Recall)
    }
}

impl Supervision {
    /// What the pressure on an owed assignment must be by the rules that hold for it: the strictest of them presses.
    /// Never below what it already is.
    #[must_use]
    pub fn ratchet<'a>(
        self,
        rules: impl IntoIterator<Item = &'a LevelRule>,
        issued: DateTime<Utc>,
        due: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Self {
        rules.into_iter().map(|rule| rule.asks(issued, due, now)).fold(self, Self::max)
    }

    /// Raises it by hand.
    ///
    /// # Errors
    /// `NotNow` when it is as high already: pressure is never taken back.
    pub fn pressed_to(self, to: Self) -> Result<Self, Refusal> {
        if to > self { Ok(to) } else { Err(Refusal::not_now("supervision", self, to)) }
    }

    /// The next step up, for a person who urges by hand.
    #[must_use]
    pub const fn raised(self) -> Self {
        match self {
            Self::None => Self::Urged,
            Self::Urged => Self::Yellow,
            Self::Yellow | Self::Red => Self::Red,
        }
    }
}

/// One recipient's part, in a list or in the tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssignmentRow {
    /// Identity.
    pub id: AssignmentId,
    /// The order it belongs to.
    pub order: OrderId,
    /// Its order's number.
    pub number: String,
    /// Its order's title.
    pub title: Name,
    /// What this recipient must do.
    pub action: Name,
    /// Level of the order.
    pub level: Level,
    /// Who ordered.
    pub issuer: CentreTag,
    /// Who must do it.
    pub recipient: CentreTag,
    /// The post it is meant for.
    pub post: Name,
    /// Depth in the tree, 0 for the first order's.
    pub depth: i32,
    /// Outline number in the tree, e.g. `2.1`.
    pub outline: String,
    /// State.
    pub state: AssignmentState,
    /// Pressure.
    pub supervision: Supervision,
    /// Lamp of its clock.
    pub lamp: Lamp,
    /// Per cent done, as reported.
    pub percent: i16,
    /// A photo must come with the report of done.
    pub photo: bool,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// When it reached a screen of the recipient.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When a person opened it.
    pub read_at: Option<DateTime<Utc>>,
    /// When it was signed for.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When it was reported done.
    pub done_at: Option<DateTime<Utc>>,
    /// When it was verified.
    pub approved_at: Option<DateTime<Utc>>,
    /// Why it was sent back or returned for rework last; empty if it was not.
    pub reason: String,
    /// Who holds it now; empty while the centre as a whole does.
    pub holder: String,
}

/// One report of progress.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// On which assignment.
    pub assignment: AssignmentId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: String,
    /// Their centre.
    pub centre: Name,
    /// Per cent done.
    pub percent: i16,
    /// What they wrote.
    pub note: String,
    /// The number that was asked for, in the order's unit.
    pub number: Option<f64>,
    /// Photos: `/attachments/{id}`.
    pub photos: Vec<AttachmentId>,
    /// Files: `/attachments/{id}`, with their names.
    pub files: Vec<(AttachmentId, String)>,
}
