//! Posts and who holds them.

use chrono::{DateTime, Utc};
use domain::CentreId;
use domain::names::Name;
use sqlx::PgConnection;

/// Who answers for a lane at a centre: the post's title and the person's name.
pub async fn lane_owner(
    connection: &mut PgConnection,
    centre: CentreId,
    lane: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(Name, String)>> {
    let found: Option<(String, String, String)> =
        sqlx::query_as(include_str!("../queries/posts/lane_owner.sql"))
            .bind(centre.0)
            .bind(lane)
            .bind(now)
            .fetch_optional(connection)
            .await?;
    Ok(found.map(|(zh, en, who)| (Name::new(zh, en), who)))
}
