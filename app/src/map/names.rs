//! Names of the centres on a map.

use domain::cockpit::ChildTile;
use domain::names::Lang;
use serde_json::json;

/// Short names where the centres' labels stand, as `GeoJSON` points with `name`.
#[must_use]
pub fn names(tiles: &[ChildTile], lang: Lang) -> String {
    let point = |tile: &ChildTile| {
        let name = tile.centre.short.get(lang);
        let geometry = json!({ "type": "Point", "coordinates": [tile.label.0, tile.label.1] });
        json!({ "type": "Feature", "properties": { "name": name }, "geometry": geometry })
    };
    json!({ "type": "FeatureCollection", "features": tiles.iter().map(point).collect::<Vec<_>>() })
        .to_string()
}
