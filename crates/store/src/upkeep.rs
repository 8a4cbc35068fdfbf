//! What the database needs done as time goes on.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

/// Makes the partitions of the months ahead; those that are there stay.
///
/// # Errors
/// When the database fails.
pub async fn partitions_ahead(connection: &mut PgConnection, today: NaiveDate) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/upkeep/partitions_ahead.sql"))
        .bind(today)
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets sessions that have ended. Says how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_sessions(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query(include_str!("../queries/upkeep/forget_sessions.sql"))
        .bind(now)
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}
