//! Explanations of what turned red.

use chrono::{DateTime, Utc};
use domain::centres::CentrePath;
use domain::names::Name;
use domain::supervision::{ExplanationRow, ExplanationState};
use domain::{AssignmentId, EventId, ExplanationId, OrderId, PersonId, PostId};
use sqlx::PgConnection;

use super::title;
use crate::assignments::{Standing, StandingRow};
use crate::centres::Tag;
use crate::decode::spelled;
use crate::notices::{Turned, turned_at};

/// An explanation that has just been asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Identity.
    pub id: ExplanationId,
    /// Where the part stands.
    pub standing: Standing,
    /// The post it is asked of.
    pub title: Name,
}

#[derive(sqlx::FromRow)]
struct AskedRow {
    id: i64,
    #[sqlx(flatten)]
    standing: StandingRow,
    title_zh: String,
    title_en: String,
}

impl TryFrom<AskedRow> for Asked {
    type Error = sqlx::Error;

    fn try_from(row: AskedRow) -> sqlx::Result<Self> {
        Ok(Self {
            id: ExplanationId(row.id),
            standing: row.standing.try_into()?,
            title: Name::new(row.title_zh, row.title_en),
        })
    }
}

/// Asks for an explanation of red parts that nobody asked about, of all or of some; gives what it asked for, 500 at most.
pub async fn ask(
    connection: &mut PgConnection,
    ids: Option<&[AssignmentId]>,
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
) -> sqlx::Result<Vec<Asked>> {
    let rows: Vec<AskedRow> = sqlx::query_as(include_str!("../../queries/supervision/asked.sql"))
        .bind(ids.map(|ids| ids.iter().map(|id| id.0).collect::<Vec<_>>()))
        .bind(now)
        .bind(due_at)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Asked::try_from).collect()
}

/// An explanation, and where it belongs.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// As lists show it; without what the reader may do.
    pub row: ExplanationRow,
    /// Who gave it.
    pub given_by: Option<PersonId>,
    /// The top of its order's tree.
    pub root: OrderId,
    /// The case.
    pub event: Option<EventId>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    assignment: i64,
    orders: i64,
    root: i64,
    event: Option<i64>,
    number: String,
    action_zh: String,
    action_en: String,
    recipient_tag: Tag,
    issuer_tag: Tag,
    post: i64,
    title_zh: Option<String>,
    title_en: Option<String>,
    holder: Option<String>,
    phone: Option<String>,
    state: String,
    asked_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    words: String,
    given_at: Option<DateTime<Utc>>,
    given_by: Option<i64>,
    giver: Option<String>,
    reason: String,
}

impl Row {
    fn read(self, now: DateTime<Utc>) -> sqlx::Result<Explanation> {
        let state: ExplanationState = spelled(&self.state)?;
        Ok(Explanation {
            given_by: self.given_by.map(PersonId),
            root: OrderId(self.root),
            event: self.event.map(EventId),
            row: ExplanationRow {
                id: ExplanationId(self.id),
                assignment: AssignmentId(self.assignment),
                order: OrderId(self.orders),
                number: self.number,
                action: Name::new(self.action_zh, self.action_en),
                recipient: self.recipient_tag.0,
                issuer: self.issuer_tag.0,
                post: PostId(self.post),
                title: title(self.title_zh, self.title_en),
                holder: self.holder.unwrap_or_default(),
                phone: self.phone.unwrap_or_default(),
                state,
                asked_at: self.asked_at,
                due_at: self.due_at,
                late: state.is_owed() && now > self.due_at,
                text: self.words,
                given: self.given_at.map(|at| (at, self.giver.unwrap_or_default())),
                reason: self.reason,
                moves: Vec::new(),
            },
        })
    }
}

async fn asked_for(
    connection: &mut PgConnection,
    root: Option<OrderId>,
    within: Option<&CentrePath>,
    one: Option<ExplanationId>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Explanation>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../../queries/supervision/explanations.sql"))
        .bind(root.map(|id| id.0))
        .bind(within.map(CentrePath::as_str))
        .bind(one.map(|id| id.0))
        .persistent(false)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|row| row.read(now)).collect()
}

/// What was asked about the parts of an order's tree, due first on top; the first 50.
pub async fn of_order(
    connection: &mut PgConnection,
    root: OrderId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Explanation>> {
    asked_for(connection, Some(root), None, None, now).await
}

/// What was asked of a centre and those below and is not accepted yet, due first on top; the first 50.
pub async fn open_within(
    connection: &mut PgConnection,
    path: &CentrePath,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Explanation>> {
    asked_for(connection, None, Some(path), None, now).await
}

/// One explanation.
pub async fn explanation(
    connection: &mut PgConnection,
    id: ExplanationId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Explanation>> {
    Ok(asked_for(connection, None, None, Some(id), now).await?.pop())
}

/// Holds an explanation until the transaction ends; false where there is none.
pub async fn lock_explanation(connection: &mut PgConnection, id: ExplanationId) -> sqlx::Result<bool> {
    let question = include_str!("../../queries/supervision/explanation_locked.sql");
    let found: Option<i64> = sqlx::query_scalar(question).bind(id.0).fetch_optional(connection).await?;
    Ok(found.is_some())
}

/// Keeps a move of an explanation; `due_at` where it is owed again.
pub async fn move_explanation(
    connection: &mut PgConnection,
    id: ExplanationId,
    state: ExplanationState,
    text: &str,
    by: PersonId,
    now: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/supervision/explanation_moved.sql"))
        .bind(id.0)
        .bind(state.as_str())
        .bind(text)
        .bind(by.0)
        .bind(now)
        .bind(due_at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Waives what was asked about a part; says what.
pub async fn waive(
    connection: &mut PgConnection,
    id: AssignmentId,
    reason: &str,
    by: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<ExplanationId>> {
    let row: Option<i64> = sqlx::query_scalar(include_str!("../../queries/supervision/waived.sql"))
        .bind(id.0)
        .bind(reason)
        .bind(by.0)
        .bind(now)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(ExplanationId))
}

/// Ends the notices of centres that owe no late explanation any more; gives those it ended.
pub async fn end_notices(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<Turned>> {
    turned_at(connection, include_str!("../../queries/supervision/notices_over.sql"), now).await
}

/// Raises notices of late explanations that nobody was told of; gives those it raised.
pub async fn raise_notices(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<Turned>> {
    turned_at(connection, include_str!("../../queries/supervision/notices_raised.sql"), now).await
}
