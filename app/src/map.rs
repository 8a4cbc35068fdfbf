//! The map: MapLibre GL in the browser, told by JSON text what to draw. On the server there is nothing to draw.

mod clicked;
#[cfg(not(feature = "ssr"))]
#[path = "map/browser.rs"]
mod here;
#[cfg(feature = "ssr")]
#[path = "map/server.rs"]
mod here;
mod names;
pub mod style;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

pub use clicked::ClickedMap;
pub use here::attach;
pub use names::names;

/// What a map draws. Each is read in the browser only, and again whenever it changes.
#[derive(Clone, Copy)]
#[cfg_attr(feature = "ssr", allow(dead_code, reason = "only a browser draws"))]
pub struct Feed {
    /// Which map: its style, and how to look at it. None until that is known.
    pub plan: Signal<Option<Plan>>,
    /// How centres stand, as JSON: `{"<centre id>": {"level": 0..4}}`.
    pub states: Signal<String>,
    /// Open alarms, as `GeoJSON` points with `id`, `level` (0..4), `title`.
    pub alarms: Signal<String>,
    /// Names of centres, as `GeoJSON` points with `name`.
    pub names: Signal<String>,
    /// An area that the reader draws, as `GeoJSON`; empty for none.
    pub drawn: Signal<String>,
    /// Groups of layers that are seen, as JSON: `{"devices": false}`.
    pub shown: Signal<String>,
    /// Longitude and latitude of the worst warning, to draw the line from its card.
    pub worst: Signal<Option<(f64, f64)>>,
}

/// Which map to draw and how to look at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// MapLibre style as JSON text, in the notations of `public/map.mjs`.
    pub style: String,
    /// How to look at it.
    pub options: Options,
}

/// How to look at a map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Options {
    /// South-west and north-east corner in degrees.
    pub bounds: [[f64; 2]; 2],
    /// Room to leave for what lies over the map, in design units.
    pub padding: Padding,
    /// What a screen reader calls it.
    pub label: String,
}

/// Room at the four sides, in design units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[allow(missing_docs, reason = "each field is named after its side")]
pub struct Padding {
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub left: f64,
}

/// What the pointer did, and to what.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Picked {
    /// `hover`, `leave` or `click`.
    pub how: String,
    /// Layer of the style; empty for none.
    pub layer: String,
    /// Row of the thing.
    pub id: i64,
    /// Code of a centre.
    pub code: String,
    /// Level, 0 to 4.
    pub level: i16,
    /// Kind of a risk point or device.
    pub kind: String,
    /// Title of an alarm.
    pub title: String,
    /// Longitude, in degrees.
    #[serde(default)]
    pub lng: f64,
    /// Latitude, in degrees.
    #[serde(default)]
    pub lat: f64,
    /// Pixels from the map's left.
    pub x: f64,
    /// Pixels from the map's top.
    pub y: f64,
}
