//! Devices and the series they measure, as readings find them.

use domain::centres::CentrePath;
use domain::names::Name;
use domain::{CentreId, DatastreamId, RiskPointId};
use sqlx::PgConnection;

use crate::decode::spelled;

/// A series that readings may belong to.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    /// Identity.
    pub id: DatastreamId,
    /// Identity of the district's centre.
    pub district: i64,
    /// The centre it lies in.
    pub centre: CentreId,
    /// That centre's path.
    pub path: CentrePath,
    /// Code of the quantity measured.
    pub quantity: String,
    /// The risk point it watches, with its kind.
    pub risk_point: Option<(RiskPointId, String)>,
    /// Name of the risk point, of the device if it watches none.
    pub point: Name,
    /// What is physically possible.
    pub span: (f64, f64),
    /// Decimals its values are shown with.
    pub decimals: u8,
}

/// What is known of a device and quantity that a gateway sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// Code of the device.
    pub device: String,
    /// Code of the quantity.
    pub quantity: String,
    /// Where the device stands.
    pub path: CentrePath,
    /// Its series of this quantity, if it has one.
    pub stream: Option<Stream>,
}

#[derive(sqlx::FromRow)]
struct Row {
    device: String,
    quantity: String,
    device_path: String,
    id: Option<i64>,
    district: Option<i64>,
    centre: Option<i64>,
    path: Option<String>,
    risk_point: Option<i64>,
    risk_kind: Option<String>,
    point_zh: String,
    point_en: String,
    min_value: Option<f64>,
    max_value: Option<f64>,
    decimals: Option<i16>,
}

/// The series that pairs of device code and quantity code belong to. Devices that do not exist are left out.
///
/// # Errors
/// When the database fails.
pub async fn streams_sent(connection: &mut PgConnection, sent: &[(&str, &str)]) -> sqlx::Result<Vec<Sent>> {
    let (devices, quantities): (Vec<&str>, Vec<&str>) = sent.iter().copied().unzip();
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/devices/streams_sent.sql"))
        .bind(devices)
        .bind(quantities)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

fn read(row: Row) -> sqlx::Result<Sent> {
    let place = row.id.zip(row.district).zip(row.centre).zip(row.path);
    let stream = match place.zip(row.min_value.zip(row.max_value)) {
        Some(((((id, district), centre), path), span)) => Some(Stream {
            id: DatastreamId(id),
            district,
            centre: CentreId(centre),
            path: spelled(&path)?,
            quantity: row.quantity.clone(),
            risk_point: row.risk_point.map(RiskPointId).zip(row.risk_kind),
            point: Name::new(row.point_zh, row.point_en),
            span,
            decimals: row.decimals.and_then(|n| u8::try_from(n).ok()).unwrap_or_default(),
        }),
        None => None,
    };
    Ok(Sent { device: row.device, quantity: row.quantity, path: spelled(&row.device_path)?, stream })
}
