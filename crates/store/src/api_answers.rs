//! What was answered to requests that carried an Idempotency-Key.

use chrono::{DateTime, Utc};
use domain::ApiClientId;
use sqlx::PgConnection;

/// What became of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// It is new: answer the request, then [`keep`] or [`drop_begun`].
    New,
    /// Another request with it is being answered.
    UnderWay,
    /// It was used for another request.
    Other,
    /// It was answered like this.
    Answered(Answer),
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: i16,
    /// Its `Location`; empty for none.
    pub location: String,
    /// Its body, JSON.
    pub body: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    fingerprint: Vec<u8>,
    status: Option<i16>,
    location: String,
    body: String,
}

/// Begins to answer a request. One that was begun before `dead` and never ended counts as new.
///
/// # Errors
/// When the database fails.
pub async fn begin(
    connection: &mut PgConnection,
    client: ApiClientId,
    key: &str,
    fingerprint: &[u8],
    dead: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<Begun> {
    let begun: Option<bool> = sqlx::query_scalar(include_str!("../queries/api_answers/begun.sql"))
        .bind(client.0)
        .bind(key)
        .bind(fingerprint)
        .bind(dead)
        .bind(now)
        .fetch_optional(&mut *connection)
        .await?;
    if begun.is_some() {
        return Ok(Begun::New);
    }
    let given: Option<Row> = sqlx::query_as(include_str!("../queries/api_answers/given.sql"))
        .bind(client.0)
        .bind(key)
        .fetch_optional(connection)
        .await?;
    Ok(match given {
        Some(row) if row.fingerprint != fingerprint => Begun::Other,
        Some(Row { status: Some(status), location, body, .. }) => {
            Begun::Answered(Answer { status, location, body })
        }
        _ => Begun::UnderWay,
    })
}

/// Keeps an answer.
///
/// # Errors
/// When the database fails.
pub async fn keep(
    connection: &mut PgConnection,
    client: ApiClientId,
    key: &str,
    answer: &Answer,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/api_answers/kept.sql"))
        .bind(client.0)
        .bind(key)
        .bind(answer.status)
        .bind(&answer.location)
        .bind(&answer.body)
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets a request that came to nothing, so that it may be tried again.
///
/// # Errors
/// When the database fails.
pub async fn drop_begun(connection: &mut PgConnection, client: ApiClientId, key: &str) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/api_answers/dropped.sql"))
        .bind(client.0)
        .bind(key)
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets answers from before a moment.
///
/// # Errors
/// When the database fails.
pub async fn forget_before(connection: &mut PgConnection, moment: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/api_answers/forget.sql")).bind(moment).execute(connection).await?;
    Ok(())
}
