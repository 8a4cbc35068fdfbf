//! What the threshold machine remembers: where each rule stands on each series, and the steps it took there.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::centres::CentrePath;
use domain::risk::Watch;
use domain::{DatastreamId, RuleId};
use sqlx::PgConnection;
use sqlx::types::Json;

/// A rule on a series.
pub type Key = (RuleId, DatastreamId);

/// A series that may be seen for the first time by its rule.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The rule on the series.
    pub key: Key,
    /// Identity of the district's centre.
    pub district: i64,
    /// The series' path.
    pub path: CentrePath,
    /// When its first reading was measured.
    pub at: DateTime<Utc>,
}

fn keys(keys: impl Iterator<Item = Key>) -> (Vec<i64>, Vec<i64>) {
    keys.map(|(rule, datastream)| (rule.0, datastream.0)).unzip()
}

/// Where each rule stands on each series. Nobody else moves them until the transaction ends.
///
/// # Errors
/// When the database fails, or what it kept is no watch.
pub async fn lock(
    connection: &mut PgConnection,
    beginnings: &[Beginning],
) -> sqlx::Result<HashMap<Key, Watch>> {
    let (rules, datastreams) = keys(beginnings.iter().map(|b| b.key));
    sqlx::query(include_str!("../queries/watches/begin.sql"))
        .bind(&rules)
        .bind(&datastreams)
        .bind(beginnings.iter().map(|b| b.district).collect::<Vec<_>>())
        .bind(beginnings.iter().map(|b| b.path.as_str()).collect::<Vec<_>>())
        .bind(beginnings.iter().map(|b| b.at).collect::<Vec<_>>())
        .execute(&mut *connection)
        .await?;
    let rows: Vec<(i64, i64, Json<Watch>)> = sqlx::query_as(include_str!("../queries/watches/lock.sql"))
        .bind(&rules)
        .bind(&datastreams)
        .fetch_all(connection)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(rule, stream, watch)| ((RuleId(rule), DatastreamId(stream)), watch.0))
        .collect())
}

/// For each watch where it stood before a moment; none if it had not moved before.
///
/// # Errors
/// When the database fails, or what it kept is no watch.
pub async fn steps_before(
    connection: &mut PgConnection,
    before: &[(Key, DateTime<Utc>)],
) -> sqlx::Result<HashMap<Key, Watch>> {
    let (rules, datastreams) = keys(before.iter().map(|(key, _)| *key));
    let rows: Vec<(i64, i64, Json<Watch>)> =
        sqlx::query_as(include_str!("../queries/watches/steps_before.sql"))
            .bind(rules)
            .bind(datastreams)
            .bind(before.iter().map(|(_, at)| *at).collect::<Vec<_>>())
            .fetch_all(connection)
            .await?;
    Ok(rows
        .into_iter()
        .map(|(rule, stream, watch)| ((RuleId(rule), DatastreamId(stream)), watch.0))
        .collect())
}

/// Forgets the steps from a moment on, before they are replayed.
///
/// # Errors
/// When the database fails.
pub async fn forget_steps_from(
    connection: &mut PgConnection,
    from: &[(Key, DateTime<Utc>)],
) -> sqlx::Result<()> {
    let (rules, datastreams) = keys(from.iter().map(|(key, _)| *key));
    sqlx::query(include_str!("../queries/watches/forget_steps_from.sql"))
        .bind(rules)
        .bind(datastreams)
        .bind(from.iter().map(|(_, at)| *at).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}

/// Keeps where watches stand now, and the steps they took there.
///
/// # Errors
/// When the database fails.
pub async fn save(
    connection: &mut PgConnection,
    watches: &[(Key, Watch)],
    steps: &[(Key, Watch)],
) -> sqlx::Result<()> {
    let last = |watches: &[(Key, Watch)]| watches.iter().filter_map(|(_, w)| w.last_at).collect::<Vec<_>>();
    let (rules, datastreams) = keys(watches.iter().map(|(key, _)| *key));
    sqlx::query(include_str!("../queries/watches/save.sql"))
        .bind(rules)
        .bind(datastreams)
        .bind(watches.iter().map(|(_, watch)| Json(watch)).collect::<Vec<_>>())
        .bind(last(watches))
        .execute(&mut *connection)
        .await?;
    if steps.is_empty() {
        return Ok(());
    }
    let (rules, datastreams) = keys(steps.iter().map(|(key, _)| *key));
    sqlx::query(include_str!("../queries/watches/add_steps.sql"))
        .bind(rules)
        .bind(datastreams)
        .bind(last(steps))
        .bind(steps.iter().map(|(_, watch)| Json(watch)).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets steps that no late reading can ask for any more, `limit` at most; says how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_steps(
    connection: &mut PgConnection,
    before: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<u64> {
    let done = sqlx::query(include_str!("../queries/watches/forget_steps.sql"))
        .bind(before)
        .bind(limit)
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}
