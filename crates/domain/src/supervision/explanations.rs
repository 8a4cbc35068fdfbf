//! Explanations: who let a part turn red says why, and the issuer takes it or returns it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::centres::CentreTag;
use crate::names::Name;
use crate::{AssignmentId, ExplanationId, OrderId, PostId, Refusal};

/// Minutes of working time within which an explanation is due: 24 hours of it.
pub const EXPLAIN_WITHIN_MIN: i64 = 24 * 60;

text_enum! {
    /// Where an explanation stands.
    ExplanationState {
        /// Nobody has given it yet.
        Asked = "asked",
        /// It waits for the issuer's judgement.
        Given = "given",
        /// The issuer took it.
        Accepted = "accepted",
        /// The issuer wants more, with a reason.
        Returned = "returned",
        /// The card that asked for it was a mistake.
        Waived = "waived",
    }
}

text_enum! {
    /// What may happen to an explanation.
    ExplanationMove { Give = "give", Accept = "accept", Return = "return", Waive = "waive" }
}

impl ExplanationState {
    /// Whether the post it was asked of owes it.
    #[must_use]
    pub const fn is_owed(self) -> bool {
        matches!(self, Self::Asked | Self::Returned)
    }

    /// Whether nothing more can happen.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Accepted | Self::Waived)
    }

    /// The state after a move.
    ///
    /// # Errors
    /// `NotNow` when the present state does not allow the move.
    pub fn after(self, step: ExplanationMove) -> Result<Self, Refusal> {
        use ExplanationMove as M;
        match (self, step) {
            (Self::Asked | Self::Returned, M::Give) => Ok(Self::Given),
            (Self::Given, M::Accept) => Ok(Self::Accepted),
            (Self::Given, M::Return) => Ok(Self::Returned),
            (Self::Asked | Self::Given | Self::Returned, M::Waive) => Ok(Self::Waived),
            _ => Err(Refusal::not_now("explanation", self, step)),
        }
    }
}

/// An explanation that was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplanationRow {
    /// Identity.
    pub id: ExplanationId,
    /// The part that turned red.
    pub assignment: AssignmentId,
    /// Its order.
    pub order: OrderId,
    /// Its order's number.
    pub number: String,
    /// What was to be done.
    pub action: Name,
    /// The centre that had to do it.
    pub recipient: CentreTag,
    /// Who ordered it, and judges the explanation.
    pub issuer: CentreTag,
    /// The post it was asked of.
    pub post: PostId,
    /// The post's title; empty where the reader does not see it.
    pub title: Name,
    /// Who holds that post now; empty where nobody does.
    pub holder: String,
    /// Where they are reached.
    pub phone: String,
    /// State.
    pub state: ExplanationState,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// It is owed and past its time.
    pub late: bool,
    /// What was explained; empty until then.
    pub text: String,
    /// When it was given, and by whom.
    pub given: Option<(DateTime<Utc>, String)>,
    /// Why it was returned or waived last.
    pub reason: String,
    /// What the actor may do.
    pub moves: Vec<ExplanationMove>,
}
