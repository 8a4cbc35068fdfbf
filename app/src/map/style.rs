//! The map's style, typed. Colours are CSS custom properties and sizes are design units: see `public/map.mjs`.
//!
//! There are no `glyphs` in it, so Chinese and Latin are drawn locally and no font is fetched.

use std::collections::BTreeMap;

use domain::centres::{CentreTag, Tier};
use serde::Serialize;

/// A MapLibre style.
#[derive(Debug, Serialize)]
pub struct Style {
    version: u8,
    sources: BTreeMap<&'static str, Source>,
    layers: Vec<Layer>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Source {
    Vector { tiles: [String; 1], minzoom: u8, maxzoom: u8 },
    Geojson { data: Nothing },
}

/// A collection that the page fills later.
#[derive(Debug, Serialize)]
struct Nothing {
    r#type: &'static str,
    features: [u8; 0],
}

/// A value or expression of the style language.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Value {
    Number(f64),
    Flag(bool),
    Text(&'static str),
    List(Vec<Value>),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Layer {
    id: &'static str,
    r#type: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'static str>,
    #[serde(rename = "source-layer", skip_serializing_if = "Option::is_none")]
    within: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<Group>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<Value>,
    layout: BTreeMap<&'static str, Value>,
    paint: BTreeMap<&'static str, Value>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Background,
    Fill,
    Line,
    Circle,
    Symbol,
}

/// Which switch shows the layer.
#[derive(Debug, Serialize)]
struct Group {
    group: &'static str,
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Text(text)
    }
}

/// A list of the style language: `list!["get", "level"]`.
macro_rules! list {
    ($($item:expr),* $(,)?) => { Value::List(vec![$(Value::from($item)),*]) };
}

impl Layer {
    fn new(id: &'static str, kind: Kind) -> Self {
        let (layout, paint) = (BTreeMap::new(), BTreeMap::new());
        Self { id, r#type: kind, source: None, within: None, metadata: None, filter: None, layout, paint }
    }

    /// Drawn from a source's layer of the same name.
    fn of(mut self, source: &'static str) -> Self {
        self.source = Some(source);
        self.within = Some(source);
        self
    }

    /// Drawn from points that the page puts in.
    fn of_points(mut self, source: &'static str) -> Self {
        self.source = Some(source);
        self
    }

    fn switched_by(mut self, group: &'static str) -> Self {
        self.metadata = Some(Group { group });
        self
    }

    fn only(mut self, filter: Value) -> Self {
        self.filter = Some(filter);
        self
    }

    fn paint(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.paint.insert(name, value.into());
        self
    }

    fn layout(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.layout.insert(name, value.into());
        self
    }
}

/// A value by level, 4 to 1 and none.
fn by_level(level: Value, values: [impl Into<Value>; 5]) -> Value {
    let [red, orange, yellow, blue, none] = values.map(Into::into);
    Value::List(vec![
        "match".into(),
        level,
        4.0.into(),
        red,
        3.0.into(),
        orange,
        2.0.into(),
        yellow,
        1.0.into(),
        blue,
        none,
    ])
}

/// A size that grows with the zoom.
fn by_zoom(stops: [(f64, &'static str); 3]) -> Value {
    let mut items = vec!["interpolate".into(), list!["linear"], list!["zoom"]];
    items.extend(stops.into_iter().flat_map(|(zoom, size)| [zoom.into(), size.into()]));
    Value::List(items)
}

fn is_tier(tier: Tier) -> Value {
    list!["==", list!["get", "tier"], tier.as_str()]
}

/// The tier whose borders a centre's map shows.
const fn below(tier: Tier) -> Tier {
    match tier {
        Tier::City => Tier::District,
        Tier::District => Tier::Township,
        Tier::Township => Tier::Community,
        Tier::Community | Tier::Grid => Tier::Grid,
    }
}

fn tiles(layer: &str, centre: &str, maxzoom: u8) -> Source {
    Source::Vector {
        tiles: [["/tiles/", layer, "/{z}/{x}/{y}?centre=", centre].concat()],
        minzoom: 4,
        maxzoom,
    }
}

fn points() -> Source {
    Source::Geojson { data: Nothing { r#type: "FeatureCollection", features: [] } }
}

/// The style of a centre's map.
#[must_use]
pub fn of(centre: &CentreTag) -> Style {
    let code = centre.code.as_str();
    let sources = BTreeMap::from([
        ("centres", tiles("centres", code, 12)),
        ("rivers", tiles("rivers", code, 12)),
        ("pipelines", tiles("pipelines", code, 14)),
        ("risk_points", tiles("risk_points", code, 14)),
        ("devices", tiles("devices", code, 14)),
        ("names", points()),
        ("alarms", points()),
        ("drawn", points()),
    ]);
    let mut layers = ground(centre.tier);
    layers.extend(lines());
    layers.extend(things());
    layers.extend(drawing());
    Style { version: 8, sources, layers }
}

/// Land, coloured by the worst open warning, and borders.
fn ground(tier: Tier) -> Vec<Layer> {
    let level = list!["coalesce", list!["feature-state", "level"], 0.0];
    let colours = by_level(
        level,
        [
            "var(--map-land-red)",
            "var(--map-land-orange)",
            "var(--map-land-yellow)",
            "var(--map-land-blue)",
            "var(--map-land)",
        ],
    );
    let border = |id, tier, colour: &'static str, width: &'static str| {
        Layer::new(id, Kind::Line)
            .of("centres")
            .only(is_tier(tier))
            .layout("line-join", "round")
            .paint("line-color", colour)
            .paint("line-width", width)
    };
    vec![
        Layer::new("void", Kind::Background).paint("background-color", "var(--map-void)"),
        Layer::new("ground", Kind::Fill)
            .of("centres")
            .only(is_tier(tier))
            .paint("fill-color", "var(--map-land)"),
        Layer::new("land", Kind::Fill).of("centres").only(is_tier(below(tier))).paint("fill-color", colours),
        border("borders", below(tier), "var(--map-border)", "u(1.2)"),
        border("edge", tier, "var(--map-edge)", "u(2)"),
    ]
}

/// Rivers and pipelines.
fn lines() -> Vec<Layer> {
    let pipes = list![
        "match",
        list!["get", "kind"],
        "gas",
        "var(--map-gas)",
        "water",
        "var(--map-water)",
        "drainage",
        "var(--map-drain)",
        "var(--map-pipe)",
    ];
    let line = |id: &'static str| {
        Layer::new(id, Kind::Line)
            .of(id)
            .switched_by(id)
            .layout("line-cap", "round")
            .layout("line-join", "round")
    };
    vec![
        line("rivers")
            .paint("line-color", "var(--map-river)")
            .paint("line-width", by_zoom([(6.0, "u(2.5)"), (10.0, "u(4)"), (14.0, "u(7)")])),
        line("pipelines")
            .paint("line-color", pipes)
            .paint("line-width", by_zoom([(6.0, "u(1.5)"), (10.0, "u(2.5)"), (14.0, "u(4)")])),
    ]
}

/// Devices, risk points, names, alarms: topmost last.
fn things() -> Vec<Layer> {
    let grade = by_level(
        list!["get", "level"],
        ["var(--red)", "var(--orange)", "var(--yellow)", "var(--blue)", "var(--stale)"],
    );
    let icon = by_level(list!["get", "level"], ["red", "orange", "yellow", "blue", "blue"]);
    let size = by_level(list!["get", "level"], [1.15, 1.0, 0.9, 0.75, 0.75]);
    vec![
        Layer::new("devices", Kind::Circle)
            .of("devices")
            .switched_by("devices")
            .paint("circle-color", "var(--map-device)")
            .paint("circle-opacity", 0.85)
            .paint("circle-radius", by_zoom([(6.0, "u(1.8)"), (10.0, "u(3)"), (14.0, "u(5)")])),
        Layer::new("risk-points", Kind::Circle)
            .of("risk_points")
            .switched_by("risk_points")
            .paint("circle-color", "var(--map-void)")
            .paint("circle-stroke-color", grade)
            .paint("circle-stroke-width", "u(1.8)")
            .paint("circle-stroke-opacity", 0.75)
            .paint("circle-radius", by_zoom([(6.0, "u(2.4)"), (10.0, "u(4.5)"), (14.0, "u(8)")])),
        Layer::new("names", Kind::Symbol)
            .of_points("names")
            .layout("text-field", list!["get", "name"])
            .layout("text-font", list!["Noto Sans SC"])
            .layout("text-size", "u(20)")
            .layout("text-padding", "u(2)")
            .layout("text-max-width", 12.0)
            .paint("text-color", "var(--map-label)")
            .paint("text-halo-color", "var(--map-void)")
            .paint("text-halo-width", "u(1.6)"),
        Layer::new("alarms", Kind::Symbol)
            .of_points("alarms")
            .switched_by("warnings")
            .layout("icon-image", icon)
            .layout("icon-size", size)
            .layout("icon-allow-overlap", true)
            .layout("symbol-sort-key", list!["get", "level"]),
    ]
}

/// An area that the reader draws: topmost.
fn drawing() -> [Layer; 3] {
    let of = |id, kind| Layer::new(id, kind).of_points("drawn");
    [
        of("drawn-fill", Kind::Fill).paint("fill-color", "var(--accent)").paint("fill-opacity", 0.2),
        of("drawn-line", Kind::Line).paint("line-color", "var(--accent)").paint("line-width", "u(3)"),
        of("drawn-corners", Kind::Circle)
            .paint("circle-color", "var(--accent)")
            .paint("circle-radius", "u(8)"),
    ]
}

#[cfg(test)]
mod tests {
    use domain::CentreId;
    use domain::centres::CentrePath;
    use domain::names::Name;

    use super::*;

    #[test]
    fn a_style_is_what_the_style_language_wants() {
        let name = Name::typed("沙坪坝");
        let path = CentrePath::parse("500000.500106").expect("a test's own path");
        let (code, tier, short) = ("500106".to_owned(), Tier::District, name.clone());
        let style = of(&CentreTag { id: CentreId(6), code, name, short, tier, path });
        let json = serde_json::to_value(&style).expect("a style is plain data");
        assert_eq!(json["version"], 8);
        assert!(json.get("glyphs").is_none());
        assert_eq!(json["sources"]["alarms"]["type"], "geojson");
        assert_eq!(json["sources"]["devices"]["tiles"][0], "/tiles/devices/{z}/{x}/{y}?centre=500106");
        let land = json["layers"].as_array().and_then(|all| all.iter().find(|layer| layer["id"] == "land"));
        assert_eq!(land.expect("land is drawn")["filter"][2], "township");
        assert_eq!(land.expect("land is drawn")["source-layer"], "centres");
    }

    #[test]
    fn every_colour_is_defined_where_maps_are_drawn() {
        let sheets =
            concat!(include_str!("../../../style/map.css"), include_str!("../../../style/tokens.css"));
        let layers = [ground(Tier::City), lines(), things(), drawing().into()];
        let layers = serde_json::to_string(&layers).expect("a style is plain data");
        for colour in layers.split("var(").skip(1) {
            let name = colour.split(')').next().expect("a name ends with a bracket");
            assert!(sheets.contains(&format!("{name}: ")), "{name} would be drawn grey");
        }
    }
}
