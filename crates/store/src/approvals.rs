//! Requests for approval: of a case, waiting for a centre, and what became of them.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::approvals::{ApprovalKind, ApprovalRow, ApprovalState, WaitingElsewhere};
use domain::centres::{CentrePath, CentreTag, Tier};
use domain::names::Name;
use domain::pages::Page;
use domain::{ApprovalId, CentreId, EventId, PersonId, Refusal};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;
use crate::pages::{ASKED, Key, page};
use crate::{Error, OnConstraint};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    event: i64,
    number: String,
    title_zh: String,
    title_en: String,
    kind: String,
    state: String,
    minutes: Option<i32>,
    reason: String,
    centre_tag: Tag,
    asked_by: String,
    asked_at: DateTime<Utc>,
    decider_tag: Tag,
    decided_by: String,
    decided_at: Option<DateTime<Utc>>,
    answer: String,
    taker_tag: Option<Tag>,
}

impl Row {
    fn read(self) -> sqlx::Result<ApprovalRow> {
        Ok(ApprovalRow {
            id: ApprovalId(self.id),
            event: EventId(self.event),
            number: self.number,
            title: Name::new(self.title_zh, self.title_en),
            kind: spelled(&self.kind)?,
            state: spelled(&self.state)?,
            minutes: self.minutes.map(i64::from),
            reason: self.reason,
            centre: self.centre_tag.0,
            asked_by: self.asked_by,
            asked_at: self.asked_at,
            decider: self.decider_tag.0,
            decided_by: self.decided_by,
            decided_at: self.decided_at,
            answer: self.answer,
            taker: self.taker_tag.map(|tag| tag.0),
            moves: Vec::new(),
        })
    }
}

/// The requests of a case, latest first.
pub async fn of_event(connection: &mut PgConnection, event: EventId) -> sqlx::Result<Vec<ApprovalRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/approvals/of_event.sql"))
        .bind(event.0)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// One request, if its case is seen.
pub async fn one(connection: &mut PgConnection, id: ApprovalId) -> sqlx::Result<Option<ApprovalRow>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/approvals/one.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    row.map(Row::read).transpose()
}

/// A page of requests that wait for a centre, first come first.
pub async fn waiting(
    connection: &mut PgConnection,
    decider: CentreId,
    after: Option<Key>,
) -> sqlx::Result<Page<ApprovalRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/approvals/waiting.sql"))
        .bind(decider.0)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .fetch_all(&mut *connection)
        .await?;
    let rows = rows.into_iter().map(Row::read).collect::<sqlx::Result<_>>()?;
    let counted = waiting_counted(connection, decider).await?;
    Ok(page(rows, counted, |row: &ApprovalRow| Key::at(row.asked_at, row.id.0)))
}

/// How many wait for a centre, as far as it is counted.
pub async fn waiting_counted(connection: &mut PgConnection, decider: CentreId) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../queries/approvals/waiting_counted.sql"))
        .bind(decider.0)
        .fetch_one(connection)
        .await
}

/// What waits for the actor's centre on other pages, the first of each kind.
pub async fn elsewhere(connection: &mut PgConnection, actor: &Actor) -> sqlx::Result<Vec<WaitingElsewhere>> {
    let question = include_str!("../queries/approvals/elsewhere.sql");
    let rows: Vec<(String, i64, String, String, DateTime<Utc>)> = sqlx::query_as(question)
        .bind(actor.centre.id.0)
        .bind(actor.centre.path.as_str())
        .bind(actor.person.0)
        .fetch_all(connection)
        .await?;
    let read = |(kind, id, zh, en, since): (String, _, String, String, _)| {
        Ok(WaitingElsewhere { kind: spelled(&kind)?, id, title: Name::new(zh, en), since })
    };
    rows.into_iter().map(read).collect()
}

/// How often a case was refused what it asked for.
pub async fn refused(connection: &mut PgConnection, event: EventId, kind: ApprovalKind) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../queries/approvals/refused.sql"))
        .bind(event.0)
        .bind(kind.as_str())
        .fetch_one(connection)
        .await
}

/// The centre that decides for good whose case it is, and whether it has, if the case came to that.
pub async fn arbiter(
    connection: &mut PgConnection,
    event: EventId,
) -> sqlx::Result<Option<(CentreTag, bool)>> {
    let found: Option<(Tag, bool)> = sqlx::query_as(include_str!("../queries/approvals/arbiter.sql"))
        .bind(event.0)
        .fetch_optional(connection)
        .await?;
    Ok(found.map(|(tag, decided)| (tag.0, decided)))
}

/// A request to be added.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// The asking centre.
    pub centre: CentreId,
    /// The case.
    pub event: EventId,
    /// What is asked for.
    pub kind: ApprovalKind,
    /// Minutes, of an extension.
    pub minutes: Option<i32>,
    /// Why.
    pub reason: String,
    /// Who asks; nobody for an arbitration.
    pub asked_by: Option<PersonId>,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// The centre that decides.
    pub decider: CentreId,
}

/// Adds a request.
///
/// # Errors
/// `NotNow` when one of the kind is open for the case.
pub async fn add(connection: &mut PgConnection, new: NewRequest) -> Result<ApprovalId, Error> {
    let id: i64 = sqlx::query_scalar(include_str!("../queries/approvals/add.sql"))
        .bind(new.centre.0)
        .bind(new.event.0)
        .bind(new.kind.as_str())
        .bind(new.minutes)
        .bind(new.reason)
        .bind(new.asked_by.map(|id| id.0))
        .bind(new.asked_at)
        .bind(new.decider.0)
        .fetch_one(connection)
        .await
        .on_constraint("approval_open_key", || {
            Refusal::not_now("approval", ApprovalState::Asked, new.kind)
        })?;
    Ok(ApprovalId(id))
}

/// What became of a request.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Where it stands now.
    pub state: ApprovalState,
    /// Who decided.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// What they said.
    pub answer: String,
    /// The centre that must take the case.
    pub taker: Option<CentreId>,
}

/// Keeps a decision.
pub async fn decided(connection: &mut PgConnection, id: ApprovalId, outcome: &Outcome) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/approvals/decided.sql"))
        .bind(id.0)
        .bind(outcome.state.as_str())
        .bind(outcome.by.0)
        .bind(outcome.at)
        .bind(&outcome.answer)
        .bind(outcome.taker.map(|id| id.0))
        .execute(connection)
        .await?;
    Ok(())
}

/// Withdraws what is still open of a case, of some kinds; gives what that was.
pub async fn withdrawn(
    connection: &mut PgConnection,
    event: EventId,
    by: PersonId,
    at: DateTime<Utc>,
    kinds: &[ApprovalKind],
) -> sqlx::Result<Vec<(ApprovalId, ApprovalKind)>> {
    let rows: Vec<(i64, String)> = sqlx::query_as(include_str!("../queries/approvals/withdrawn.sql"))
        .bind(event.0)
        .bind(by.0)
        .bind(at)
        .bind(kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>())
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|(id, kind)| Ok((ApprovalId(id), spelled(&kind)?))).collect()
}

/// Centres of a tier in a place, by code, for an arbiter to choose from.
pub async fn takers(
    connection: &mut PgConnection,
    tier: Tier,
    within: &CentrePath,
) -> sqlx::Result<Vec<CentreTag>> {
    let tags: Vec<Tag> = sqlx::query_scalar(include_str!("../queries/approvals/takers.sql"))
        .bind(tier.as_str())
        .bind(within.as_str())
        .fetch_all(connection)
        .await?;
    Ok(tags.into_iter().map(|tag| tag.0).collect())
}
