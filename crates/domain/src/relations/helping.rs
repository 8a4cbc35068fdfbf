//! Centres that help with a case, across districts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::centres::{CentrePath, CentreTag};
use crate::{Refusal, Remedy};

text_enum! {
    /// Where a helping centre's part stands.
    HelperState {
        /// The lead asked for it; the centre above both has not answered.
        Asked = "asked",
        /// It helps.
        Helping = "helping",
        /// Its part is done.
        Done = "done",
        /// The centre above refused.
        Refused = "refused",
        /// Its help is not needed any more.
        Released = "released",
    }
}

text_enum! {
    /// What may happen to a helping centre's part.
    HelperMove {
        /// By the centre above both.
        Consent = "consent",
        /// By the centre above both.
        Refuse = "refuse",
        /// By the helping centre.
        Finish = "finish",
        /// By the lead or a centre above it: its part is not done yet.
        Resume = "resume",
        /// By the lead or a centre above it.
        Release = "release",
    }
}

impl HelperState {
    /// The state after a move.
    ///
    /// # Errors
    /// `NotNow` when the present state does not allow it.
    pub fn after(self, step: HelperMove) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::Asked, HelperMove::Consent) | (Self::Done, HelperMove::Resume) => Ok(Self::Helping),
            (Self::Asked, HelperMove::Refuse) => Ok(Self::Refused),
            (Self::Helping, HelperMove::Finish) => Ok(Self::Done),
            (Self::Asked | Self::Helping | Self::Done, HelperMove::Release) => Ok(Self::Released),
            _ => Err(Refusal::not_now("helper", self, step)),
        }
    }

    /// Whether the centre takes part, or did.
    #[must_use]
    pub const fn takes_part(self) -> bool {
        matches!(self, Self::Helping | Self::Done)
    }

    /// Whether the centre may be named once more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Refused | Self::Released)
    }
}

impl HelperMove {
    /// Whether a reason must be given.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Refuse | Self::Resume | Self::Release)
    }
}

/// The lowest centre that both lie in: one of them, when it contains the other.
#[must_use]
pub fn above_both(one: &CentrePath, other: &CentrePath) -> Option<CentrePath> {
    let mut above = Some(one.clone());
    while let Some(path) = above {
        if path.contains(other) {
            return Some(path);
        }
        above = path.parent();
    }
    None
}

/// Whether a centre may help the lead: another one, of the same tier or a lower one.
///
/// # Errors
/// `Field` saying why not.
pub fn may_help(lead: &CentreTag, helper: &CentreTag) -> Result<(), Refusal> {
    if lead.id == helper.id {
        return Err(Refusal::field("centre", Remedy::Itself));
    }
    if helper.tier < lead.tier || helper.path.contains(&lead.path) {
        return Err(Refusal::unknown("centre", helper.code.clone()));
    }
    Ok(())
}

/// A helping centre, as a case's page shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Helper {
    /// The centre.
    pub centre: CentreTag,
    /// Where its part stands.
    pub state: HelperState,
    /// What it is asked to do.
    pub task: String,
    /// Who named it.
    pub named_by: String,
    /// When.
    pub named_at: DateTime<Utc>,
    /// The centre that consents.
    pub decider: CentreTag,
    /// When its part was done.
    pub done_at: Option<DateTime<Utc>>,
    /// What was last said about it.
    pub note: String,
    /// What the reader may do with it now.
    pub moves: Vec<HelperMove>,
}

/// A helping centre to be named.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewHelper {
    /// Its code.
    pub centre: String,
    /// What it is asked to do, at most 500 characters.
    pub task: String,
}
