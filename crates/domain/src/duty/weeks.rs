//! A week of the calendar, Monday to Sunday, in the city's time.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::Span;
use crate::Refusal;
use crate::time::{from_city, in_city};

/// A week by its Monday; written `2026-W48` as ISO 8601 and `<input type="week">` have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Week(NaiveDate);

impl Week {
    /// The week that contains a moment.
    #[must_use]
    pub fn of(at: DateTime<Utc>) -> Self {
        Self(in_city(at).date_naive().week(Weekday::Mon).first_day())
    }

    /// Its days.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.0.iter_days().take(7)
    }

    /// The week so many weeks later.
    #[must_use]
    pub fn later(self, weeks: i64) -> Self {
        Self(self.0 + Duration::weeks(weeks))
    }

    /// From its first moment to its last.
    #[must_use]
    pub fn span(self) -> Span {
        Span { from: day_span(self.0).from, to: day_span(self.later(1).0).from }
    }
}

/// A day of the city from midnight to midnight.
#[must_use]
pub fn day_span(day: NaiveDate) -> Span {
    let from = from_city(day.and_time(NaiveTime::MIN));
    Span { from, to: from + Duration::days(1) }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.0.iso_week();
        write!(f, "{}-W{:02}", week.year(), week.week())
    }
}

impl FromStr for Week {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parts =
            text.split_once("-W").and_then(|(year, week)| Some((year.parse().ok()?, week.parse().ok()?)));
        // Four digits: nobody plans duty for another millennium, and the arithmetic stays far from its limits.
        parts
            .filter(|(year, _)| (1970..=9998).contains(year))
            .and_then(|(year, week)| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon))
            .map(Self)
            .ok_or_else(|| Refusal::unknown("week", text))
    }
}

impl From<Week> for String {
    fn from(week: Week) -> Self {
        week.to_string()
    }
}

impl TryFrom<String> for Week {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday_in_the_city() {
        // Sunday 17:30 UTC is Monday 01:30 in the city.
        let week = Week::of("2026-11-22T17:30:00Z".parse().expect("a test's own time"));
        assert_eq!(week.to_string(), "2026-W48");
        assert_eq!(week.span().from, "2026-11-22T16:00:00Z".parse::<DateTime<Utc>>().expect("a time"));
        assert_eq!("2026-W48".parse(), Ok(week));
        assert_eq!(
            "2026-W01".parse::<Week>().map(|week| week.later(-1).to_string()),
            Ok("2025-W52".to_owned())
        );
        for wrong in ["", "2026-W54", "2026-48", "99999-W01", "2026-W00"] {
            assert!(wrong.parse::<Week>().is_err(), "{wrong}");
        }
    }
}
