//! Corrections of an order, with what it said before; and the urging of whoever has not read it.

use chrono::{DateTime, Utc};
use domain::centres::CentrePath;
use domain::orders::Revision;
use domain::{OrderId, PersonId};
use sqlx::PgConnection;

/// Keeps what an order said until now as a revision, and lets it say something else. Every recipient who still owes something
/// must read it again. Gives the paths of those recipients.
pub async fn correct(
    connection: &mut PgConnection,
    id: OrderId,
    person: PersonId,
    note: &str,
    due_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<CentrePath>> {
    sqlx::query(include_str!("../../queries/orders/revised.sql"))
        .bind(id.0)
        .bind(now)
        .bind(person.0)
        .execute(&mut *connection)
        .await?;
    sqlx::query(include_str!("../../queries/orders/corrected.sql"))
        .bind(id.0)
        .bind(note)
        .bind(now)
        .execute(&mut *connection)
        .await?;
    let told: Vec<String> = sqlx::query_scalar(include_str!("../../queries/assignments/unread_again.sql"))
        .bind(id.0)
        .bind(due_at)
        .fetch_all(connection)
        .await?;
    told.iter().map(|text| crate::decode::path(text)).collect()
}

/// What an order said before each correction, latest first.
pub async fn revisions(connection: &mut PgConnection, id: OrderId) -> sqlx::Result<Vec<Revision>> {
    let question = include_str!("../../queries/orders/revisions.sql");
    let rows: Vec<(DateTime<Utc>, String, String, DateTime<Utc>)> =
        sqlx::query_as(question).bind(id.0).fetch_all(connection).await?;
    let revision = |(at, who, note, due_at)| Revision { at, who, note, due_at };
    Ok(rows.into_iter().map(revision).collect())
}

/// Urges every recipient of an order who has not read it; gives their paths.
pub async fn urge_unread(connection: &mut PgConnection, id: OrderId) -> sqlx::Result<Vec<CentrePath>> {
    let question = include_str!("../../queries/assignments/urged_unread.sql");
    let told: Vec<String> = sqlx::query_scalar(question).bind(id.0).fetch_all(connection).await?;
    told.iter().map(|text| crate::decode::path(text)).collect()
}
