//! What could not be stored, with the reason.

use chrono::{DateTime, Utc};
use domain::Refusal;
use sqlx::PgConnection;
use sqlx::types::Json;

/// A part of a message that could not be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct DeadLetter {
    /// Who sent it.
    pub gateway: String,
    /// Where to.
    pub topic: String,
    /// The sender's own name for the message.
    pub message_id: Option<String>,
    /// What was sent, as text.
    pub payload: String,
    /// Why it could not be stored.
    pub reason: Refusal,
}

/// Keeps dead letters.
///
/// # Errors
/// When the database fails.
pub async fn bury(
    connection: &mut PgConnection,
    at: DateTime<Utc>,
    letters: &[DeadLetter],
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/dead_letters/bury.sql"))
        .bind(at)
        .bind(letters.iter().map(|l| l.gateway.as_str()).collect::<Vec<_>>())
        .bind(letters.iter().map(|l| l.topic.as_str()).collect::<Vec<_>>())
        .bind(letters.iter().map(|l| l.message_id.as_deref()).collect::<Vec<_>>())
        .bind(letters.iter().map(|l| l.payload.as_str()).collect::<Vec<_>>())
        .bind(letters.iter().map(|l| Json(&l.reason)).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets letters older than a moment, `limit` at most; says how many.
///
/// # Errors
/// When the database fails.
pub async fn forget(connection: &mut PgConnection, before: DateTime<Utc>, limit: i64) -> sqlx::Result<u64> {
    let done = sqlx::query(include_str!("../queries/dead_letters/forget.sql"))
        .bind(before)
        .bind(limit)
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}
