//! Parts that a screen of their recipient has just shown.

use chrono::{DateTime, Utc};
use domain::AssignmentId;
use domain::assignments::AssignmentState;
use sqlx::PgConnection;

use crate::decode::spelled;

/// Marks parts as delivered or read that have just come to a screen of their recipient; gives those it moved, with the state before.
pub async fn received(
    connection: &mut PgConnection,
    ids: &[AssignmentId],
    state: AssignmentState,
    from: &[AssignmentState],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<(AssignmentId, AssignmentState)>> {
    let moved: Vec<(i64, String)> = sqlx::query_as(include_str!("../../queries/assignments/received.sql"))
        .bind(ids.iter().map(|id| id.0).collect::<Vec<_>>())
        .bind(state.as_str())
        .bind(from.iter().map(|state| state.as_str()).collect::<Vec<_>>())
        .bind(now)
        .bind([AssignmentState::Accepted.as_str(), AssignmentState::Doing.as_str()])
        .fetch_all(connection)
        .await?;
    moved.into_iter().map(|(id, before)| Ok((AssignmentId(id), spelled(&before)?))).collect()
}
