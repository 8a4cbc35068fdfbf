//! Appeals: a centre says that a case does not count as it was counted, and the centre above decides. What was counted stays;
//! a grant adds to it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Better, Counts, RateKind};
use crate::centres::CentreTag;
use crate::names::Name;
use crate::{AppealId, EventId, RateEntryId, Refusal};

text_enum! {
    /// Where an appeal stands.
    AppealState { Filed = "filed", Granted = "granted", Refused = "refused", Withdrawn = "withdrawn" }
}

text_enum! {
    /// What may happen to an appeal.
    AppealMove { Grant = "grant", Refuse = "refuse", Withdraw = "withdraw" }
}

text_enum! {
    /// What an appeal wants.
    Wanted {
        /// The case does not count at all: it was not ours.
        LeaveOut = "leave_out",
        /// The case counts as good: the figure is in error.
        CountAsGood = "count_as_good",
    }
}

impl AppealState {
    /// The state after a move. What was decided stays decided.
    ///
    /// # Errors
    /// `NotNow` when it is no longer open.
    pub fn after(self, step: AppealMove) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::Filed, AppealMove::Grant) => Ok(Self::Granted),
            (Self::Filed, AppealMove::Refuse) => Ok(Self::Refused),
            (Self::Filed, AppealMove::Withdraw) => Ok(Self::Withdrawn),
            _ => Err(Refusal::not_now("appeal", self, step)),
        }
    }

    /// Whether the same case may be appealed again after this.
    #[must_use]
    pub const fn may_be_followed(self) -> bool {
        matches!(self, Self::Withdrawn)
    }
}

impl Wanted {
    /// How a case counts once this is granted.
    #[must_use]
    pub const fn counts(self, rate: RateKind, counted: Counts) -> Counts {
        match (self, rate.better()) {
            (Self::LeaveOut, _) => Counts::new(0, 0),
            (Self::CountAsGood, Better::Higher) => Counts::new(counted.denominator, counted.denominator),
            (Self::CountAsGood, Better::Lower) => Counts::new(0, counted.denominator),
        }
    }

    /// What a grant adds to what was counted: the case as it was, taken back, and the case as it should be. The second is
    /// nothing where it is left out.
    #[must_use]
    pub const fn revision(self, rate: RateKind, counted: Counts) -> [Counts; 2] {
        [counted.taken_back(), self.counts(rate, counted)]
    }

    /// Whether granting would change anything.
    #[must_use]
    pub fn changes(self, rate: RateKind, counted: Counts) -> bool {
        self.counts(rate, counted) != counted
    }
}

/// An appeal, open or past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AppealRow {
    /// Identity.
    pub id: AppealId,
    /// What is appealed.
    pub entry: RateEntryId,
    /// The rate.
    pub rate: RateKind,
    /// The rate's name.
    pub rate_name: Name,
    /// The case.
    pub event: EventId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: Name,
    /// How it was counted.
    pub counts: Counts,
    /// When it counted.
    pub at: DateTime<Utc>,
    /// What is wanted.
    pub wanted: Wanted,
    /// Where it stands.
    pub state: AppealState,
    /// Why.
    pub reason: String,
    /// The centre that appeals.
    pub centre: CentreTag,
    /// Who filed it.
    pub filed_by: String,
    /// When.
    pub filed_at: DateTime<Utc>,
    /// The centre that decides.
    pub decider: CentreTag,
    /// Who decided; empty while it is open.
    pub decided_by: String,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// What they said.
    pub answer: String,
    /// What the actor may do with it now.
    pub moves: Vec<AppealMove>,
}

/// An appeal as a form gives it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewAppeal {
    /// What is appealed.
    pub entry: String,
    /// What is wanted.
    pub wanted: Option<Wanted>,
    /// Why, at most 500 characters.
    pub reason: String,
}
