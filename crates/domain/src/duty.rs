//! Duty: who answers at a centre, hour by hour; what one shift tells the next; who is away.

mod imports;
mod weeks;

use async_trait::async_trait;
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::audit::TimelineEntry;
use crate::centres::{CentreHead, CentreTag};
use crate::names::Name;
use crate::time::from_city;
use crate::{
    AbsenceId, CentreId, Fault, HandOverId, PersonId, PostId, Refusal, Remedy, RosterImportId, ShiftId,
};

pub use imports::{Fate, Judged, LINES_AT_MOST, Line, RosterImport, judge};
pub use weeks::{Week, day_span};

/// Hours a shift may last.
pub const LONGEST_H: i64 = 72;

/// Who is on duty at a centre now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnDuty {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// As what.
    pub post: Name,
    /// Where they are reached; empty if nobody wrote it down.
    pub phone: String,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// A span of time, its end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Beginning.
    pub from: DateTime<Utc>,
    /// End.
    pub to: DateTime<Utc>,
}

impl Span {
    /// A span as people write it, in the city's time: `2026-11-25 08:00`, `2026-11-25T08:00`, `2026/11/25 8:00`.
    ///
    /// # Errors
    /// `Field` of `from` or `to`.
    pub fn read(from: &str, to: &str) -> Result<Self, Refusal> {
        let (from, to) = (city_time("from", from)?, city_time("to", to)?);
        if from < to { Ok(Self { from, to }) } else { Err(Refusal::field("to", Remedy::EndsBeforeStart)) }
    }

    /// A shift as people write it: a span of at most [`LONGEST_H`] hours.
    ///
    /// # Errors
    /// `Field` of `from` or `to`.
    pub fn of_shift(from: &str, to: &str) -> Result<Self, Refusal> {
        let span = Self::read(from, to)?;
        if span.to - span.from > Duration::hours(LONGEST_H) {
            #[expect(clippy::cast_precision_loss, reason = "a few days in hours")]
            let max = LONGEST_H as f64;
            return Err(Refusal::field("hours", Remedy::OutOfRange { min: 0.0, max }));
        }
        Ok(span)
    }

    /// Whether the two have a moment in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

fn city_time(field: &str, text: &str) -> Result<DateTime<Utc>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::field(field, Remedy::Required));
    }
    let plain = text.replace(['T', 't'], " ").replace('/', "-");
    ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
        .iter()
        .find_map(|shape| NaiveDateTime::parse_from_str(&plain, shape).ok())
        .map(from_city)
        .ok_or_else(|| Refusal::unknown(field, text.chars().take(40).collect::<String>()))
}

/// Somebody who may be given shifts at a centre: a post and who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The post.
    pub post: PostId,
    /// Who holds it.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The post's title.
    pub title: Name,
    /// Where they are reached.
    pub phone: String,
}

/// A shift in the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Identity.
    pub id: ShiftId,
    /// Whose.
    pub holder: Holder,
    /// When.
    pub span: Span,
    /// Nobody serves it: why its holder is away.
    pub away: Option<String>,
}

/// The spans within `whole` that nobody serves, in order.
#[must_use]
pub fn gaps(shifts: &[Shift], whole: Span) -> Vec<Span> {
    let mut served: Vec<Span> =
        shifts.iter().filter(|shift| shift.away.is_none()).map(|shift| shift.span).collect();
    served.sort();
    let (mut gaps, mut until) = (Vec::new(), whole.from);
    for span in served.into_iter().filter(|span| span.overlaps(whole)) {
        if span.from > until {
            gaps.push(Span { from: until, to: span.from });
        }
        until = until.max(span.to);
    }
    if until < whole.to {
        gaps.push(Span { from: until, to: whole.to });
    }
    gaps
}

/// Several centres in one question, written `12-13-14`: short enough for the URL of a page with a thousand of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct CentreSet(Vec<CentreId>);

impl CentreSet {
    /// The centres, each once.
    #[must_use]
    pub fn of(centres: impl IntoIterator<Item = CentreId>) -> Self {
        let mut centres: Vec<_> = centres.into_iter().collect();
        centres.sort_unstable();
        centres.dedup();
        Self(centres)
    }

    /// Their identities.
    #[must_use]
    pub fn ids(self) -> Vec<CentreId> {
        self.0
    }
}

impl From<CentreSet> for String {
    fn from(set: CentreSet) -> Self {
        set.0.iter().map(ToString::to_string).collect::<Vec<_>>().join("-")
    }
}

impl TryFrom<String> for CentreSet {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        let ids = text.split('-').filter(|id| !id.is_empty()).map(str::parse);
        ids.collect::<Result<Vec<_>, _>>().map(Self::of)
    }
}

/// What one shift left to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Identity.
    pub id: HandOverId,
    /// The note.
    pub note: String,
    /// Who wrote it.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The reader wrote it: somebody else takes over.
    pub own: bool,
}

/// Somebody who is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Identity.
    pub id: AbsenceId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When.
    pub span: Span,
    /// Why.
    pub reason: String,
}

/// A centre and who is on duty there now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreDuty {
    /// The centre.
    pub centre: CentreTag,
    /// Who; nobody where the roster names none.
    pub on_duty: Option<OnDuty>,
}

/// A shift that somebody serves, wherever it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Who.
    pub person: PersonId,
    /// Under which post.
    pub post: PostId,
    /// When.
    pub span: Span,
    /// The centre's name.
    pub centre: Name,
}

/// What is already settled about the people of a roster: what a new shift must not run into.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settled {
    /// Shifts they serve.
    pub shifts: Vec<Taken>,
    /// Spans in which somebody is away.
    pub away: Vec<(PersonId, Span)>,
}

impl Settled {
    /// Whether somebody can serve at that time.
    ///
    /// # Errors
    /// `Field` of `from`: what they do then.
    pub fn leaves_free(&self, person: PersonId, span: Span) -> Result<(), Refusal> {
        let taken = self.shifts.iter().find(|taken| taken.person == person && taken.span.overlaps(span));
        if let Some(Taken { span, centre, .. }) = taken {
            let remedy = Remedy::OnDutyThen { centre: centre.clone(), from: span.from, to: span.to };
            return Err(Refusal::field("from", remedy));
        }
        match self.away.iter().find(|(who, at)| *who == person && at.overlaps(span)) {
            Some((_, at)) => Err(Refusal::field("from", Remedy::AwayThen { from: at.from, to: at.to })),
            None => Ok(()),
        }
    }
}

/// A centre's week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Roster {
    /// The centre, with the way up and down, and who is on duty now.
    pub head: CentreHead,
    /// The week.
    pub week: Week,
    /// Its shifts, and those that reach into it.
    pub shifts: Vec<Shift>,
    /// Who may be given shifts.
    pub holders: Vec<Holder>,
    /// Notes that the next shift has not acknowledged yet.
    pub hand_overs: Vec<HandOver>,
    /// Who is away in this week or later.
    pub absences: Vec<Absence>,
    /// Centres directly below, those with nobody on duty first.
    pub below: Vec<CentreDuty>,
    /// What happened to the roster, latest first, from the audit log.
    pub timeline: Vec<TimelineEntry>,
    /// The actor may change it.
    pub may_manage: bool,
    /// The actor is on duty here now, or may manage: they may hand over and acknowledge.
    pub may_hand_over: bool,
}

/// A shift to be added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewShift {
    /// Centre code.
    pub centre: String,
    /// Whose: a post of the centre.
    pub post: String,
    /// From when, city time.
    pub from: String,
    /// Until when, city time.
    pub to: String,
}

/// A span in which somebody will be away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewAbsence {
    /// Centre code.
    pub centre: String,
    /// Whose: a post of the centre, for the person who holds it.
    pub post: String,
    /// From when, city time.
    pub from: String,
    /// Until when, city time.
    pub to: String,
    /// Why, at most 200 characters.
    pub reason: String,
}

/// Rosters, and who is on duty.
#[async_trait]
pub trait DutyDesk: Send + Sync {
    /// A week of a centre, by code; of an empty week the present one.
    async fn roster(&self, actor: &Actor, centre: String, week: Option<Week>) -> Result<Roster, Fault>;
    /// Who is on duty now at several centres at once; centres outside the scope are left out.
    async fn on_duty(&self, actor: &Actor, centres: Vec<CentreId>) -> Result<Vec<(CentreId, OnDuty)>, Fault>;
    /// Adds a shift.
    async fn add_shift(&self, actor: &Actor, new: NewShift) -> Result<ShiftId, Fault>;
    /// Takes a shift out of the roster.
    async fn remove_shift(&self, actor: &Actor, id: ShiftId) -> Result<(), Fault>;
    /// Lets the holders of two shifts of a centre serve each other's.
    async fn swap_shifts(&self, actor: &Actor, one: ShiftId, other: ShiftId) -> Result<(), Fault>;
    /// Leaves a note to the next shift of a centre.
    async fn hand_over(&self, actor: &Actor, centre: String, note: String) -> Result<HandOverId, Fault>;
    /// Acknowledges such a note.
    async fn acknowledge_hand_over(&self, actor: &Actor, id: HandOverId) -> Result<(), Fault>;
    /// Notes that somebody is away: their shifts in that span are served by nobody.
    async fn note_absence(&self, actor: &Actor, new: NewAbsence) -> Result<AbsenceId, Fault>;
    /// They are back, or were not away: they serve their shifts again.
    async fn end_absence(&self, actor: &Actor, id: AbsenceId) -> Result<(), Fault>;
    /// An empty roster of a centre as CSV, with a line for each who may be given shifts.
    async fn roster_template(&self, actor: &Actor, centre: String) -> Result<String, Fault>;
    /// Takes a roster in and changes nothing yet: the answer leads to what it would change.
    async fn send_roster(
        &self,
        actor: &Actor,
        centre: String,
        file: Vec<u8>,
    ) -> Result<RosterImportId, Fault>;
    /// What a roster that was sent would change, line by line, as things are now.
    async fn roster_import(&self, actor: &Actor, id: RosterImportId) -> Result<RosterImport, Fault>;
    /// Applies it, if no line is wrong. A second time changes nothing.
    async fn apply_roster(&self, actor: &Actor, id: RosterImportId) -> Result<(), Fault>;
}
