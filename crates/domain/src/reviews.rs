//! After-action reviews: the timeline, plan against actual, and what must change.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::events::EventRow;
use crate::names::Name;
use crate::pages::Page;
use crate::{Fault, ImprovementId, ReviewId};

text_enum! {
    /// Where a review stands.
    ReviewState { Open = "open", Concluded = "concluded" }
}

/// A review in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewRow {
    /// Identity.
    pub id: ReviewId,
    /// State.
    pub state: ReviewState,
    /// The closed event.
    pub event: EventRow,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was concluded.
    pub concluded_at: Option<DateTime<Utc>>,
    /// Improvements promised, done, and late.
    pub improvements: (i64, i64, i64),
}

/// Plan against actual, one line a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deviation {
    /// What was to be done.
    pub action: Name,
    /// By whom.
    pub recipient: CentreTag,
    /// Minutes the plan gave.
    pub planned_min: i64,
    /// Minutes it took; none if it never was done.
    pub actual_min: Option<i64>,
}

/// Something that must change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Improvement {
    /// Identity.
    pub id: ImprovementId,
    /// What.
    pub action: String,
    /// The centre that owns it.
    pub owner: CentreTag,
    /// The person or post that answers for it, as written.
    pub owner_name: String,
    /// By which day, city time.
    pub due_on: NaiveDate,
    /// When it was done.
    pub done_at: Option<DateTime<Utc>>,
    /// The day has passed and it is not done.
    pub late: bool,
}

/// A review's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewDetail {
    /// The row.
    pub row: ReviewRow,
    /// Findings; empty until concluded.
    pub findings: String,
    /// From first warning to order, to all signed, to all done, to closed: minutes.
    pub minutes: ReviewMinutes,
    /// Step by step.
    pub deviations: Vec<Deviation>,
    /// What must change.
    pub improvements: Vec<Improvement>,
    /// What happened, oldest first, from the audit log.
    pub timeline: Vec<TimelineEntry>,
    /// The actor may write in it.
    pub may_write: bool,
    /// Centres that may own an improvement: the event's own, and those that had a part.
    pub owners: Vec<CentreTag>,
}

/// How long the stages took, in minutes; none where a stage never ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewMinutes {
    /// Reported to first order.
    pub to_order: Option<i64>,
    /// First order to the last signature.
    pub to_accepted: Option<i64>,
    /// First order to the last done.
    pub to_done: Option<i64>,
    /// Reported to closed.
    pub to_closed: Option<i64>,
}

/// A promise of change.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewImprovement {
    /// What, at most 200 characters.
    pub action: String,
    /// Code of the owning centre.
    pub owner: String,
    /// Who answers for it, at most 40 characters.
    pub owner_name: String,
    /// By which day, `YYYY-MM-DD`.
    pub due_on: String,
}

/// What a list of reviews is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewFilter {
    /// Centre code: it and all below.
    pub centre: String,
    /// Concluded ones too.
    pub all: bool,
    /// Key of the page before.
    pub after: Option<String>,
}

/// Reviews.
#[async_trait]
pub trait ReviewDesk: Send + Sync {
    /// Reviews of a centre, latest first.
    async fn reviews(&self, actor: &Actor, filter: ReviewFilter) -> Result<Page<ReviewRow>, Fault>;
    /// One review.
    async fn review(&self, actor: &Actor, id: ReviewId) -> Result<ReviewDetail, Fault>;
    /// Writes the findings and ends the review.
    async fn conclude(&self, actor: &Actor, id: ReviewId, findings: String) -> Result<(), Fault>;
    /// Promises a change.
    async fn improve(&self, actor: &Actor, id: ReviewId, new: NewImprovement)
    -> Result<ImprovementId, Fault>;
    /// Marks a change as made.
    async fn improved(&self, actor: &Actor, id: ImprovementId) -> Result<(), Fault>;
}
