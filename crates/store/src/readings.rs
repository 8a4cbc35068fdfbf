//! Readings: each kept once, the newest of each series apart.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use domain::DatastreamId;
use domain::centres::CentrePath;
use domain::risk::Direction;
use sqlx::PgConnection;

/// A reading to be kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Identity of the district's centre.
    pub district: i64,
    /// The series.
    pub datastream: DatastreamId,
    /// When it was measured, in whole microseconds as the database keeps it.
    pub at: DateTime<Utc>,
    /// The value.
    pub value: f64,
}

/// Keeps readings and tells which of them were new: a series has one value a moment, and the first that came stays.
///
/// # Errors
/// When the database fails.
pub async fn keep(
    connection: &mut PgConnection,
    readings: &[Reading],
    received_at: DateTime<Utc>,
) -> sqlx::Result<HashSet<(DatastreamId, DateTime<Utc>)>> {
    let new: Vec<(i64, DateTime<Utc>)> = sqlx::query_as(include_str!("../queries/readings/keep.sql"))
        .bind(readings.iter().map(|r| r.district).collect::<Vec<_>>())
        .bind(readings.iter().map(|r| r.datastream.0).collect::<Vec<_>>())
        .bind(readings.iter().map(|r| r.at).collect::<Vec<_>>())
        .bind(readings.iter().map(|r| r.value).collect::<Vec<_>>())
        .bind(received_at)
        .fetch_all(connection)
        .await?;
    Ok(new.into_iter().map(|(datastream, at)| (DatastreamId(datastream), at)).collect())
}

/// The newest reading of a series in a batch.
#[derive(Debug, Clone)]
pub struct Latest {
    /// The reading.
    pub reading: Reading,
    /// The series' path.
    pub path: CentrePath,
    /// The value before it, if that came in the same batch.
    pub before: Option<f64>,
}

/// Moves the newest value of each series forward; an older one changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn latest(connection: &mut PgConnection, latest: &[Latest]) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/readings/latest.sql"))
        .bind(latest.iter().map(|l| l.reading.datastream.0).collect::<Vec<_>>())
        .bind(latest.iter().map(|l| l.reading.district).collect::<Vec<_>>())
        .bind(latest.iter().map(|l| l.path.as_str()).collect::<Vec<_>>())
        .bind(latest.iter().map(|l| l.reading.at).collect::<Vec<_>>())
        .bind(latest.iter().map(|l| l.reading.value).collect::<Vec<_>>())
        .bind(latest.iter().map(|l| l.before).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}

/// What each series measured from a moment on, in order of series and time.
///
/// # Errors
/// When the database fails.
pub async fn from_each(
    connection: &mut PgConnection,
    from: &[(DatastreamId, DateTime<Utc>)],
) -> sqlx::Result<Vec<(DatastreamId, DateTime<Utc>, f64)>> {
    let rows: Vec<(i64, DateTime<Utc>, f64)> =
        sqlx::query_as(include_str!("../queries/readings/from_each.sql"))
            .bind(from.iter().map(|(datastream, _)| datastream.0).collect::<Vec<_>>())
            .bind(from.iter().map(|(_, at)| *at).collect::<Vec<_>>())
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(|(datastream, at, value)| (DatastreamId(datastream), at, value)).collect())
}

/// What one series measured in a span, thinned to one value in `slot_s` seconds: the most dangerous.
///
/// # Errors
/// When the database fails.
pub async fn around(
    connection: &mut PgConnection,
    datastream: DatastreamId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    slot_s: f64,
    direction: Direction,
) -> sqlx::Result<Vec<(DateTime<Utc>, f64)>> {
    sqlx::query_as(include_str!("../queries/readings/around.sql"))
        .bind(datastream.0)
        .bind(from)
        .bind(to)
        .bind(slot_s)
        .bind(direction == Direction::Above)
        .fetch_all(connection)
        .await
}
