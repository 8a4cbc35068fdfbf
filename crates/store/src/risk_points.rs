//! Risk points, and what watches them.

use chrono::{DateTime, Utc};
use domain::centres::CentreTag;
use domain::devices::{DeviceRow, StreamRow};
use domain::names::Name;
use domain::pages::Page;
use domain::risk_points::RiskPointRow;
use domain::warnings::Level;
use domain::{DatastreamId, DeviceId, RiskPointId};
use sqlx::PgConnection;

use crate::centres::{Tag, bounds_of_list};
use crate::decode::{level, name, spelled};
use crate::pages::{ASKED, Key, page};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    code: String,
    name_zh: String,
    name_en: String,
    kind: String,
    kind_zh: String,
    kind_en: String,
    grade: i16,
    warned: i16,
    centre_tag: Tag,
    district_zh: String,
    district_en: String,
    longitude: f64,
    latitude: f64,
    devices: i64,
}

impl Row {
    fn read(self) -> sqlx::Result<RiskPointRow> {
        Ok(RiskPointRow {
            id: RiskPointId(self.id),
            code: self.code,
            name: Name::new(self.name_zh, self.name_en),
            kind: self.kind,
            kind_name: Name::new(self.kind_zh, self.kind_en),
            grade: level(self.grade)?,
            warning: Level::from_rank(self.warned),
            centre: self.centre_tag.0,
            district: Name::new(self.district_zh, self.district_en),
            place: (self.longitude, self.latitude),
            devices: self.devices,
        })
    }
}

/// What a list is narrowed to.
#[derive(Debug, Clone)]
pub struct Narrowed {
    /// Only in this centre.
    pub centre: CentreTag,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only with an open warning.
    pub warned: bool,
    /// Only with this code or with this in the name.
    pub search: Option<String>,
}

/// A page of risk points, those with the worst warning first.
pub async fn listed_page(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    after: Option<Key>,
) -> sqlx::Result<Page<RiskPointRow>> {
    let bounds = bounds_of_list(&mut *connection, Some(&narrowed.centre)).await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/risk_points/listed.sql"))
        .bind(bounds.district)
        .bind(bounds.path.as_deref())
        .bind(narrowed.kind.as_deref())
        .bind(narrowed.warned)
        .bind(narrowed.search.as_deref())
        .bind(after.map(|key| key.0))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    let counted = sqlx::query_scalar(include_str!("../queries/risk_points/counted.sql"))
        .bind(bounds.district)
        .bind(bounds.path.as_deref())
        .bind(narrowed.kind.as_deref())
        .bind(narrowed.warned)
        .bind(narrowed.search.as_deref())
        .persistent(false)
        .fetch_one(connection)
        .await?;
    let rows = rows.into_iter().map(Row::read).collect::<sqlx::Result<_>>()?;
    let warned = |row: &RiskPointRow| -i64::from(row.warning.map_or(0, Level::rank));
    Ok(page(rows, counted, |row: &RiskPointRow| Key(warned(row), row.id.0)))
}

/// One risk point.
pub async fn by_id(connection: &mut PgConnection, id: RiskPointId) -> sqlx::Result<Option<RiskPointRow>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/risk_points/by_id.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    row.map(Row::read).transpose()
}

/// Kinds of risk points: code and name.
pub async fn kinds(connection: &mut PgConnection) -> sqlx::Result<Vec<(String, Name)>> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(include_str!("../queries/risk_points/kinds.sql")).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(code, zh, en)| (code, Name::new(zh, en))).collect())
}

#[derive(sqlx::FromRow)]
struct Watching {
    device: i64,
    code: String,
    name_zh: String,
    name_en: String,
    stage: String,
    datastream: Option<i64>,
    quantity_zh: Option<String>,
    quantity_en: Option<String>,
    unit: Option<String>,
    decimals: Option<i16>,
    value: Option<f64>,
    at: Option<DateTime<Utc>>,
    stale: bool,
}

/// The devices that watch a point, with the latest value of each series.
pub async fn watched_by(
    connection: &mut PgConnection,
    id: RiskPointId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<DeviceRow>> {
    let rows: Vec<Watching> = sqlx::query_as(include_str!("../queries/risk_points/watched_by.sql"))
        .bind(id.0)
        .bind(now)
        .fetch_all(connection)
        .await?;
    let mut devices: Vec<DeviceRow> = Vec::new();
    for row in rows {
        if devices.last().is_none_or(|device| device.id.0 != row.device) {
            devices.push(DeviceRow {
                id: DeviceId(row.device),
                code: row.code,
                name: Name::new(row.name_zh, row.name_en),
                stage: spelled(&row.stage)?,
                streams: Vec::new(),
            });
        }
        let stream =
            row.datastream.zip(name(row.quantity_zh, row.quantity_en)).map(|(id, quantity)| StreamRow {
                id: DatastreamId(id),
                quantity,
                unit: row.unit.unwrap_or_default(),
                decimals: u8::try_from(row.decimals.unwrap_or_default()).unwrap_or_default(),
                value: row.value,
                at: row.at,
                stale: row.stale,
            });
        if let Some(device) = devices.last_mut() {
            device.streams.extend(stream);
        }
    }
    Ok(devices)
}
