//! The responsibility list 分级分类库: for a category of case, which tier must take it and within what limits; in versions.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::centres::Tier;
use crate::clocks::{Limits, Step};
use crate::names::Name;
use crate::{Fault, Refusal, Remedy, ResponsibilityChangeId};

/// Rows that the list shows at most.
pub const LISTED_AT_MOST: usize = 200;
/// Minutes that a step may take at most: thirty days.
const MINUTES_MOST: i32 = 43_200;

text_enum! {
    /// Where a version stands.
    VersionState {
        /// Somebody wants it; it holds nowhere.
        Proposed = "proposed",
        /// It holds from a moment on.
        Set = "set",
        /// It was dropped before it held.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What may happen to a version.
    VersionMove { PutInForce = "put_in_force", Withdraw = "withdraw" }
}

impl VersionState {
    /// The state after a move. What was put in force is replaced by a newer version, never taken back.
    ///
    /// # Errors
    /// `NotNow` when it is a proposal no longer.
    pub fn after(self, step: VersionMove) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::Proposed, VersionMove::PutInForce) => Ok(Self::Set),
            (Self::Proposed, VersionMove::Withdraw) => Ok(Self::Withdrawn),
            _ => Err(Refusal::not_now("responsibility", self, step)),
        }
    }
}

/// What a version says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// The tier that must take it: city, district or township.
    pub tier: Tier,
    /// The post there, in words.
    pub post: Name,
    /// The lane it belongs to: code and name.
    pub lane: Option<(String, Name)>,
    /// How long each step may take.
    pub limits: Limits,
}

/// A version of a category's row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResponsibilityVersion {
    /// What a proposal is moved by; none for what the list began with.
    pub id: Option<ResponsibilityChangeId>,
    /// Its number; 1 is what the list began with.
    pub version: i32,
    /// State.
    pub state: VersionState,
    /// What it says.
    pub terms: Terms,
    /// Why it was made.
    pub note: String,
    /// Who proposed it; empty for what the list began with.
    pub proposed_by: String,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// From when it holds; none for what was never put in force.
    pub valid_from: Option<DateTime<Utc>>,
    /// When somebody put it in force or withdrew it, and who.
    pub decided: Option<(DateTime<Utc>, String)>,
}

/// A row of the list: what holds now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResponsibilityRow {
    /// Category code.
    pub category: String,
    /// Category in words.
    pub name: Name,
    /// Class, by code and in words.
    pub class: (String, Name),
    /// The version in force.
    pub version: i32,
    /// What it says.
    pub terms: Terms,
    /// Since when it holds.
    pub since: DateTime<Utc>,
    /// Proposals that wait, and versions still to come.
    pub waiting: i64,
}

/// What the list is narrowed to. Every field is a URL parameter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponsibilityFilter {
    /// Only this class.
    pub class: String,
    /// Only what this tier must take.
    pub tier: Option<Tier>,
    /// Words in code, category, class or post.
    pub search: String,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResponsibilityList {
    /// Rows by class and category, at most [`LISTED_AT_MOST`].
    pub rows: Vec<ResponsibilityRow>,
    /// There are more: narrow the list.
    pub more: bool,
    /// Classes to narrow it to: code and name.
    pub classes: Vec<(String, Name)>,
    /// The actor may propose versions and put them in force.
    pub may_change: bool,
}

/// A category's row with its history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResponsibilityPage {
    /// The row.
    pub row: ResponsibilityRow,
    /// Its versions, latest first; 50 at most.
    pub versions: Vec<ResponsibilityVersion>,
    /// Lanes to choose from.
    pub lanes: Vec<(String, Name)>,
    /// The actor may propose versions and put them in force.
    pub may_change: bool,
}

/// A version as a form proposes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "each `…_min` is the limit in minutes of the step it is named after")]
pub struct NewVersion {
    /// Category code.
    pub category: String,
    /// The tier that must take it.
    pub tier: String,
    /// The post there, in Chinese, at most 40 characters.
    pub post_zh: String,
    /// The same in English, at most 80.
    pub post_en: String,
    /// Lane code; empty for none.
    pub lane: String,
    pub accept_min: String,
    pub register_min: String,
    pub dispatch_min: String,
    pub handle_min: String,
    pub verify_min: String,
    pub close_min: String,
    /// The limits count office hours only.
    pub working: bool,
    /// Why, at most 500 characters.
    pub note: String,
}

impl NewVersion {
    /// The tier that the form names.
    ///
    /// # Errors
    /// `Field` of `tier` for one that takes no cases by the list.
    pub fn tier(&self) -> Result<Tier, Refusal> {
        let tier = self.tier.trim().parse().map_err(|_| Refusal::unknown("tier", self.tier.clone()))?;
        if matches!(tier, Tier::City | Tier::District | Tier::Township) {
            Ok(tier)
        } else {
            Err(Refusal::unknown("tier", self.tier.clone()))
        }
    }

    /// The limits that the form names. Acceptance and handling take time; the other steps may take none.
    ///
    /// # Errors
    /// `Field` of the first limit that is no number of minutes, or out of range.
    pub fn limits(&self) -> Result<Limits, Refusal> {
        let read = |step: Step, text: &str| {
            let field = step.limit_field();
            let least = i32::from(matches!(step, Step::Accept | Step::Handle));
            let minutes: i32 = text.trim().parse().map_err(|_| Refusal::field(field, Remedy::NotANumber))?;
            if (least..=MINUTES_MOST).contains(&minutes) {
                Ok(i64::from(minutes))
            } else {
                let range = Remedy::OutOfRange { min: least.into(), max: MINUTES_MOST.into() };
                Err(Refusal::field(field, range))
            }
        };
        Ok(Limits {
            accept_min: read(Step::Accept, &self.accept_min)?,
            register_min: read(Step::Register, &self.register_min)?,
            dispatch_min: read(Step::Dispatch, &self.dispatch_min)?,
            handle_min: read(Step::Handle, &self.handle_min)?,
            verify_min: read(Step::Verify, &self.verify_min)?,
            close_min: read(Step::Close, &self.close_min)?,
            working: self.working,
        })
    }
}

/// Reads the list and changes it by new versions.
#[async_trait]
pub trait ResponsibilityDesk: Send + Sync {
    /// The list.
    async fn responsibilities(
        &self,
        actor: &Actor,
        filter: ResponsibilityFilter,
    ) -> Result<ResponsibilityList, Fault>;
    /// A category's row with its history.
    async fn responsibility(&self, actor: &Actor, category: String) -> Result<ResponsibilityPage, Fault>;
    /// Proposes a version.
    async fn propose_version(&self, actor: &Actor, new: NewVersion) -> Result<ResponsibilityChangeId, Fault>;
    /// Puts a proposal in force from a day on, e.g. `2026-12-01`, today meaning from now on; or withdraws it.
    async fn move_version(
        &self,
        actor: &Actor,
        id: ResponsibilityChangeId,
        step: VersionMove,
        day: String,
    ) -> Result<VersionState, Fault>;
}
