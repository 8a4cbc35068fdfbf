//! Events: cases in the event hub, after the city-management code GB/T 30428.

mod reports;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::{Actor, Right};
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::names::Name;
use crate::orders::OrderRow;
use crate::pages::Page;
use crate::plans::PlanRow;
use crate::time::Lamp;
use crate::warnings::{Level, WarningRow};
use crate::{EventId, Fault, Refusal, ReportDraftId, ReviewId, RiskPointId};

pub use reports::{Contact, KeptReport, PHOTOS, ReportFile, ReportFiles};

text_enum! {
    /// Where a case stands (GB/T 30428: collection, registration, dispatch, handling, verification, closing).
    EventState {
        Reported = "reported", Accepted = "accepted", Registered = "registered", Dispatched = "dispatched",
        Handling = "handling", HandledBack = "handled_back", Verified = "verified", Closed = "closed",
        Rejected = "rejected", Returned = "returned", Suspended = "suspended", Merged = "merged", Void = "void",
    }
}

text_enum! {
    /// What may happen to a case.
    EventMove {
        Accept = "accept", Reject = "reject", Register = "register", Dispatch = "dispatch", Start = "start",
        HandBack = "hand_back", Verify = "verify", Rework = "rework", Return = "return", Close = "close",
        Suspend = "suspend", Resume = "resume", Void = "void", Merge = "merge", Unmerge = "unmerge",
        PushUp = "push_up", PushDown = "push_down",
    }
}

text_enum! {
    /// Where a case came from.
    EventSource { Warning = "warning", Person = "person", Hotline = "hotline", Grid = "grid", Camera = "camera",
        System = "system" }
}

impl EventSource {
    /// What a duty desk may say a report came from; the others are said by the city's own systems.
    pub const TOLD: [Self; 4] = [Self::Person, Self::Hotline, Self::Grid, Self::Camera];
}

impl EventState {
    /// Whether the case still needs somebody.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Rejected | Self::Merged | Self::Void)
    }

    /// Whether the case stands still meanwhile and keeps the state it goes back to: suspended or merged.
    #[must_use]
    pub const fn rests(self) -> bool {
        matches!(self, Self::Suspended | Self::Merged)
    }

    /// Whether the next step is up to the centre that has the case: nobody else works on it now.
    #[must_use]
    pub const fn waits_for_its_centre(self) -> bool {
        matches!(
            self,
            Self::Reported
                | Self::Accepted
                | Self::Registered
                | Self::Returned
                | Self::HandledBack
                | Self::Verified
        )
    }

    /// The state after a move. `before` is the state a suspended or merged case was taken from.
    ///
    /// # Errors
    /// `NotNow` when the present state does not allow the move.
    pub fn after(self, step: EventMove, before: Option<Self>) -> Result<Self, Refusal> {
        use EventMove as M;
        let next = match (self, step) {
            (Self::Reported, M::Accept) => Self::Accepted,
            (Self::Reported | Self::Accepted, M::Reject) => Self::Rejected,
            (Self::Accepted, M::Register) => Self::Registered,
            (Self::Registered | Self::Returned, M::Dispatch) => Self::Dispatched,
            (Self::Dispatched, M::Start) => Self::Handling,
            (Self::Dispatched | Self::Handling, M::HandBack) => Self::HandledBack,
            (Self::Dispatched | Self::Handling, M::Return) => Self::Returned,
            (Self::HandledBack, M::Verify) => Self::Verified,
            (Self::HandledBack | Self::Verified, M::Rework) => Self::Handling,
            (Self::Verified, M::Close) => Self::Closed,
            (Self::Registered | Self::Dispatched | Self::Handling, M::Suspend) => Self::Suspended,
            (
                Self::Reported
                | Self::Accepted
                | Self::Registered
                | Self::Returned
                | Self::Dispatched
                | Self::Handling
                | Self::HandledBack,
                M::Merge,
            ) => Self::Merged,
            (Self::Suspended, M::Resume) | (Self::Merged, M::Unmerge) => before.unwrap_or(Self::Registered),
            (Self::Reported | Self::Accepted | Self::Registered, M::Void) => Self::Void,
            // Another centre goes on where this one stood, so that the step's clock runs on.
            (
                Self::Reported | Self::Accepted | Self::Registered | Self::Returned,
                M::PushUp | M::PushDown,
            ) => self,
            // What was dispatched and is too much stands before its dispatch again, above.
            (Self::Dispatched | Self::Handling, M::PushUp) => Self::Returned,
            _ => return Err(Refusal::not_now("event", self, step)),
        };
        Ok(next)
    }

    /// The move that follows by itself from how far the orders on a case are; none when it stands where it should.
    /// Ask again after each move.
    #[must_use]
    pub const fn follows(self, orders: Standing) -> Option<EventMove> {
        let Standing { parts, reported, approved, started } = orders;
        match self {
            Self::Dispatched | Self::Handling if parts == 0 => Some(EventMove::Return),
            Self::Dispatched | Self::Handling if reported == parts => Some(EventMove::HandBack),
            Self::Dispatched if started => Some(EventMove::Start),
            Self::HandledBack | Self::Verified if reported < parts => Some(EventMove::Rework),
            Self::HandledBack if parts > 0 && approved == parts => Some(EventMove::Verify),
            _ => None,
        }
    }

    /// Moves this state allows.
    pub fn moves(self) -> impl Iterator<Item = EventMove> {
        EventMove::ALL.iter().copied().filter(move |step| self.after(*step, None).is_ok())
    }
}

impl EventMove {
    /// The right the move needs.
    #[must_use]
    pub const fn right(self) -> Right {
        match self {
            Self::Close => Right::CloseEvent,
            Self::Dispatch => Right::IssueOrder,
            Self::Verify | Self::Rework => Right::VerifyOrder,
            _ => Right::HandleEvent,
        }
    }

    /// Whether a reason must be given.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::Reject
                | Self::Return
                | Self::Rework
                | Self::Suspend
                | Self::Void
                | Self::Merge
                | Self::Unmerge
                | Self::PushUp
                | Self::PushDown
        )
    }

    /// Whether a person chooses it among the moves on the event's page. The others follow from orders, or need another case
    /// or centre to be named: see `relations` and `hand_offs`.
    #[must_use]
    pub const fn is_by_hand(self) -> bool {
        !self.hands_off()
            && !matches!(self, Self::Dispatch | Self::Start | Self::HandBack | Self::Merge | Self::Unmerge)
    }

    /// Whether it gives the case to a centre of another tier, which must sign for it.
    #[must_use]
    pub const fn hands_off(self) -> bool {
        matches!(self, Self::PushUp | Self::PushDown)
    }
}

/// How far the orders issued on a case are: their parts that were not recalled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// All of them.
    pub parts: i64,
    /// Reported done, or verified.
    pub reported: i64,
    /// Verified.
    pub approved: i64,
    /// Somebody signed for one.
    pub started: bool,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventRow {
    /// Identity.
    pub id: EventId,
    /// Number people use, e.g. `SJ-2026-1123-000042`.
    pub number: String,
    /// What happened.
    pub title: Name,
    /// Category in words.
    pub category: Name,
    /// Level.
    pub level: Level,
    /// State.
    pub state: EventState,
    /// Where it came from.
    pub source: EventSource,
    /// The centre responsible.
    pub centre: CentreTag,
    /// Name of the district.
    pub district: Name,
    /// When it was reported.
    pub reported_at: DateTime<Utc>,
    /// When the whole case is due.
    pub due_at: DateTime<Utc>,
    /// Lamp of the whole case; green for ever once it is closed in time.
    pub lamp: Lamp,
    /// When the present step is due.
    pub step_due_at: Option<DateTime<Utc>>,
    /// Lamp of the present step; green once nothing is asked of anybody.
    pub step_lamp: Lamp,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

/// A case's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventDetail {
    /// The row.
    pub row: EventRow,
    /// What was reported, in the reporter's words.
    pub description: String,
    /// Longitude and latitude in degrees.
    pub place: Option<(f64, f64)>,
    /// Where it is, in words; empty if nobody said.
    pub address: String,
    /// Who can be asked about it, masked for those who do not handle it.
    pub contact: Option<Contact>,
    /// Photos and voice that came with the report.
    pub files: Vec<ReportFile>,
    /// Risk point.
    pub risk_point: Option<(RiskPointId, Name)>,
    /// The responsibility entry that sent it here: tier and post, in words.
    pub responsible: Name,
    /// Warnings behind it.
    pub warnings: Vec<WarningRow>,
    /// Plans that fit, best first.
    pub plans: Vec<PlanRow>,
    /// Orders issued on it.
    pub orders: Vec<OrderRow>,
    /// Review, once there is one.
    pub review: Option<ReviewId>,
    /// What happened, oldest first, from the audit log.
    pub timeline: Vec<TimelineEntry>,
    /// Moves by hand that the actor may make now.
    pub moves: Vec<EventMove>,
    /// The actor may issue an order on it.
    pub may_order: bool,
}

/// What a list of events is narrowed to. Every field is a URL parameter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventFilter {
    /// Centre code: it and all below.
    pub centre: String,
    /// Only this state; unset means those still open.
    pub state: Option<EventState>,
    /// Closed ones too.
    pub all: bool,
    /// Only this level.
    pub level: Option<Level>,
    /// Only where the worse of the two clocks has this lamp: `red` lists what is overdue.
    pub lamp: Option<Lamp>,
    /// Category code.
    pub category: Option<String>,
    /// Lane code: only categories that belong to it.
    pub lane: Option<String>,
    /// Only what waits for the reader: a lane owner's lane, else cases of their own centre whose next step is its own.
    pub mine: bool,
    /// Words that all stand in number, title, description, category or place.
    pub search: String,
    /// First city day of reporting, `YYYY-MM-DD`.
    pub from: String,
    /// Last city day of reporting.
    pub to: String,
    /// Key of the page before.
    pub after: Option<String>,
}

/// A report made by a person.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewEvent {
    /// Code of the centre where it is.
    pub centre: String,
    /// Category code.
    pub category: String,
    /// What happened, at most 80 characters.
    pub title: String,
    /// More, at most 2,000 characters.
    pub description: String,
    /// Level; blue if unset.
    pub level: Option<Level>,
    /// Longitude in degrees as typed; with `latitude` it chooses the centre, whatever `centre` says.
    pub longitude: String,
    /// Latitude in degrees as typed.
    pub latitude: String,
    /// Where it is in words, at most 200 characters.
    pub address: String,
    /// Where the report came from, one of [`EventSource::TOLD`]; a person if unset.
    pub source: Option<EventSource>,
    /// Name of who can be asked, at most 40 characters.
    pub contact_name: String,
    /// Their telephone number, at most 30 characters.
    pub contact_phone: String,
    /// The draft it comes back from, whose files go with it.
    pub draft: Option<ReportDraftId>,
    /// Made by the form; the same key again makes no second event.
    pub key: String,
    /// The reporter has seen the cases it may be about and reports it all the same.
    pub anyway: bool,
    /// Number of the case that it is about, in the reporter's eyes; empty for a case of its own.
    pub join: String,
}

/// Asks about events and moves them.
#[async_trait]
pub trait EventDesk: Send + Sync {
    /// Categories for the form and the filter: code and name.
    async fn categories(&self, actor: &Actor) -> Result<Vec<(String, Name)>, Fault>;
    /// Events of a centre, latest first.
    async fn events(&self, actor: &Actor, filter: EventFilter) -> Result<Page<EventRow>, Fault>;
    /// One event.
    async fn event(&self, actor: &Actor, id: EventId) -> Result<EventDetail, Fault>;
    /// Moves a case by hand. Closing opens the review.
    async fn step(
        &self,
        actor: &Actor,
        id: EventId,
        step: EventMove,
        reason: String,
    ) -> Result<EventState, Fault>;
}
