//! Evaluation: rates, computed from how cases went. What a rate means is data ([`Definition`]); how a case counts in it is here.

mod appeals;
mod asked;
mod ranking;
mod span;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::centres::Tier;
use crate::clocks::{Clocks, Limits};
use crate::events::EventMove;
use crate::names::Name;
use crate::time::{counted, due_at, later};

pub use appeals::*;
pub use asked::*;
pub use ranking::*;
pub use span::*;

text_enum! {
    /// How a rate is computed.
    RateKind {
        /// 按期立案率.
        RegisteredInTime = "registered_in_time",
        /// 按期派遣率.
        DispatchedInTime = "dispatched_in_time",
        /// 按期处置率.
        HandledInTime = "handled_in_time",
        /// 按期结案率.
        ClosedInTime = "closed_in_time",
        /// 派遣准确率: no return after the dispatch.
        AccuratelyDispatched = "accurately_dispatched",
        /// 返工率.
        Reworked = "reworked",
        /// 退回率.
        Returned = "returned",
        /// 延期率.
        Extended = "extended",
        /// 核查解决率.
        VerifiedSolved = "verified_solved",
        /// 小事不出村.
        SolvedInCommunity = "solved_in_community",
        /// 大事不出镇.
        SolvedInTownship = "solved_in_township",
        /// 难事不出区县.
        SolvedInDistrict = "solved_in_district",
    }
}

text_enum! {
    /// Which way a rate is good.
    Better { Higher = "higher", Lower = "lower" }
}

text_enum! {
    /// Why a case counts as it does; the amount beside it says how much.
    Why {
        /// Ended in time: minutes that were left.
        InTime = "in_time",
        /// Ended late: minutes past.
        Late = "late",
        /// Happened so many times.
        Times = "times",
        /// Solved at a tier: its depth in the tree of centres, one for the city.
        Tier = "tier",
    }
}

/// Counts in the numerator and the denominator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// What the rate asks for.
    pub numerator: i64,
    /// What it is asked of.
    pub denominator: i64,
}

impl Counts {
    /// So many of so many.
    #[must_use]
    pub const fn new(numerator: i64, denominator: i64) -> Self {
        Self { numerator, denominator }
    }

    /// Per cent; none of nothing.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of cases lie far below 2^52")]
    pub fn percent(self) -> Option<f64> {
        (self.denominator > 0).then(|| self.numerator as f64 * 100.0 / self.denominator as f64)
    }

    /// The same with the sign turned: taken back.
    #[must_use]
    pub const fn taken_back(self) -> Self {
        Self { numerator: -self.numerator, denominator: -self.denominator }
    }
}

impl std::ops::Add for Counts {
    type Output = Self;
    fn add(self, more: Self) -> Self {
        Self { numerator: self.numerator + more.numerator, denominator: self.denominator + more.denominator }
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, each| sum + each)
    }
}

/// A moment against its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// When it ended.
    pub at: DateTime<Utc>,
    /// When it was due.
    pub due: DateTime<Utc>,
}

/// What a case went through, once it is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// The closing, against the limit of the whole case.
    pub closing: Timing,
    /// How often it was dispatched.
    pub dispatches: i64,
    /// How often it was returned.
    pub returns: i64,
    /// How often it was reported done.
    pub hand_backs: i64,
    /// How often it was sent back to work.
    pub reworks: i64,
    /// Extensions granted.
    pub extensions: i64,
    /// The highest tier that had to take part.
    pub solved_at: Tier,
}

/// Something that ended and counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A case was registered.
    Registered(Timing),
    /// It was dispatched.
    Dispatched(Timing),
    /// It was reported done.
    Handled(Timing),
    /// It was closed.
    Closed(Course),
}

/// How one case counts in one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The rate.
    pub rate: RateKind,
    /// How often it counts; never more in the numerator than in the denominator.
    pub counts: Counts,
    /// Why.
    pub why: Why,
    /// Of that, how much.
    pub amount: i64,
}

impl RateKind {
    /// Which way the rate is good.
    #[must_use]
    pub const fn better(self) -> Better {
        match self {
            Self::Reworked | Self::Returned | Self::Extended => Better::Lower,
            _ => Better::Higher,
        }
    }

    /// How a fact counts; none where it has no place in this rate.
    #[must_use]
    pub fn share(self, fact: &Fact) -> Option<Share> {
        let made = |counts: Counts, why, amount| {
            (counts.denominator > 0).then_some(Share { rate: self, counts, why, amount })
        };
        let timed = |timing: &Timing| {
            let left = (timing.due - timing.at).num_minutes();
            let good = timing.at <= timing.due;
            let why = if good { Why::InTime } else { Why::Late };
            made(Counts::new(i64::from(good), 1), why, left.abs())
        };
        let once = |times: i64| made(Counts::new(i64::from(times > 0), 1), Why::Times, times);
        let without = |all: i64, wrong: i64| made(Counts::new((all - wrong).max(0), all), Why::Times, wrong);
        let within = |tier: Tier, at: Tier| {
            let depth = depth(at);
            made(Counts::new(i64::from(depth >= self::depth(tier)), 1), Why::Tier, depth)
        };
        match (self, fact) {
            (Self::RegisteredInTime, Fact::Registered(timing))
            | (Self::DispatchedInTime, Fact::Dispatched(timing))
            | (Self::HandledInTime, Fact::Handled(timing))
            | (Self::ClosedInTime, Fact::Closed(Course { closing: timing, .. })) => timed(timing),
            (Self::AccuratelyDispatched, Fact::Closed(course)) => without(course.dispatches, course.returns),
            (Self::VerifiedSolved, Fact::Closed(course)) => without(course.hand_backs, course.reworks),
            (Self::Reworked, Fact::Closed(course)) => once(course.reworks),
            (Self::Returned, Fact::Closed(course)) => once(course.returns),
            (Self::Extended, Fact::Closed(course)) => once(course.extensions),
            (Self::SolvedInCommunity, Fact::Closed(course)) => within(Tier::Community, course.solved_at),
            (Self::SolvedInTownship, Fact::Closed(course)) => within(Tier::Township, course.solved_at),
            (Self::SolvedInDistrict, Fact::Closed(course)) => within(Tier::District, course.solved_at),
            _ => None,
        }
    }
}

/// How deep a tier lies in the tree of centres; the city is one.
#[must_use]
pub const fn depth(tier: Tier) -> i64 {
    match tier {
        Tier::City => 1,
        Tier::District => 2,
        Tier::Township => 3,
        Tier::Community => 4,
        Tier::Grid => 5,
    }
}

/// The tier of a depth; the lowest for any that is deeper.
#[must_use]
pub const fn tier_at(depth: i64) -> Tier {
    match depth {
        ..=1 => Tier::City,
        2 => Tier::District,
        3 => Tier::Township,
        4 => Tier::Community,
        _ => Tier::Grid,
    }
}

/// What share of the cases closed was solved at each tier, told by the three rates of what was solved at a tier or below: from
/// the community up. Where an appeal changed one of them alone, the share above it gives way.
#[must_use]
pub fn solved_by_tier(figures: &[Figure]) -> Vec<(Tier, Counts)> {
    let of = |rate| figures.iter().find(|figure| figure.rate == rate).map(|figure| figure.counts);
    let rates = [
        (Tier::Community, RateKind::SolvedInCommunity),
        (Tier::Township, RateKind::SolvedInTownship),
        (Tier::District, RateKind::SolvedInDistrict),
    ];
    let (mut below, mut all, mut shares) = (0, 0, Vec::new());
    for (tier, rate) in rates {
        let Some(counts) = of(rate) else { continue };
        let within = counts.numerator.max(below);
        shares.push((tier, Counts::new(within - below, counts.denominator)));
        (below, all) = (within, counts.denominator);
    }
    shares.push((Tier::City, Counts::new((all - below).max(0), all)));
    shares
}

/// Every rate in which a fact counts.
#[must_use]
pub fn shares(fact: &Fact) -> Vec<Share> {
    RateKind::ALL.iter().filter_map(|rate| rate.share(fact)).collect()
}

/// The step that a move has ended, with the clocks before the move; closing is told with the whole [`Course`].
#[must_use]
pub fn step_ended(
    step: EventMove,
    clocks: &Clocks,
    now: DateTime<Utc>,
    limits: &Limits,
    calendar: &crate::calendar::WorkCalendar,
) -> Option<Fact> {
    let timed = |due| Timing { at: now, due };
    match step {
        EventMove::Register => Some(Fact::Registered(timed(registration_due(clocks, limits, calendar)))),
        EventMove::Dispatch => clocks.step_due_at.map(|due| Fact::Dispatched(timed(due))),
        EventMove::HandBack => clocks.step_due_at.map(|due| Fact::Handled(timed(due))),
        _ => None,
    }
}

/// When a case must be registered: acceptance and registration together, and what it was given in extensions. One click that
/// does both late is late.
fn registration_due(
    clocks: &Clocks,
    limits: &Limits,
    calendar: &crate::calendar::WorkCalendar,
) -> DateTime<Utc> {
    let (start, working) = (clocks.started_at, limits.working);
    let due = due_at(start, limits.accept_min + limits.register_min, working, calendar);
    let extended =
        counted(due_at(start, limits.whole(), working, calendar), clocks.due_at, working, calendar);
    if extended.is_zero() { due } else { later(due, extended, working, calendar) }
}

/// Times that moves count as, in what a case went through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Passed {
    /// Dispatches.
    pub dispatches: i16,
    /// Returns.
    pub returns: i16,
    /// Reports of done.
    pub hand_backs: i16,
    /// Reworks.
    pub reworks: i16,
}

impl Passed {
    /// One move more.
    pub const fn take(&mut self, step: EventMove) {
        match step {
            EventMove::Dispatch => self.dispatches += 1,
            EventMove::Return => self.returns += 1,
            EventMove::HandBack => self.hand_backs += 1,
            EventMove::Rework => self.reworks += 1,
            _ => {}
        }
    }
}

/// What a rate means, as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// How it is computed.
    pub rate: RateKind,
    /// Version; a changed meaning is a new one.
    pub version: i32,
    /// Name.
    pub name: Name,
    /// What the numerator counts.
    pub numerator: Name,
    /// What the denominator counts.
    pub denominator: Name,
    /// When a case counts.
    pub period: Name,
    /// What is left out.
    pub exclusions: Name,
    /// The standard or paper it follows.
    pub source: String,
    /// Since which day it is so.
    pub in_force_from: NaiveDate,
}
