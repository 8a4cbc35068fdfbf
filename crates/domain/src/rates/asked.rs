//! What pages ask about rates.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{AppealMove, AppealRow, AppealState, Counts, Definition, NewAppeal, RateKind, Span, Why};
use crate::actors::Actor;
use crate::centres::{CentreTag, Tier};
use crate::names::{Lang, Name};
use crate::pages::Page;
use crate::{AppealId, EventId, Fault, RateEntryId};

text_enum! {
    /// Which centres are set side by side.
    Level {
        /// Those directly below.
        Below = "below",
        /// All townships below.
        Townships = "townships",
    }
}

text_enum! {
    /// Which cases of a figure are listed.
    Part { Numerator = "numerator", Denominator = "denominator", Missed = "missed" }
}

/// What an evaluation is narrowed to. Every field is a URL parameter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EvaluationFilter {
    /// Centre code; the actor's own for none.
    pub centre: String,
    /// The period; the present month for none.
    pub span: String,
    /// Which centres are set side by side.
    pub level: Option<Level>,
    /// Lane code; all lanes for none.
    pub lane: String,
    /// The rate that ranks; closing in time for none.
    pub by: Option<RateKind>,
    /// Where the page before ended.
    pub after: Option<String>,
}

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The rate.
    pub rate: RateKind,
    /// As it stands.
    pub counts: Counts,
    /// As it was published when its months were closed, where that is different.
    pub published: Option<Counts>,
}

/// A centre with its figures, in the order of the definitions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CentreLine {
    /// The centre.
    pub centre: CentreTag,
    /// Whom it is compared with.
    pub group: Name,
    /// Its place among them by the rate that ranks; none where too little was counted.
    pub rank: Option<i64>,
    /// How many of them have a place.
    pub ranked: i64,
    /// Figures.
    pub figures: Vec<Figure>,
}

/// A lane, a post or a person with its figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NamedLine {
    /// Lane code; empty for people.
    pub code: String,
    /// Name; of a person with their post.
    pub name: Name,
    /// Figures.
    pub figures: Vec<Figure>,
}

/// The evaluation page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evaluation {
    /// The centre looked at.
    pub centre: CentreTag,
    /// The period.
    pub span: Span,
    /// When its last month was closed, if it was; and the last working day on which it stays open.
    pub closed_at: Option<DateTime<Utc>>,
    /// The last day on which the period's figures change without being marked.
    pub closes_on: NaiveDate,
    /// The rates.
    pub rates: Vec<Definition>,
    /// The rate that ranks.
    pub by: RateKind,
    /// The centre's own figures, with all below it.
    pub own: CentreLine,
    /// Centres side by side, group by group and best first.
    pub lines: Vec<CentreLine>,
    /// Send this as `after` for the next of them.
    pub next: Option<String>,
    /// How many there are.
    pub total: i64,
    /// The centre's figures by lane.
    pub lanes: Vec<NamedLine>,
    /// By post and person; none unless the actor directs this very centre.
    pub people: Option<Vec<NamedLine>>,
    /// Lanes to choose from.
    pub lane_names: Vec<(String, Name)>,
}

/// What the cases of a figure are narrowed to. Every field is a URL parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountedFilter {
    /// The rate.
    pub rate: RateKind,
    /// Centre code; the actor's own for none.
    #[serde(default)]
    pub centre: String,
    /// The period; the present month for none.
    #[serde(default)]
    pub span: String,
    /// Lane code; all lanes for none.
    #[serde(default)]
    pub lane: String,
    /// Which of them.
    #[serde(default)]
    pub part: Option<Part>,
    /// Of a rate that tells tiers, only cases solved at this one.
    #[serde(default)]
    pub tier: Option<Tier>,
    /// Key of the page before.
    #[serde(default)]
    pub after: Option<String>,
}

/// A case as it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountedRow {
    /// Identity.
    pub id: RateEntryId,
    /// The case.
    pub event: EventId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: Name,
    /// The centre where it counts.
    pub centre: CentreTag,
    /// When it counted.
    pub at: DateTime<Utc>,
    /// How.
    pub counts: Counts,
    /// Why.
    pub why: Why,
    /// Of that, how much.
    pub amount: i64,
    /// The appeal that this row follows from, and when it was granted: of a revision.
    pub revision: Option<(AppealId, DateTime<Utc>)>,
    /// The appeal about this row.
    pub appeal: Option<(AppealId, AppealState)>,
    /// The actor may appeal.
    pub may_appeal: bool,
}

/// The cases behind a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountedCases {
    /// What the rate means.
    pub definition: Definition,
    /// The centre.
    pub centre: CentreTag,
    /// The period.
    pub span: Span,
    /// The figure, with what was published.
    pub figure: Figure,
    /// The cases, latest first; revisions stand beside what they revise.
    pub page: Page<CountedRow>,
}

/// Asks about rates, and appeals.
#[async_trait]
pub trait RateDesk: Send + Sync {
    /// What the rates mean, all versions, the latest of each first.
    async fn definitions(&self, actor: &Actor) -> Result<Vec<Definition>, Fault>;
    /// Centres side by side.
    async fn evaluation(&self, actor: &Actor, filter: EvaluationFilter) -> Result<Evaluation, Fault>;
    /// The same as a file of comma-separated values, all centres at once.
    async fn evaluation_file(
        &self,
        actor: &Actor,
        filter: EvaluationFilter,
        lang: Lang,
    ) -> Result<String, Fault>;
    /// The cases behind a figure.
    async fn counted(&self, actor: &Actor, filter: CountedFilter) -> Result<CountedCases, Fault>;
    /// Appeals that wait for the actor's centre, then those that it made.
    async fn appeals(&self, actor: &Actor, after: Option<String>) -> Result<Page<AppealRow>, Fault>;
    /// Files one.
    async fn appeal(&self, actor: &Actor, new: NewAppeal) -> Result<AppealId, Fault>;
    /// Grants, refuses or withdraws one; granting revises the figure.
    async fn decide_appeal(
        &self,
        actor: &Actor,
        id: AppealId,
        step: AppealMove,
        answer: String,
    ) -> Result<AppealState, Fault>;
}
