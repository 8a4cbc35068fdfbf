//! The work calendar: on which days offices are open, and how much working time lies between two moments.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::names::Name;
use crate::time::{city_day_start, in_city};
use crate::{Fault, Refusal};

/// Office hours in minutes after midnight, 9:00–12:00 and 14:00–18:00: a working day of seven hours.
const OFFICE_HOURS: [(i64, i64); 2] = [(9 * 60, 12 * 60), (14 * 60, 18 * 60)];

/// How many days a clock looks ahead: a limit of a year of working time ends well within them.
const HORIZON_DAYS: usize = 2000;

text_enum! {
    /// What a day is to the offices.
    DayKind {
        /// Off although it may be a weekday: a public holiday.
        Off = "off",
        /// Worked although it is a weekend: swapped for a holiday.
        Work = "work",
        /// As its weekday has it; takes the day out of the calendar.
        Ordinary = "ordinary",
    }
}

/// The days that differ from Monday to Friday.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    days: BTreeMap<NaiveDate, bool>,
}

impl FromIterator<(NaiveDate, bool)> for WorkCalendar {
    /// Of days and whether they are worked.
    fn from_iter<T: IntoIterator<Item = (NaiveDate, bool)>>(days: T) -> Self {
        Self { days: days.into_iter().collect() }
    }
}

impl WorkCalendar {
    /// Whether offices are open on a day of the city.
    #[must_use]
    pub fn works(&self, day: NaiveDate) -> bool {
        self.days.get(&day).copied().unwrap_or_else(|| weekday_works(day))
    }

    /// The moment at which `span` of working time has passed since `from`; the next opening for no time at all.
    #[must_use]
    pub fn after(&self, from: DateTime<Utc>, span: Duration) -> DateTime<Utc> {
        let mut left = span;
        for (open, close) in self.hours_from(from) {
            if left <= close - open {
                return open + left;
            }
            left -= close - open;
        }
        from + span
    }

    /// The working time between two moments; none when `to` is not later.
    #[must_use]
    pub fn between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Duration {
        let until = self.hours_from(from).take_while(|(open, _)| *open < to);
        until.fold(Duration::zero(), |sum, (open, close)| sum + (close.min(to) - open))
    }

    /// What is left of office hours, block after block, from a moment on.
    fn hours_from(&self, from: DateTime<Utc>) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        let first = city_day_start(from);
        let days = (0..HORIZON_DAYS).scan(first, |day, _| {
            let this = *day;
            *day += Duration::days(1);
            Some(this)
        });
        days.filter(|day| self.works(in_city(*day).date_naive()))
            .flat_map(|day| OFFICE_HOURS.map(|hours| (at(day, hours.0), at(day, hours.1))))
            .map(move |(open, close)| (open.max(from), close))
            .filter(|(open, close)| open < close)
    }
}

fn at(day: DateTime<Utc>, minutes: i64) -> DateTime<Utc> {
    day + Duration::minutes(minutes)
}

/// Whether offices are open on an ordinary day of this weekday.
#[must_use]
pub fn weekday_works(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// A day that the calendar names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// The day.
    pub day: NaiveDate,
    /// Whether it is worked.
    pub works: bool,
    /// The holiday it is, or is swapped for.
    pub name: Name,
    /// Entered before the year's notice was published.
    pub provisional: bool,
}

/// A year of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// The days it names, in order.
    pub days: Vec<CalendarDay>,
    /// The actor may change it.
    pub may_change: bool,
}

/// A day as a form gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewCalendarDay {
    /// The day, `2026-10-10`.
    pub day: String,
    /// What it is to be.
    pub kind: Option<DayKind>,
    /// The holiday in Chinese.
    pub name_zh: String,
    /// The holiday in English.
    pub name_en: String,
    /// The year's notice is not published yet.
    pub provisional: bool,
}

/// The years a calendar may speak of.
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// Reads a day of [`YEARS`] that a form gives.
///
/// # Errors
/// `Field` when it is none.
pub fn typed_day(field: &str, text: &str) -> Result<NaiveDate, Refusal> {
    let day = text.trim().parse::<NaiveDate>().ok().filter(|day| YEARS.contains(&day.year()));
    day.ok_or_else(|| Refusal::unknown(field, text))
}

/// Asks about the work calendar and changes it.
#[async_trait]
pub trait CalendarDesk: Send + Sync {
    /// A year; the present one if none is named.
    async fn year(&self, actor: &Actor, year: Option<i32>) -> Result<CalendarYear, Fault>;
    /// Sets what a day is. Limits that run already keep the moment they were given.
    async fn set_day(&self, actor: &Actor, new: NewCalendarDay) -> Result<(), Fault>;
}
