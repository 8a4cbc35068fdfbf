//! Lanes, as far as cases belong to them.

use sqlx::PgConnection;

/// The categories of cases that belong to a lane; none for a lane that is not there.
pub async fn categories(connection: &mut PgConnection, lane: &str) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(include_str!("../queries/lanes/categories.sql")).bind(lane).fetch_all(connection).await
}
