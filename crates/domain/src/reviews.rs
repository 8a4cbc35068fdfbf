//! After-action reviews: the timeline, plan against actual, and what must change.

mod opening;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::assignments::AssignmentState;
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::events::EventRow;
use crate::names::Name;
use crate::pages::Page;
use crate::{EventId, Fault, FindingId, ImprovementId, OrderId, ReviewId};

pub use opening::{CaseEnd, ReviewRule, Trigger, opens};

text_enum! {
    /// Where a review stands.
    ReviewState { Open = "open", Concluded = "concluded" }
}

text_enum! {
    /// What a finding is about.
    FindingKind {
        Sensing = "sensing", Deciding = "deciding", Handling = "handling", Coordination = "coordination",
        Resources = "resources",
    }
}

text_enum! {
    /// What an improvement may change.
    ChangeKind {
        /// A plan, by its code; before: its version.
        Plan = "plan",
        /// A vital sign's thresholds, by its code; before: the thresholds.
        Indicator = "indicator",
        /// A row of the responsibility list, by its category; before: tier and limits.
        Responsibility = "responsibility",
    }
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
    /// The rule that opened it; none where somebody did by hand.
    pub rule: Option<Name>,
    /// Who opened it by hand; empty where a rule did.
    pub opened_by: String,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Identity.
    pub id: FindingId,
    /// What it is about.
    pub kind: FindingKind,
    /// What was found.
    pub text: String,
    /// Who wrote it.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What an improvement changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What kind of thing.
    pub kind: ChangeKind,
    /// Its code.
    pub code: String,
    /// How it was when the improvement was promised.
    pub before: String,
}

/// A lesson of a case like another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// The review.
    pub review: ReviewId,
    /// The case's title.
    pub title: Name,
    /// When the review was concluded.
    pub concluded_at: DateTime<Utc>,
    /// What was learnt.
    pub lesson: String,
}

/// What reviews say on a case's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseLessons {
    /// What was lost; empty where nothing was noted.
    pub loss: String,
    /// The actor may note a loss.
    pub may_note_loss: bool,
    /// The actor may open a review by hand.
    pub may_open: bool,
    /// Lessons of like cases, at most three, the most similar first.
    pub lessons: Vec<Lesson>,
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
    /// The order it was sent down as: number, how far it is, in per cent and state.
    pub order: Option<(OrderId, String, i64, AssignmentState)>,
    /// What it changes.
    pub changes: Option<Change>,
}

impl Improvement {
    /// Whether its progress comes from an order that runs.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.done_at.is_none()
            && self.order.as_ref().is_some_and(|(.., state)| *state != AssignmentState::Recalled)
    }
}

/// A review's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewDetail {
    /// The row.
    pub row: ReviewRow,
    /// What was learnt; empty until concluded.
    pub findings: String,
    /// What was found, first first.
    pub found: Vec<Finding>,
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
    /// What it changes, a [`ChangeKind`]; empty for nothing.
    pub changes: String,
    /// The code of that.
    pub changes_code: String,
}

/// What a list of reviews is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewFilter {
    /// Centre code: it and all below.
    pub centre: String,
    /// Concluded ones too.
    pub all: bool,
    /// Words that all stand in lessons, findings, title, number or category; finds concluded ones too.
    pub q: String,
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
    /// The rules that open reviews.
    async fn review_rules(&self, actor: &Actor) -> Result<Vec<ReviewRule>, Fault>;
    /// What reviews say on a case's page.
    async fn lessons_of(&self, actor: &Actor, event: EventId) -> Result<CaseLessons, Fault>;
    /// Opens a review of a closed case by hand.
    async fn open_review(&self, actor: &Actor, event: EventId) -> Result<ReviewId, Fault>;
    /// Notes what was lost in a case; of a closed one it opens the review that the rules ask for.
    async fn note_loss(&self, actor: &Actor, event: EventId, loss: String) -> Result<(), Fault>;
    /// Adds a finding.
    async fn find(
        &self,
        actor: &Actor,
        id: ReviewId,
        kind: FindingKind,
        text: String,
    ) -> Result<FindingId, Fault>;
    /// Writes what was learnt and ends the review; not while an improvement is open.
    async fn conclude(&self, actor: &Actor, id: ReviewId, findings: String) -> Result<(), Fault>;
    /// Promises a change. Of a centre below it is sent as an order.
    async fn improve(&self, actor: &Actor, id: ReviewId, new: NewImprovement)
    -> Result<ImprovementId, Fault>;
    /// Marks a change as made.
    async fn improved(&self, actor: &Actor, id: ImprovementId) -> Result<(), Fault>;
}
