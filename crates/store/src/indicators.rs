//! Vital signs: what they are, where they stand, how they went.

use chrono::{DateTime, Utc};
use domain::CentreId;
use domain::centres::{CentrePath, CentreTag, Tier};
use domain::indicators::SignTile;
use domain::names::Name;
use domain::risk::{Band, Direction};
use domain::warnings::Level;
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::centres::Tag;
use crate::decode::spelled;

/// A sign of a centre with what its page shows beside the tile.
#[derive(Debug, Clone)]
pub struct Sign {
    /// The tile.
    pub tile: SignTile,
    /// Where danger lies.
    pub direction: Option<Direction>,
    /// Thresholds.
    pub bands: Vec<Band>,
}

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name_zh: String,
    name_en: String,
    definition_zh: String,
    definition_en: String,
    source_zh: String,
    source_en: String,
    unit: String,
    decimals: i16,
    illustrative: bool,
    direction: Option<String>,
    bands: Json<Vec<Band>>,
    value: Option<f64>,
    at: Option<DateTime<Utc>>,
    hour_before: Option<f64>,
    level: i16,
    spark: Vec<f64>,
    stale: bool,
}

impl Row {
    fn read(self) -> sqlx::Result<Sign> {
        let direction: Option<Direction> = self.direction.as_deref().map(spelled).transpose()?;
        let decimals = u8::try_from(self.decimals).unwrap_or_default();
        // What the screen shows alike has neither risen nor fallen.
        let step = 0.5 * 10_f64.powi(-i32::from(decimals));
        let moved = self.value.zip(self.hour_before).filter(|(value, before)| (value - before).abs() >= step);
        let tile = SignTile {
            code: self.code,
            name: Name::new(self.name_zh, self.name_en),
            definition: Name::new(self.definition_zh, self.definition_en),
            source: Name::new(self.source_zh, self.source_en),
            unit: self.unit,
            decimals,
            illustrative: self.illustrative,
            value: self.value,
            at: self.at,
            stale: self.stale,
            level: Level::from_rank(self.level),
            worsening: direction
                .zip(moved)
                .map(|(direction, (value, before))| direction.reaches(value, before)),
            spark: self.spark,
        };
        Ok(Sign { tile, direction, bands: self.bands.0 })
    }
}

async fn tiles(
    connection: &mut PgConnection,
    (id, tier): (CentreId, Tier),
    now: DateTime<Utc>,
    front: bool,
    code: Option<&str>,
) -> sqlx::Result<Vec<Sign>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/indicators/tiles.sql"))
        .bind(id.0)
        .bind(tier.as_str())
        .bind(now)
        .bind(front)
        .bind(code)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Every sign of a centre, in their fixed order.
///
/// # Errors
/// When the database fails.
pub async fn of_centre(
    connection: &mut PgConnection,
    centre: (CentreId, Tier),
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<SignTile>> {
    Ok(tiles(connection, centre, now, false, None).await?.into_iter().map(|sign| sign.tile).collect())
}

/// The signs chosen for the cockpit's front, in their places.
///
/// # Errors
/// When the database fails.
pub async fn of_front(
    connection: &mut PgConnection,
    centre: (CentreId, Tier),
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<SignTile>> {
    Ok(tiles(connection, centre, now, true, None).await?.into_iter().map(|sign| sign.tile).collect())
}

/// One sign of a centre; none if there is no such sign at its tier.
///
/// # Errors
/// When the database fails.
pub async fn one(
    connection: &mut PgConnection,
    centre: (CentreId, Tier),
    now: DateTime<Utc>,
    code: &str,
) -> sqlx::Result<Option<Sign>> {
    Ok(tiles(connection, centre, now, false, Some(code)).await?.pop())
}

/// One sign of a centre since a moment, thinned to one value in `slot_s` seconds.
///
/// # Errors
/// When the database fails.
pub async fn series(
    connection: &mut PgConnection,
    centre: CentreId,
    code: &str,
    since: DateTime<Utc>,
    slot_s: f64,
) -> sqlx::Result<Vec<(DateTime<Utc>, f64)>> {
    sqlx::query_as(include_str!("../queries/indicators/series.sql"))
        .bind(centre.0)
        .bind(code)
        .bind(since)
        .bind(slot_s)
        .fetch_all(connection)
        .await
}

/// The same sign in the centres directly below, worst first.
///
/// # Errors
/// When the database fails.
pub async fn below(
    connection: &mut PgConnection,
    centre: CentreId,
    code: &str,
) -> sqlx::Result<Vec<(CentreTag, Option<f64>, Option<Level>)>> {
    let rows: Vec<(Tag, Option<f64>, i16)> = sqlx::query_as(include_str!("../queries/indicators/below.sql"))
        .bind(centre.0)
        .bind(code)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|(tag, value, rank)| (tag.0, value, Level::from_rank(rank))).collect())
}

/// A sign that readings made anew.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Identity of the district's centre.
    pub district: i64,
    /// The centre.
    pub centre: CentreId,
    /// Its path.
    pub path: CentrePath,
    /// The sign's code.
    pub code: String,
    /// When the latest reading in it was measured.
    pub at: DateTime<Utc>,
    /// All together.
    pub value: f64,
    /// Level by its thresholds.
    pub level: Option<Level>,
}

type MeasuredRow = (i64, i64, String, String, DateTime<Utc>, f64, Option<String>, Json<Vec<Band>>);

/// Signs that readings make and that are no longer what is written down.
///
/// # Errors
/// When the database fails.
pub async fn measured(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<Measured>> {
    let rows: Vec<MeasuredRow> = sqlx::query_as(include_str!("../queries/indicators/measured.sql"))
        .bind(now)
        .fetch_all(connection)
        .await?;
    rows.into_iter()
        .map(|(district, centre, path, code, at, value, direction, bands)| {
            let direction: Option<Direction> = direction.as_deref().map(spelled).transpose()?;
            let level = direction.and_then(|direction| direction.level_of(&bands, value));
            Ok(Measured { district, centre: CentreId(centre), path: spelled(&path)?, code, at, value, level })
        })
        .collect()
}

/// Writes down where signs stand now, and a value in five minutes of how they went.
///
/// # Errors
/// When the database fails.
pub async fn keep(connection: &mut PgConnection, signs: &[Measured]) -> sqlx::Result<()> {
    let district: Vec<i64> = signs.iter().map(|s| s.district).collect();
    let centre: Vec<i64> = signs.iter().map(|s| s.centre.0).collect();
    let code: Vec<&str> = signs.iter().map(|s| s.code.as_str()).collect();
    let at: Vec<DateTime<Utc>> = signs.iter().map(|s| s.at).collect();
    let value: Vec<f64> = signs.iter().map(|s| s.value).collect();
    sqlx::query(include_str!("../queries/indicators/keep_now.sql"))
        .bind(&district)
        .bind(&centre)
        .bind(signs.iter().map(|s| s.path.as_str()).collect::<Vec<_>>())
        .bind(&code)
        .bind(&at)
        .bind(&value)
        .bind(signs.iter().map(|s| s.level.map_or(0, Level::rank)).collect::<Vec<_>>())
        .execute(&mut *connection)
        .await?;
    sqlx::query(include_str!("../queries/indicators/keep_history.sql"))
        .bind(district)
        .bind(centre)
        .bind(code)
        .bind(at)
        .bind(value)
        .execute(connection)
        .await?;
    Ok(())
}

/// Draws the last 24 hours of signs that moved lately; says how many.
///
/// # Errors
/// When the database fails.
pub async fn draw_sparks(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query(include_str!("../queries/indicators/draw_sparks.sql"))
        .bind(now)
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}
