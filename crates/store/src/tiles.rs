//! Layers of the map as vector tiles, made by PostGIS.

use domain::centres::CentrePath;
use sqlx::PgConnection;

/// A layer, answered by its own query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Polygons of a centre and those below it: `code`, `tier`.
    Centres,
    /// Points: `level` (grade), `kind`, `warn` (worst open warning, 0 for none).
    RiskPoints,
    /// Points: `kind`, `level` (worst open warning, 0 for none).
    Devices,
    /// Lines: `kind`, `name`.
    Rivers,
    /// Lines: `kind`.
    Pipelines,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 5] =
        [Self::Centres, Self::RiskPoints, Self::Devices, Self::Rivers, Self::Pipelines];

    /// Its name in URLs and inside the tile.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Centres => "centres",
            Self::RiskPoints => "risk_points",
            Self::Devices => "devices",
            Self::Rivers => "rivers",
            Self::Pipelines => "pipelines",
        }
    }

    const fn question(self) -> &'static str {
        match self {
            Self::Centres => include_str!("../queries/tiles/centres.sql"),
            Self::RiskPoints => include_str!("../queries/tiles/risk_points.sql"),
            Self::Devices => include_str!("../queries/tiles/devices.sql"),
            Self::Rivers => include_str!("../queries/tiles/rivers.sql"),
            Self::Pipelines => include_str!("../queries/tiles/pipelines.sql"),
        }
    }
}

/// Which tile: zoom, column from the west, row from the north.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TileKey {
    /// Zoom.
    pub z: i32,
    /// Column.
    pub x: i32,
    /// Row.
    pub y: i32,
}

impl TileKey {
    /// Deepest zoom that is answered.
    pub const DEEPEST: i32 = 20;

    /// The key, if there is such a tile.
    #[must_use]
    pub fn new(z: i32, x: i32, y: i32) -> Option<Self> {
        let known = (0..=Self::DEEPEST).contains(&z) && (0..1 << z).contains(&x) && (0..1 << z).contains(&y);
        known.then_some(Self { z, x, y })
    }
}

/// What a layer shows of a centre and all below it in one tile, as Mapbox vector tile; empty when nothing is there.
///
/// # Errors
/// When the database fails.
pub async fn tile(
    connection: &mut PgConnection,
    layer: Layer,
    key: TileKey,
    centre: &CentrePath,
) -> sqlx::Result<Vec<u8>> {
    sqlx::query_scalar(layer.question())
        .bind(key.z)
        .bind(key.x)
        .bind(key.y)
        .bind(centre.as_str())
        .fetch_one(connection)
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_outside_the_world_is_none() {
        assert!(TileKey::new(0, 0, 0).is_some());
        assert!(TileKey::new(3, 7, 7).is_some());
        for (z, x, y) in [(3, 8, 0), (3, 0, -1), (-1, 0, 0), (21, 0, 0), (i32::MAX, 0, 0)] {
            assert!(TileKey::new(z, x, y).is_none(), "{z}/{x}/{y}");
        }
    }
}
