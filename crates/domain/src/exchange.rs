//! Cases as other systems send and read them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::actors::Actor;
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::events::{EventSource, EventState};
use crate::names::Name;
use crate::warnings::Level;
use crate::{EventId, Fault};

/// Rows that one answer holds at most.
pub const RECORDS_MAX: i64 = 100;

/// A case as another system sends it.
#[derive(Debug, Clone, PartialEq)]
pub struct SentEvent {
    /// `Hotline` or `System`.
    pub source: EventSource,
    /// Category code.
    pub category: String,
    /// What happened, at most 80 characters.
    pub title: String,
    /// More, at most 2,000 characters.
    pub description: String,
    /// Level; blue if unset.
    pub level: Option<Level>,
    /// Longitude and latitude in degrees.
    pub place: Option<(f64, f64)>,
    /// Code of the centre where it is; unset: the one that the place lies in, or the client's own.
    pub centre: Option<String>,
    /// Where it is, in words, at most 200 characters.
    pub address: String,
    /// The number that the sending system knows it by, at most 100 characters.
    pub reference: String,
    /// The same key again makes no second case.
    pub key: String,
}

/// A case as another system reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct EventRecord {
    /// Identity.
    pub id: EventId,
    /// Number people use.
    pub number: String,
    /// Class code.
    pub class: String,
    /// Category code.
    pub category: String,
    /// Category in words.
    pub category_name: Name,
    /// What happened.
    pub title: Name,
    /// More.
    pub description: String,
    /// Level.
    pub level: Level,
    /// State.
    pub state: EventState,
    /// Where it came from.
    pub source: EventSource,
    /// The centre responsible.
    pub centre: CentreTag,
    /// Longitude and latitude in degrees.
    pub place: Option<(f64, f64)>,
    /// Where it is, in words.
    pub address: String,
    /// The reporting system's number; empty for cases that the asking client did not send.
    pub reference: String,
    /// When it was reported.
    pub reported_at: DateTime<Utc>,
    /// When the whole case is due.
    pub due_at: DateTime<Utc>,
    /// When the present step is due.
    pub step_due_at: Option<DateTime<Utc>>,
    /// Past its time.
    pub late: bool,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
}

/// What a list is narrowed to; in the order of change, oldest change first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecordFilter {
    /// Centre code: it and all below; empty for the actor's own.
    pub centre: String,
    /// Only in this state.
    pub state: Option<EventState>,
    /// Only of this class.
    pub class: Option<String>,
    /// Only of this category.
    pub category: Option<String>,
    /// Only what the client itself sent under this number.
    pub reference: Option<String>,
    /// Only what changed at this moment or later.
    pub changed_since: Option<DateTime<Utc>>,
    /// Key of the page before.
    pub after: Option<String>,
    /// Rows, 1 to [`RECORDS_MAX`].
    pub limit: i64,
}

/// A page of records.
#[derive(Debug, Clone, PartialEq)]
pub struct Records {
    /// The rows.
    pub rows: Vec<EventRecord>,
    /// Key of the next page; none when there is none yet.
    pub next: Option<String>,
}

/// Takes cases from other systems and tells them what became of them.
#[async_trait]
pub trait ExchangeDesk: Send + Sync {
    /// Takes a case.
    async fn send(&self, actor: &Actor, sent: SentEvent) -> Result<EventRecord, Fault>;
    /// One case.
    async fn record(&self, actor: &Actor, id: EventId) -> Result<EventRecord, Fault>;
    /// Cases, in the order in which they changed.
    async fn records(&self, actor: &Actor, filter: RecordFilter) -> Result<Records, Fault>;
    /// What happened in a case, oldest first.
    async fn history(&self, actor: &Actor, id: EventId) -> Result<Vec<TimelineEntry>, Fault>;
}
