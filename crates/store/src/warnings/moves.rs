//! What raises, follows and clears warnings.

use chrono::{DateTime, Utc};
use domain::centres::CentrePath;
use domain::names::Name;
use domain::warnings::{Level, WarningState};
use domain::{DatastreamId, EventId, RiskPointId, RuleId, WarningId};
use sqlx::PgConnection;

use crate::decode::{level, spelled};
use crate::devices::Stream;
use crate::watches;

/// An open warning, as the machine finds it.
#[derive(Debug, Clone)]
pub struct Open {
    /// Identity.
    pub id: WarningId,
    /// The rule on the series.
    pub key: watches::Key,
    /// Present level.
    pub level: Level,
    /// Raised or acknowledged.
    pub state: WarningState,
    /// When its episode began.
    pub raised_at: DateTime<Utc>,
    /// The case it opened.
    pub event: Option<EventId>,
    /// Its title.
    pub title: Name,
}

type OpenRow = (i64, i64, i64, i16, String, DateTime<Utc>, Option<i64>, String, String);

/// Open warnings of rules on series. Nobody else moves them until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn open_of(connection: &mut PgConnection, keys: &[watches::Key]) -> sqlx::Result<Vec<Open>> {
    let (rules, datastreams): (Vec<i64>, Vec<i64>) = keys.iter().map(|(r, d)| (r.0, d.0)).unzip();
    let rows: Vec<OpenRow> = sqlx::query_as(include_str!("../../queries/warnings/open_of.sql"))
        .bind(rules)
        .bind(datastreams)
        .fetch_all(connection)
        .await?;
    rows.into_iter()
        .map(|(id, rule, datastream, rank, state, raised_at, event, zh, en)| {
            Ok(Open {
                id: WarningId(id),
                key: (RuleId(rule), DatastreamId(datastream)),
                level: level(rank)?,
                state: spelled(&state)?,
                raised_at,
                event: event.map(EventId),
                title: Name::new(zh, en),
            })
        })
        .collect()
}

/// How a warning stands after a reading.
#[derive(Debug, Clone)]
pub struct Stand {
    /// Present level.
    pub level: Level,
    /// The worst of its episode.
    pub worst: Level,
    /// When the episode began.
    pub raised_at: DateTime<Utc>,
    /// Title with place and value.
    pub title: Name,
    /// The value before, if that is known.
    pub before: Option<f64>,
    /// Latest value.
    pub value: f64,
    /// When that was measured.
    pub value_at: DateTime<Utc>,
    /// The raise value of the level.
    pub threshold: f64,
}

/// Raises a warning. A series has one open warning a rule: a second is refused by `warning_open_key`.
///
/// # Errors
/// When the database fails.
pub async fn raise(
    connection: &mut PgConnection,
    rule: RuleId,
    stream: &Stream,
    stand: &Stand,
    event: Option<EventId>,
) -> sqlx::Result<WarningId> {
    let id = sqlx::query_scalar(include_str!("../../queries/warnings/raise.sql"))
        .bind(stream.district)
        .bind(stream.centre.0)
        .bind(stream.path.as_str())
        .bind(rule.0)
        .bind(stream.id.0)
        .bind(stream.risk_point.as_ref().map(|(id, _)| id.0))
        .bind(stand.level.rank())
        .bind(stand.worst.rank())
        .bind(&stand.title.zh)
        .bind(&stand.title.en)
        .bind(stand.value)
        .bind(stand.before)
        .bind(stand.value_at)
        .bind(stand.threshold)
        .bind(stand.raised_at)
        .bind(event.map(|event| event.0))
        .fetch_one(connection)
        .await?;
    Ok(WarningId(id))
}

/// Writes down a warning that was over before anybody could be told; none if one was told of in that span already.
///
/// # Errors
/// When the database fails.
pub async fn record(
    connection: &mut PgConnection,
    rule: RuleId,
    stream: &Stream,
    stand: &Stand,
    cleared_at: DateTime<Utc>,
) -> sqlx::Result<Option<WarningId>> {
    let id: Option<i64> = sqlx::query_scalar(include_str!("../../queries/warnings/record.sql"))
        .bind(stream.district)
        .bind(stream.centre.0)
        .bind(stream.path.as_str())
        .bind(rule.0)
        .bind(stream.id.0)
        .bind(stream.risk_point.as_ref().map(|(id, _)| id.0))
        .bind(stand.worst.rank())
        .bind(&stand.title.zh)
        .bind(&stand.title.en)
        .bind(stand.value)
        .bind(stand.value_at)
        .bind(stand.threshold)
        .bind(stand.raised_at)
        .bind(cleared_at)
        .fetch_optional(connection)
        .await?;
    Ok(id.map(WarningId))
}

/// Moves open warnings to where they stand now.
///
/// # Errors
/// When the database fails.
pub async fn follow(connection: &mut PgConnection, stands: &[(WarningId, Stand)]) -> sqlx::Result<()> {
    let of = |what: fn(&Stand) -> f64| stands.iter().map(|(_, s)| what(s)).collect::<Vec<_>>();
    sqlx::query(include_str!("../../queries/warnings/follow.sql"))
        .bind(stands.iter().map(|(id, _)| id.0).collect::<Vec<_>>())
        .bind(stands.iter().map(|(_, s)| s.level.rank()).collect::<Vec<_>>())
        .bind(stands.iter().map(|(_, s)| s.worst.rank()).collect::<Vec<_>>())
        .bind(stands.iter().map(|(_, s)| s.raised_at).collect::<Vec<_>>())
        .bind(stands.iter().map(|(_, s)| s.title.zh.as_str()).collect::<Vec<_>>())
        .bind(stands.iter().map(|(_, s)| s.title.en.as_str()).collect::<Vec<_>>())
        .bind(stands.iter().map(|(_, s)| s.before).collect::<Vec<_>>())
        .bind(of(|s| s.value))
        .bind(stands.iter().map(|(_, s)| s.value_at).collect::<Vec<_>>())
        .bind(of(|s| s.threshold))
        .execute(connection)
        .await?;
    Ok(())
}

/// Clears open warnings: each with how it stood in the end, and when it was over.
///
/// # Errors
/// When the database fails.
pub async fn clear(
    connection: &mut PgConnection,
    over: &[(WarningId, Stand, DateTime<Utc>)],
) -> sqlx::Result<()> {
    let of = |what: fn(&Stand) -> f64| over.iter().map(|(_, s, _)| what(s)).collect::<Vec<_>>();
    sqlx::query(include_str!("../../queries/warnings/clear.sql"))
        .bind(over.iter().map(|(id, _, _)| id.0).collect::<Vec<_>>())
        .bind(over.iter().map(|(_, s, _)| s.worst.rank()).collect::<Vec<_>>())
        .bind(over.iter().map(|(_, s, _)| s.raised_at).collect::<Vec<_>>())
        .bind(over.iter().map(|(_, _, at)| *at).collect::<Vec<_>>())
        .bind(over.iter().map(|(_, s, _)| s.title.zh.as_str()).collect::<Vec<_>>())
        .bind(over.iter().map(|(_, s, _)| s.title.en.as_str()).collect::<Vec<_>>())
        .bind(of(|s| s.value))
        .bind(over.iter().map(|(_, s, _)| s.value_at).collect::<Vec<_>>())
        .bind(of(|s| s.threshold))
        .execute(connection)
        .await?;
    Ok(())
}

/// The case still open that a warning of a rule on a series belongs to: the one it opened before, else one of the same
/// category that another series opened at the same risk point.
///
/// # Errors
/// When the database fails.
pub async fn event_before(
    connection: &mut PgConnection,
    (rule, datastream): watches::Key,
    risk_point: Option<RiskPointId>,
    category: &str,
) -> sqlx::Result<Option<EventId>> {
    let found: Option<i64> = sqlx::query_scalar(include_str!("../../queries/warnings/event_before.sql"))
        .bind(datastream.0)
        .bind(rule.0)
        .bind(risk_point.map(|point| point.0))
        .bind(category)
        .fetch_optional(connection)
        .await?;
    Ok(found.map(EventId))
}

/// Until the transaction ends nobody else opens cases for warnings at these risk points.
///
/// # Errors
/// When the database fails.
pub async fn lock_risk_points(connection: &mut PgConnection, points: &[RiskPointId]) -> sqlx::Result<()> {
    let ids: Vec<i64> = points.iter().map(|point| point.0).collect();
    sqlx::query(include_str!("../../queries/warnings/lock_risk_points.sql"))
        .bind(ids)
        .execute(connection)
        .await?;
    Ok(())
}

/// Makes a case at least as grave as its warning; tells who sees it, if that changed it.
///
/// # Errors
/// When the database fails.
pub async fn raise_event(
    connection: &mut PgConnection,
    event: EventId,
    to: Level,
) -> sqlx::Result<Option<Vec<CentrePath>>> {
    let found: Option<(String, Vec<String>)> =
        sqlx::query_as(include_str!("../../queries/warnings/raise_event.sql"))
            .bind(event.0)
            .bind(to.rank())
            .fetch_optional(connection)
            .await?;
    found
        .map(|(path, shared)| std::iter::once(path).chain(shared).map(|path| spelled(&path)).collect())
        .transpose()
}

/// Marks open warnings whose data is older than their rule allows; tells which.
///
/// # Errors
/// When the database fails.
pub async fn mark_stale(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<(WarningId, CentrePath)>> {
    let rows: Vec<(i64, String)> = sqlx::query_as(include_str!("../../queries/warnings/mark_stale.sql"))
        .bind(now)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|(id, path)| Ok((WarningId(id), spelled(&path)?))).collect()
}
