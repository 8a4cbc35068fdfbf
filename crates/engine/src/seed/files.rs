//! The files of `data/`, compiled into the binary so that it needs nothing beside it.

use anyhow::{Context, bail};
use serde_json::{Map, Value};

/// A document of the demo data.
#[derive(Debug, Clone, Copy)]
pub struct File {
    name: &'static str,
    text: &'static str,
}

macro_rules! files {
    ($($name:ident = $path:literal),+ $(,)?) => {$(
        pub const $name: File = File { name: $path, text: include_str!(concat!("../../../../data/", $path)) };
    )+};
}

files! {
    CENTRES = "centres.geojson",
    CENTRE_NAMES = "centre_names.csv",
    TOWNSHIP_CELLS = "township_cells.csv",
    COMMUNITIES = "communities.geojson",
    RIVERS = "rivers.geojson",
    PIPELINES = "pipelines.geojson",
    QUANTITIES = "quantities.json",
    RISK_KINDS = "risk_kinds.json",
    RESPONSIBILITIES = "responsibilities.json",
    WORK_CALENDAR = "work_calendar.json",
    LANES = "lanes.json",
    INDICATORS = "indicators.json",
    RULES = "rules.json",
    PLANS = "plans.json",
    PEOPLE = "people.json",
    RISK_POINTS = "risk_points.csv",
    DEVICES = "devices.csv",
    SITUATION = "situation.json",
    PHRASES = "phrases.json",
}

files! {
    RAINSTORM = "stories/rainstorm.json",
    UNDERPASS = "stories/underpass.json",
    FOREST_FIRE = "stories/forest-fire.json",
    WATER_POLLUTION = "stories/water-pollution.json",
}

/// The JSON text of a story that `cityhelm simulate` plays, by its code.
#[must_use]
pub fn story(code: &str) -> Option<&'static str> {
    STORIES.iter().find(|(known, _)| *known == code).map(|(_, file)| file.text)
}

/// Codes of the stories there are.
pub fn stories() -> impl Iterator<Item = &'static str> {
    STORIES.iter().map(|(code, _)| *code)
}

const STORIES: [(&str, File); 4] = [
    ("rainstorm", RAINSTORM),
    ("underpass", UNDERPASS),
    ("forest-fire", FOREST_FIRE),
    ("water-pollution", WATER_POLLUTION),
];

impl File {
    /// The whole document, as JSON text.
    pub const fn whole(self) -> &'static str {
        self.text
    }

    /// One array of the document, as JSON text.
    pub fn part(self, key: &str) -> anyhow::Result<String> {
        let document: Value =
            serde_json::from_str(self.text).with_context(|| format!("data/{} is not JSON", self.name))?;
        match document.get(key) {
            Some(rows @ Value::Array(_)) => Ok(rows.to_string()),
            _ => bail!("data/{} has no array `{key}`", self.name),
        }
    }

    /// The rows of a CSV document, as a JSON array of objects.
    pub fn table(self) -> anyhow::Result<String> {
        let mut reader = csv::Reader::from_reader(self.text.as_bytes());
        let header = reader.headers()?.clone();
        let mut rows = Vec::new();
        for row in reader.records() {
            let row = row.with_context(|| format!("data/{} has a bad row", self.name))?;
            let cells = header.iter().zip(row.iter());
            rows.push(Value::Object(
                cells.map(|(k, v)| (k.to_owned(), Value::from(v))).collect::<Map<_, _>>(),
            ));
        }
        Ok(Value::Array(rows).to_string())
    }
}
