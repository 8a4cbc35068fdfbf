//! What a cockpit asks that belongs to no other noun.

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, CentreTag};
use sqlx::PgConnection;

use crate::centres::bounds_of_list;

/// When the latest reading of a centre was measured.
///
/// # Errors
/// When the database fails.
pub async fn fresh_at(
    connection: &mut PgConnection,
    path: &CentrePath,
) -> sqlx::Result<Option<DateTime<Utc>>> {
    let question = include_str!("../queries/cockpit/fresh_at.sql");
    sqlx::query_scalar(question).bind(path.as_str()).fetch_one(connection).await
}

/// Open warnings of a centre as `GeoJSON` points with `id`, `level` (1 to 4), `title`, `title_en`, `stale`.
///
/// # Errors
/// When the database fails.
pub async fn alarms(connection: &mut PgConnection, centre: &CentreTag) -> sqlx::Result<String> {
    let bounds = bounds_of_list(&mut *connection, Some(centre)).await?;
    sqlx::query_scalar(include_str!("../queries/cockpit/alarms.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .persistent(false)
        .fetch_one(connection)
        .await
}
