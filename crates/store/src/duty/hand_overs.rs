//! What one shift leaves to the next.

use chrono::{DateTime, Utc};
use domain::centres::CentreTag;
use domain::duty::HandOver;
use domain::{CentreId, HandOverId, PersonId};
use sqlx::PgConnection;

use crate::centres::Tag;

/// Leaves a note at a centre.
pub async fn add_hand_over(
    connection: &mut PgConnection,
    centre: CentreId,
    note: &str,
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<HandOverId> {
    let id: i64 = sqlx::query_scalar(include_str!("../../queries/duty/hand_over_added.sql"))
        .bind(centre.0)
        .bind(note)
        .bind(by.0)
        .bind(at)
        .fetch_one(connection)
        .await?;
    Ok(HandOverId(id))
}

/// Notes that nobody has acknowledged yet, latest first, as `reader` sees them.
pub async fn hand_overs_waiting(
    connection: &mut PgConnection,
    centre: CentreId,
    reader: PersonId,
) -> sqlx::Result<Vec<HandOver>> {
    let rows: Vec<(i64, String, String, DateTime<Utc>, bool)> =
        sqlx::query_as(include_str!("../../queries/duty/hand_overs_waiting.sql"))
            .bind(centre.0)
            .bind(reader.0)
            .fetch_all(connection)
            .await?;
    let note = |(id, note, who, at, own)| HandOver { id: HandOverId(id), note, who, at, own };
    Ok(rows.into_iter().map(note).collect())
}

/// Where a note was left, and by whom.
pub async fn hand_over(
    connection: &mut PgConnection,
    id: HandOverId,
) -> sqlx::Result<Option<(CentreTag, PersonId)>> {
    let question = include_str!("../../queries/duty/hand_over.sql");
    let found: Option<(Tag, i64)> = sqlx::query_as(question).bind(id.0).fetch_optional(connection).await?;
    Ok(found.map(|(tag, person)| (tag.0, PersonId(person))))
}

/// Acknowledges a note; gives its text unless somebody did before.
pub async fn acknowledge_hand_over(
    connection: &mut PgConnection,
    id: HandOverId,
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar(include_str!("../../queries/duty/hand_over_acknowledged.sql"))
        .bind(id.0)
        .bind(by.0)
        .bind(at)
        .fetch_optional(connection)
        .await
}
