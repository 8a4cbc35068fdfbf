//! An area drawn on the map, as GeoJSON (RFC 7946): longitude before latitude, the ring closed.

use geojson::{GeoJson, Geometry, Value};

use crate::{Refusal, Remedy};

/// Corners that a drawn area may have.
const CORNERS: usize = 2000;

/// The polygon in a GeoJSON text, as GeoJSON geometry; of a `Feature` its geometry.
///
/// # Errors
/// `Field` when it is no polygon, a ring is not closed, or a latitude lies beyond a pole because the axes were swapped.
pub fn area(text: &str) -> Result<String, Refusal> {
    let not_one = || Refusal::field("area", Remedy::NotAPolygon);
    let geometry = match text.parse().map_err(|_| not_one())? {
        GeoJson::Feature(feature) => feature.geometry,
        GeoJson::Geometry(geometry) => Some(geometry),
        GeoJson::FeatureCollection(_) => None,
    };
    let Some(Value::Polygon(rings)) = geometry.map(|geometry| geometry.value) else { return Err(not_one()) };
    if rings.is_empty() {
        return Err(not_one());
    }
    for ring in &rings {
        let closed = ring.len() >= 4 && ring.first() == ring.last();
        if !closed || ring.len() > CORNERS {
            return Err(not_one());
        }
        for corner in ring {
            let [longitude, latitude, ..] = corner.as_slice() else { return Err(not_one()) };
            if longitude.abs() > 180.0 || latitude.abs() > 90.0 {
                return Err(Refusal::field("area", Remedy::Elsewhere));
            }
        }
    }
    Ok(Geometry::new(Value::Polygon(rings)).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polygon_is_taken_alone_or_in_a_feature_and_nothing_else_is() {
        let ring = "[[[106.1,29.5],[106.2,29.5],[106.2,29.6],[106.1,29.5]]]";
        let polygon = format!(r#"{{"type":"Polygon","coordinates":{ring}}}"#);
        let feature = format!(r#"{{"type":"Feature","properties":{{}},"geometry":{polygon}}}"#);
        assert_eq!(area(&polygon), area(&feature));
        assert!(area(&polygon).is_ok());
        let not_one = Err(Refusal::field("area", Remedy::NotAPolygon));
        for text in [
            "",
            "{}",
            r#"{"type":"Point","coordinates":[106.1,29.5]}"#,
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"Polygon","coordinates":[[[106.1,29.5],[106.2,29.5],[106.2,29.6]]]}"#,
            r#"{"type":"Polygon","coordinates":[[["a",1],[1,1],[2,2],["a",1]]]}"#,
        ] {
            assert_eq!(area(text), not_one, "{text}");
        }
        let swapped =
            r#"{"type":"Polygon","coordinates":[[[29.5,106.1],[29.5,106.2],[29.6,106.2],[29.5,106.1]]]}"#;
        assert_eq!(area(swapped), Err(Refusal::field("area", Remedy::Elsewhere)));
    }
}
