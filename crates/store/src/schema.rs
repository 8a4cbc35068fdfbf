//! The shape of the database as text, to compare and to keep.

use sqlx::PgConnection;

/// Tables with their columns, constraints, indexes, policies, triggers and grants, one a line.
///
/// # Errors
/// When the database fails.
pub async fn lines(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(include_str!("../queries/schema/lines.sql")).fetch_all(connection).await
}
