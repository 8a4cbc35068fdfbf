//! How things look to other systems.

use chrono::{DateTime, Utc};
use domain::audit::TimelineEntry;
use domain::centres::CentreTag;
use domain::events::EventSource;
use domain::exchange::EventRecord;
use domain::names::Name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A text in Chinese and English; the English is empty for what people typed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Text {
    #[schema(example = "道路积水")]
    zh: String,
    #[schema(example = "Flooded road")]
    en: String,
}

impl From<Name> for Text {
    fn from(name: Name) -> Self {
        Self { zh: name.zh, en: name.en }
    }
}

/// A governance centre.
#[derive(Debug, Serialize, ToSchema)]
pub struct Centre {
    /// Code, as `centre` is asked for.
    #[schema(example = "500106")]
    code: String,
    /// `city`, `district`, `township`, `community` or `grid`.
    #[schema(example = "district")]
    tier: String,
    name: Text,
}

impl From<CentreTag> for Centre {
    fn from(tag: CentreTag) -> Self {
        Self { code: tag.code, tier: tag.tier.to_string(), name: tag.name.into() }
    }
}

/// What kind of geometry.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub enum PointKind {
    /// A point.
    Point,
}

/// A place as GeoJSON (RFC 7946) has it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"type": "Point", "coordinates": [106.4571, 29.5412]}))]
pub struct GeoPoint {
    #[serde(rename = "type")]
    kind: PointKind,
    /// Longitude and latitude in degrees (WGS 84).
    #[schema(min_items = 2, max_items = 2, value_type = Vec<f64>)]
    coordinates: [f64; 2],
}

impl GeoPoint {
    /// Longitude and latitude.
    pub const fn at(&self) -> (f64, f64) {
        (self.coordinates[0], self.coordinates[1])
    }
}

/// Gravity, least first.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 蓝 · IV
    Blue,
    /// 黄 · III
    Yellow,
    /// 橙 · II
    Orange,
    /// 红 · I
    Red,
}

impl From<Level> for domain::warnings::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::Blue => Self::Blue,
            Level::Yellow => Self::Yellow,
            Level::Orange => Self::Orange,
            Level::Red => Self::Red,
        }
    }
}

/// Where a case that is sent comes from.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The hotline 12345.
    Hotline,
    /// Another system.
    System,
}

impl From<Source> for EventSource {
    fn from(source: Source) -> Self {
        match source {
            Source::Hotline => Self::Hotline,
            Source::System => Self::System,
        }
    }
}

/// A case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Event {
    #[schema(example = 42)]
    id: i64,
    /// Number people use.
    #[schema(example = "SJ-2026-1123-000042")]
    number: String,
    /// Code of the class.
    #[schema(example = "event")]
    class: String,
    /// Code of the category.
    #[schema(example = "road_flooding")]
    category: String,
    category_name: Text,
    title: Text,
    description: String,
    /// `blue`, `yellow`, `orange` or `red`.
    #[schema(example = "yellow")]
    level: String,
    /// `reported`, `accepted`, `registered`, `dispatched`, `handling`, `handled_back`, `verified`, `closed`, `rejected`,
    /// `returned`, `suspended`, `merged` or `void`.
    #[schema(example = "reported")]
    state: String,
    /// `warning`, `person`, `hotline`, `grid`, `camera` or `system`.
    #[schema(example = "hotline")]
    source: String,
    /// The centre responsible.
    centre: Centre,
    place: Option<GeoPoint>,
    /// Where it is, in words.
    #[schema(example = "石井坡街道公园西路 3 号")]
    address: String,
    /// The sending system's own number; empty for cases that this client did not send.
    #[schema(example = "12345-20261123-0815")]
    reference: String,
    reported_at: DateTime<Utc>,
    /// When the whole case is due.
    due_at: DateTime<Utc>,
    /// When the present step is due.
    step_due_at: Option<DateTime<Utc>>,
    /// Past its time.
    late: bool,
    closed_at: Option<DateTime<Utc>>,
    changed_at: DateTime<Utc>,
}

impl From<EventRecord> for Event {
    fn from(record: EventRecord) -> Self {
        Self {
            id: record.id.0,
            number: record.number,
            class: record.class,
            category: record.category,
            category_name: record.category_name.into(),
            title: record.title.into(),
            description: record.description,
            level: record.level.to_string(),
            state: record.state.to_string(),
            source: record.source.to_string(),
            centre: record.centre.into(),
            place: record.place.map(|(x, y)| GeoPoint { kind: PointKind::Point, coordinates: [x, y] }),
            address: record.address,
            reference: record.reference,
            reported_at: record.reported_at,
            due_at: record.due_at,
            step_due_at: record.step_due_at,
            late: record.late,
            closed_at: record.closed_at,
            changed_at: record.changed_at,
        }
    }
}

/// Something that was decided. Persons are not named: the post and its centre decided.
#[derive(Debug, Serialize, ToSchema)]
pub struct Moment {
    at: DateTime<Utc>,
    /// What was done, e.g. `event_moved`.
    #[schema(example = "event_moved")]
    verb: String,
    /// What it was done to.
    subject: Text,
    /// As what: the post, or the rule for what the system did.
    by: Text,
    /// The centre that acted.
    centre: Text,
    /// State before; empty if there was none.
    before: String,
    /// State after.
    after: String,
    /// What was written with it.
    note: String,
}

impl From<TimelineEntry> for Moment {
    fn from(entry: TimelineEntry) -> Self {
        Self {
            at: entry.at,
            verb: entry.verb.to_string(),
            subject: entry.subject.into(),
            by: entry.as_what.into(),
            centre: entry.centre.into(),
            before: entry.before,
            after: entry.after,
            note: entry.note,
        }
    }
}
