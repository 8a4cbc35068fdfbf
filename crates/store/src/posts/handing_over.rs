//! What is open of a post goes to somebody else.

use chrono::{DateTime, Utc};
use domain::duty::Span;
use domain::posts::OpenWork;
use domain::{AssignmentId, PersonId, PostId, Refusal, ShiftId};
use sqlx::PgConnection;

use crate::assignments::{Standing, StandingRow};
use crate::{Error, OnConstraint};

/// A part or an explanation that somebody takes over.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The part or the explanation.
    pub row: i64,
    /// Where it stands.
    pub standing: Standing,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    #[sqlx(flatten)]
    standing: StandingRow,
}

fn taken(rows: Vec<Row>) -> sqlx::Result<Vec<Taken>> {
    let read = |row: Row| Ok(Taken { row: row.id, standing: row.standing.try_into()? });
    rows.into_iter().map(read).collect()
}

/// What is open of a post.
pub async fn open_work(
    connection: &mut PgConnection,
    post: PostId,
    now: DateTime<Utc>,
) -> sqlx::Result<OpenWork> {
    let (parts, explanations, shifts) = sqlx::query_as(include_str!("../../queries/posts/open_work.sql"))
        .bind(post.0)
        .bind(now)
        .fetch_one(connection)
        .await?;
    Ok(OpenWork { parts, explanations, shifts })
}

/// The parts that are held under a post.
pub async fn parts_held(connection: &mut PgConnection, post: PostId) -> sqlx::Result<Vec<AssignmentId>> {
    let question = include_str!("../../queries/posts/parts_held.sql");
    let ids: Vec<i64> = sqlx::query_scalar(question).bind(post.0).fetch_all(connection).await?;
    Ok(ids.into_iter().map(AssignmentId).collect())
}

/// Gives the parts held under a post to somebody else, or to nobody in particular.
pub async fn take_parts(
    connection: &mut PgConnection,
    post: PostId,
    taker: Option<(PersonId, PostId)>,
) -> sqlx::Result<Vec<Taken>> {
    let rows = sqlx::query_as(include_str!("../../queries/posts/parts_taken.sql"))
        .bind(post.0)
        .bind(taker.map(|(person, _)| person.0))
        .bind(taker.map(|(_, post)| post.0))
        .fetch_all(connection)
        .await?;
    taken(rows)
}

/// Gives the explanations that a post owes to another post, or to the same with its next holder.
pub async fn take_explanations(
    connection: &mut PgConnection,
    post: PostId,
    taker: PostId,
) -> sqlx::Result<Vec<Taken>> {
    let rows = sqlx::query_as(include_str!("../../queries/posts/explanations_taken.sql"))
        .bind(post.0)
        .bind(taker.0)
        .fetch_all(connection)
        .await?;
    taken(rows)
}

type ShiftRow = (i64, DateTime<Utc>, DateTime<Utc>);

fn shifts(rows: Vec<ShiftRow>) -> Vec<(ShiftId, Span)> {
    rows.into_iter().map(|(id, from, to)| (ShiftId(id), Span { from, to })).collect()
}

/// Gives the shifts to come of a post to somebody, where they are free then.
///
/// # Errors
/// `Conflict` when they serve elsewhere then and the asker does not see it.
pub async fn take_shifts(
    connection: &mut PgConnection,
    post: PostId,
    taker: (PersonId, PostId),
    now: DateTime<Utc>,
) -> Result<Vec<(ShiftId, Span)>, Error> {
    let rows: Vec<ShiftRow> = sqlx::query_as(include_str!("../../queries/posts/shifts_taken.sql"))
        .bind(post.0)
        .bind(taker.0.0)
        .bind(taker.1.0)
        .bind(now)
        .fetch_all(connection)
        .await
        .on_constraint("duty_once", || Refusal::Conflict)?;
    Ok(shifts(rows))
}

/// Takes the shifts to come that are still somebody's who left a post out of the roster.
pub async fn drop_shifts(
    connection: &mut PgConnection,
    post: PostId,
    leaver: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<(ShiftId, Span)>> {
    let rows: Vec<ShiftRow> = sqlx::query_as(include_str!("../../queries/posts/shifts_dropped.sql"))
        .bind(post.0)
        .bind(leaver.0)
        .bind(now)
        .fetch_all(connection)
        .await?;
    Ok(shifts(rows))
}
