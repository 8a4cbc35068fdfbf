//! Changes, told to every server when the transaction commits.

use chrono::{DateTime, Utc};
use domain::centres::CentrePath;
use domain::live::{Change, Topic};
use sqlx::PgConnection;

/// The channel that carries each change as JSON of [`Change`]; of a long one `{"id":…}` only, the rest by [`change`].
pub const CHANNEL: &str = "cityhelm_change";

/// Announces a change to those whose scope contains one of `paths`. They hear of it when the transaction commits.
///
/// # Errors
/// When the database fails.
pub async fn announce(
    connection: &mut PgConnection,
    topic: Topic,
    row: impl Into<Option<i64>>,
    paths: &[&CentrePath],
) -> sqlx::Result<()> {
    let paths: Vec<&str> = paths.iter().map(|path| path.as_str()).collect();
    sqlx::query(include_str!("../queries/live/announce.sql"))
        .bind(topic.as_str())
        .bind(row.into())
        .bind(paths)
        .execute(connection)
        .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Told {
    id: i64,
    topic: String,
    row_id: Option<i64>,
    paths: Vec<String>,
}

impl TryFrom<Told> for Change {
    type Error = sqlx::Error;

    fn try_from(told: Told) -> sqlx::Result<Self> {
        let paths: Result<_, _> = told.paths.iter().map(|path| CentrePath::parse(path)).collect();
        Ok(Self {
            id: told.id,
            topic: told.topic.parse().map_err(|e| sqlx::Error::Decode(Box::new(e)))?,
            row: told.row_id,
            paths: paths.map_err(|e| sqlx::Error::Decode(Box::new(e)))?,
        })
    }
}

/// Changes after one, oldest first, `limit` at most. Some from the seconds before it may come along.
///
/// # Errors
/// When the database fails.
pub async fn changes_after(connection: &mut PgConnection, id: i64, limit: i64) -> sqlx::Result<Vec<Change>> {
    let rows: Vec<Told> = sqlx::query_as(include_str!("../queries/live/changes_after.sql"))
        .bind(id)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Change::try_from).collect()
}

/// One change.
///
/// # Errors
/// When the database fails.
pub async fn change(connection: &mut PgConnection, id: i64) -> sqlx::Result<Option<Change>> {
    let row: Option<Told> = sqlx::query_as(include_str!("../queries/live/change.sql"))
        .bind(id)
        .fetch_optional(connection)
        .await?;
    row.map(Change::try_from).transpose()
}

/// The oldest change still kept.
///
/// # Errors
/// When the database fails.
pub async fn oldest(connection: &mut PgConnection) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar(include_str!("../queries/live/oldest.sql")).fetch_one(connection).await
}

/// The id of the latest change; 0 when there was none.
///
/// # Errors
/// When the database fails.
pub async fn latest(connection: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../queries/live/latest.sql")).fetch_one(connection).await
}

/// Forgets changes from before a moment; the latest is kept, so that a quiet stream can be resumed. Says how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_before(connection: &mut PgConnection, moment: DateTime<Utc>) -> sqlx::Result<u64> {
    let done =
        sqlx::query(include_str!("../queries/live/forget.sql")).bind(moment).execute(connection).await?;
    Ok(done.rows_affected())
}

/// Changes since a moment, oldest first, `limit` at most.
///
/// # Errors
/// When the database fails.
pub async fn changes_since(
    connection: &mut PgConnection,
    moment: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<Change>> {
    let rows: Vec<Told> = sqlx::query_as(include_str!("../queries/live/changes_since.sql"))
        .bind(moment)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Change::try_from).collect()
}
