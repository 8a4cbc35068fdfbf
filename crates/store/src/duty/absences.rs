//! Who is away, and the shifts that nobody serves because of it.

use chrono::{DateTime, Utc};
use domain::centres::CentreTag;
use domain::duty::{Absence, Span};
use domain::{AbsenceId, CentreId, PersonId};
use sqlx::PgConnection;

use crate::centres::Tag;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    person: i64,
    name: String,
    from_at: DateTime<Utc>,
    to_at: DateTime<Utc>,
    reason: String,
}

impl From<Row> for Absence {
    fn from(row: Row) -> Self {
        Self {
            id: AbsenceId(row.id),
            person: PersonId(row.person),
            name: row.name,
            span: Span { from: row.from_at, to: row.to_at },
            reason: row.reason,
        }
    }
}

/// Who is away at a centre from a moment on.
pub async fn absences(
    connection: &mut PgConnection,
    centre: CentreId,
    from: DateTime<Utc>,
) -> sqlx::Result<Vec<Absence>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../../queries/duty/absences.sql"))
        .bind(centre.0)
        .bind(from)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

#[derive(sqlx::FromRow)]
struct Tagged {
    tag: Tag,
    #[sqlx(flatten)]
    row: Row,
}

/// One absence and the centre it was noted at.
pub async fn absence(
    connection: &mut PgConnection,
    id: AbsenceId,
) -> sqlx::Result<Option<(CentreTag, Absence)>> {
    let row: Option<Tagged> = sqlx::query_as(include_str!("../../queries/duty/absence.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|found| (found.tag.0, found.row.into())))
}

/// When these people are away within a span.
pub async fn away(
    connection: &mut PgConnection,
    people: &[PersonId],
    span: Span,
) -> sqlx::Result<Vec<(PersonId, Span)>> {
    let rows: Vec<(i64, DateTime<Utc>, DateTime<Utc>)> =
        sqlx::query_as(include_str!("../../queries/duty/away.sql"))
            .bind(people.iter().map(|id| id.0).collect::<Vec<_>>())
            .bind(span.from)
            .bind(span.to)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(|(person, from, to)| (PersonId(person), Span { from, to })).collect())
}

/// Notes that somebody is away.
pub async fn add_absence(
    connection: &mut PgConnection,
    centre: CentreId,
    person: PersonId,
    span: Span,
    reason: &str,
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<AbsenceId> {
    let id: i64 = sqlx::query_scalar(include_str!("../../queries/duty/absence_added.sql"))
        .bind(centre.0)
        .bind(person.0)
        .bind(span.from)
        .bind(span.to)
        .bind(reason)
        .bind(by.0)
        .bind(at)
        .fetch_one(connection)
        .await?;
    Ok(AbsenceId(id))
}

/// Lets nobody serve the shifts that an absence touches and that are not over; says how many.
pub async fn vacate(connection: &mut PgConnection, id: AbsenceId, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let question = include_str!("../../queries/duty/vacated.sql");
    Ok(sqlx::query(question).bind(id.0).bind(now).execute(connection).await?.rows_affected())
}

/// Forgets an absence; its shifts are served again.
pub async fn end_absence(connection: &mut PgConnection, id: AbsenceId) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/duty/restored.sql")).bind(id.0).execute(&mut *connection).await?;
    sqlx::query(include_str!("../../queries/duty/absence_ended.sql")).bind(id.0).execute(connection).await?;
    Ok(())
}
