//! Warnings: lists, one with all its page shows. What moves them is in [`moves`].

pub mod moves;

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, CentreTag};
use domain::names::Name;
use domain::pages::Page;
use domain::risk::{Band, Direction};
use domain::warnings::{Level, WarningRow, WarningState};
use domain::{DatastreamId, EventId, PersonId, RiskPointId, WarningId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::centres::{Tag, bounds_of_list};
use crate::decode::{level, name, spelled};
use crate::pages::{ASKED, Key, page};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    level: i16,
    worst: i16,
    state: String,
    title_zh: String,
    title_en: String,
    value: f64,
    before_value: Option<f64>,
    unit: String,
    decimals: i16,
    threshold: f64,
    direction: String,
    raised_at: DateTime<Utc>,
    value_at: DateTime<Utc>,
    stale: bool,
    cleared_at: Option<DateTime<Utc>>,
    centre_tag: Tag,
    district_zh: String,
    district_en: String,
    risk_point: Option<i64>,
    point_zh: Option<String>,
    point_en: Option<String>,
    longitude: Option<f64>,
    latitude: Option<f64>,
    event: Option<i64>,
    ordered: bool,
}

impl Row {
    fn read(self) -> sqlx::Result<WarningRow> {
        let direction: Direction = spelled(&self.direction)?;
        let worsening = self.before_value.filter(|before| (before - self.value).abs() > f64::EPSILON);
        Ok(WarningRow {
            id: WarningId(self.id),
            level: level(if self.cleared_at.is_some() { self.worst } else { self.level })?,
            state: spelled(&self.state)?,
            title: Name::new(self.title_zh, self.title_en),
            value: self.value,
            unit: self.unit,
            decimals: u8::try_from(self.decimals).unwrap_or_default(),
            threshold: self.threshold,
            worsening: worsening.map(|before| direction.reaches(self.value, before)),
            raised_at: self.raised_at,
            value_at: self.value_at,
            stale: self.stale,
            cleared_at: self.cleared_at,
            centre: self.centre_tag.0,
            district: Name::new(self.district_zh, self.district_en),
            risk_point: self.risk_point.map(RiskPointId).zip(name(self.point_zh, self.point_en)),
            place: self.longitude.zip(self.latitude),
            event: self.event.map(EventId),
            ordered: self.ordered,
        })
    }
}

fn read(rows: Vec<Row>) -> sqlx::Result<Vec<WarningRow>> {
    rows.into_iter().map(Row::read).collect()
}

/// What a list is narrowed to; the default is everything open in the city.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    /// Only in this centre.
    pub centre: Option<CentreTag>,
    /// Only in this state; none means those still open.
    pub state: Option<WarningState>,
    /// Only of this level.
    pub level: Option<Level>,
}

/// A page of warnings: open ones worst and latest first, past ones latest first.
///
/// # Errors
/// When the database fails.
pub async fn listed_page(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    after: Option<Key>,
) -> sqlx::Result<Page<WarningRow>> {
    if narrowed.state == Some(WarningState::Cleared) {
        return past_page(connection, narrowed, after).await;
    }
    let rows = open(&mut *connection, narrowed, after, ASKED).await?;
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    let counted: i64 = sqlx::query_scalar(include_str!("../queries/warnings/counted_open.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(narrowed.state.map(WarningState::as_str))
        .bind(narrowed.level.map(Level::rank))
        .persistent(false)
        .fetch_one(connection)
        .await?;
    Ok(page(rows, counted, key_of_open))
}

/// Where a page of open warnings ends: level and time together order the list, so both travel in the key's first part.
fn key_of_open(row: &WarningRow) -> Key {
    let rank = i64::from(row.level.rank());
    Key(row.raised_at.timestamp_micros() * 8 + rank, row.id.0)
}

/// Open warnings, worst and latest first.
///
/// # Errors
/// When the database fails.
pub async fn open(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    after: Option<Key>,
    limit: i64,
) -> sqlx::Result<Vec<WarningRow>> {
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    let rank = after.and_then(|key| i16::try_from(key.0.rem_euclid(8)).ok());
    let raised_at = after.and_then(|key| DateTime::from_timestamp_micros(key.0.div_euclid(8)));
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/warnings/listed_open.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(narrowed.state.map(WarningState::as_str))
        .bind(narrowed.level.map(Level::rank))
        .bind(rank)
        .bind(raised_at)
        .bind(after.map(|key| key.1))
        .bind(limit)
        .persistent(false)
        .fetch_all(connection)
        .await?;
    read(rows)
}

async fn past_page(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    after: Option<Key>,
) -> sqlx::Result<Page<WarningRow>> {
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/warnings/listed_past.sql"))
        .bind(bounds.district)
        .bind(bounds.path.as_deref())
        .bind(narrowed.level.map(Level::rank))
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    let counted: i64 = sqlx::query_scalar(include_str!("../queries/warnings/counted_past.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(narrowed.level.map(Level::rank))
        .persistent(false)
        .fetch_one(connection)
        .await?;
    Ok(page(read(rows)?, counted, |row| Key::at(row.raised_at, row.id.0)))
}

/// The warnings behind a case, open ones first.
///
/// # Errors
/// When the database fails.
pub async fn of_event(connection: &mut PgConnection, event: EventId) -> sqlx::Result<Vec<WarningRow>> {
    let question = include_str!("../queries/warnings/of_event.sql");
    read(sqlx::query_as(question).bind(event.0).fetch_all(connection).await?)
}

/// Open warnings at a risk point, worst first.
///
/// # Errors
/// When the database fails.
pub async fn open_at(connection: &mut PgConnection, point: RiskPointId) -> sqlx::Result<Vec<WarningRow>> {
    let question = include_str!("../queries/warnings/open_at.sql");
    read(sqlx::query_as(question).bind(point.0).fetch_all(connection).await?)
}

/// A warning with what its page asks for next.
#[derive(Debug, Clone)]
pub struct Case {
    /// The row.
    pub row: WarningRow,
    /// Where it is.
    pub path: CentrePath,
    /// The series it is about.
    pub datastream: DatastreamId,
    /// Where danger lies.
    pub direction: Direction,
    /// The thresholds of its rule.
    pub bands: Vec<Band>,
}

#[derive(sqlx::FromRow)]
struct CaseRow {
    #[sqlx(flatten)]
    row: Row,
    path: String,
    datastream: i64,
    bands: Json<Vec<Band>>,
}

/// One warning.
///
/// # Errors
/// When the database fails.
pub async fn one(connection: &mut PgConnection, id: WarningId) -> sqlx::Result<Option<Case>> {
    let found: Option<CaseRow> = sqlx::query_as(include_str!("../queries/warnings/one.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    found
        .map(|found| {
            Ok(Case {
                path: spelled(&found.path)?,
                datastream: DatastreamId(found.datastream),
                direction: spelled(&found.row.direction)?,
                bands: found.bands.0,
                row: found.row.read()?,
            })
        })
        .transpose()
}

/// Marks a warning as seen by a person. None if it was not waiting for that; else the case it opened.
///
/// # Errors
/// When the database fails.
pub async fn acknowledge(
    connection: &mut PgConnection,
    id: WarningId,
    at: DateTime<Utc>,
    by: PersonId,
) -> sqlx::Result<Option<Option<EventId>>> {
    let found: Option<Option<i64>> = sqlx::query_scalar(include_str!("../queries/warnings/acknowledge.sql"))
        .bind(id.0)
        .bind(at)
        .bind(by.0)
        .fetch_optional(connection)
        .await?;
    Ok(found.map(|event| event.map(EventId)))
}
