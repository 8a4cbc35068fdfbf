//! Rosters that were sent as a file, until they are applied or forgotten.

use chrono::{DateTime, Utc};
use domain::centres::CentreTag;
use domain::duty::Line;
use domain::{CentreId, PersonId, RosterImportId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::centres::Tag;

/// A roster that was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Identity.
    pub id: RosterImportId,
    /// Whose roster.
    pub centre: CentreTag,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Who sent it.
    pub sent_by: String,
    /// When.
    pub sent_at: DateTime<Utc>,
    /// When it was applied.
    pub applied_at: Option<DateTime<Utc>>,
}

/// Keeps a roster that was sent.
pub async fn add_import(
    connection: &mut PgConnection,
    centre: CentreId,
    lines: &[Line],
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<RosterImportId> {
    let id: i64 = sqlx::query_scalar(include_str!("../../queries/duty/import_added.sql"))
        .bind(centre.0)
        .bind(Json(lines))
        .bind(by.0)
        .bind(at)
        .fetch_one(connection)
        .await?;
    Ok(RosterImportId(id))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    tag: Tag,
    lines: Json<Vec<Line>>,
    name: String,
    sent_at: DateTime<Utc>,
    applied_at: Option<DateTime<Utc>>,
}

/// A roster that was sent, held until the transaction ends.
pub async fn import(connection: &mut PgConnection, id: RosterImportId) -> sqlx::Result<Option<Sent>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../../queries/duty/import.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| Sent {
        id: RosterImportId(row.id),
        centre: row.tag.0,
        lines: row.lines.0,
        sent_by: row.name,
        sent_at: row.sent_at,
        applied_at: row.applied_at,
    }))
}

/// Marks it as applied.
pub async fn applied(
    connection: &mut PgConnection,
    id: RosterImportId,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    let question = include_str!("../../queries/duty/import_applied.sql");
    sqlx::query(question).bind(id.0).bind(at).execute(connection).await?;
    Ok(())
}

/// Forgets what was sent before a moment.
pub async fn forget_imports(connection: &mut PgConnection, before: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/duty/forget_imports.sql"))
        .bind(before)
        .execute(connection)
        .await?;
    Ok(())
}
