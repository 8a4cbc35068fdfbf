//! Periods of evaluation: a month, a quarter, a year to date, or a week.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::calendar::WorkCalendar;

/// Working days after a month's end on the last of which its figures may still change unnoticed.
pub const CLOSES_AFTER: usize = 3;

/// A period: `2026-11`, `2026-Q4`, `2026` or `2026-W48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Span {
    /// A month, by its first day.
    Month(NaiveDate),
    /// A quarter, by its first day.
    Quarter(NaiveDate),
    /// A year up to now, by its first day.
    Year(NaiveDate),
    /// A week, by its Monday.
    Week(NaiveDate),
}

text_enum! {
    /// What the roll-ups are kept by.
    Grain { Day = "day", Month = "month" }
}

impl Span {
    /// The month that a day lies in.
    #[must_use]
    pub fn month_of(day: NaiveDate) -> Self {
        Self::Month(first_of(day.year(), day.month()))
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        match self {
            Self::Month(day) | Self::Quarter(day) | Self::Year(day) | Self::Week(day) => day,
        }
    }

    /// The day after its last.
    #[must_use]
    pub fn end(self) -> NaiveDate {
        let months = |day: NaiveDate, n| day.checked_add_months(Months::new(n)).unwrap_or(NaiveDate::MAX);
        match self {
            Self::Month(day) => months(day, 1),
            Self::Quarter(day) => months(day, 3),
            Self::Year(day) => months(day, 12),
            Self::Week(day) => day.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX),
        }
    }

    /// What its figures are summed from: at most seven rows a rate by day, twelve by month.
    #[must_use]
    pub const fn grain(self) -> Grain {
        match self {
            Self::Week(_) => Grain::Day,
            _ => Grain::Month,
        }
    }

    /// The same kind of period around a day.
    #[must_use]
    pub fn around(self, day: NaiveDate) -> Self {
        match self {
            Self::Month(_) => Self::month_of(day),
            Self::Quarter(_) => Self::Quarter(first_of(day.year(), day.month0() / 3 * 3 + 1)),
            Self::Year(_) => Self::Year(first_of(day.year(), 1)),
            Self::Week(_) => Self::Week(day.week(Weekday::Mon).first_day()),
        }
    }

    /// The one before, and the one after.
    #[must_use]
    pub fn beside(self) -> (Self, Self) {
        let before = self.first().pred_opt().unwrap_or(self.first());
        (self.around(before), self.around(self.end()))
    }

    /// One of each kind around a day: month, quarter, year, week.
    #[must_use]
    pub fn all_around(day: NaiveDate) -> [Self; 4] {
        [Self::Month(day), Self::Quarter(day), Self::Year(day), Self::Week(day)].map(|span| span.around(day))
    }
}

fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN)
}

/// The last working day on which a month's figures may change unnoticed.
#[must_use]
pub fn closes_on(month: NaiveDate, calendar: &WorkCalendar) -> NaiveDate {
    let end = Span::month_of(month).end();
    end.iter_days().filter(|day| calendar.works(*day)).nth(CLOSES_AFTER - 1).unwrap_or(end)
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(day) => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Self::Quarter(day) => write!(f, "{:04}-Q{}", day.year(), day.month0() / 3 + 1),
            Self::Year(day) => write!(f, "{:04}", day.year()),
            Self::Week(day) => write!(f, "{:04}-W{:02}", day.iso_week().year(), day.iso_week().week()),
        }
    }
}

impl FromStr for Span {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        read(text).ok_or_else(|| Refusal::unknown("span", text))
    }
}

fn read(text: &str) -> Option<Span> {
    let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
    let year: i32 = year.parse().ok().filter(|year| (2000..2200).contains(year))?;
    let Some(rest) = rest else { return NaiveDate::from_ymd_opt(year, 1, 1).map(Span::Year) };
    if let Some(quarter) = rest.strip_prefix('Q') {
        let quarter: u32 = quarter.parse().ok().filter(|q| (1..=4).contains(q))?;
        return NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1).map(Span::Quarter);
    }
    if let Some(week) = rest.strip_prefix('W') {
        return NaiveDate::from_isoywd_opt(year, week.parse().ok()?, Weekday::Mon).map(Span::Week);
    }
    NaiveDate::from_ymd_opt(year, rest.parse().ok()?, 1).map(Span::Month)
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}

impl TryFrom<String> for Span {
    type Error = Refusal;
    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}
