//! Time as the city keeps it: passed in, UTC inside, UTC+8 on screen.

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};

/// Tells the time. Passed to whoever needs it, so that tests decide what time it is.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> DateTime<Utc>;
}

/// Seconds the city's time is ahead of UTC. China keeps one zone without daylight saving.
const CITY_OFFSET_S: i32 = 8 * 3600;

/// A moment in the city's time.
#[must_use]
pub fn in_city(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(CITY_OFFSET_S).expect("eight hours is a valid offset");
    at.with_timezone(&zone)
}

/// A moment that somebody wrote in the city's time.
#[must_use]
pub fn from_city(moment: NaiveDateTime) -> DateTime<Utc> {
    DateTime::from_naive_utc_and_offset(moment - Duration::seconds(CITY_OFFSET_S.into()), Utc)
}

/// The start of the city's day that contains `at`.
#[must_use]
pub fn city_day_start(at: DateTime<Utc>) -> DateTime<Utc> {
    let local = in_city(at);
    let midnight = local.date_naive().and_time(NaiveTime::MIN);
    local.timezone().from_local_datetime(&midnight).single().map_or(at, |t| t.with_timezone(&Utc))
}

/// Office hours in minutes after midnight, 9:00–12:00 and 14:00–18:00, Monday to Friday.
///
/// Public holidays are not in it yet: a case that spans one is due earlier than the law asks, never later.
const OFFICE_HOURS: [(i64, i64); 2] = [(9 * 60, 12 * 60), (14 * 60, 18 * 60)];

/// When a limit of `minutes` that starts at `from` runs out.
///
/// `working` counts office hours only (GB/T 30428.2 limits in working hours or days, a day being seven hours);
/// otherwise the clock runs through, as for warnings and orders.
#[must_use]
pub fn due_at(from: DateTime<Utc>, minutes: i64, working: bool) -> DateTime<Utc> {
    if !working {
        return from + Duration::minutes(minutes);
    }
    let mut left = minutes;
    let mut day = city_day_start(from);
    let mut earliest = (from - day).num_minutes();
    // Bounded: a limit of a year of working minutes ends well within these days.
    for _ in 0..2000 {
        if !matches!(in_city(day).weekday(), Weekday::Sat | Weekday::Sun) {
            for (open, close) in OFFICE_HOURS {
                let start = open.max(earliest);
                if start >= close {
                    continue;
                }
                if left <= close - start {
                    return day + Duration::minutes(start + left);
                }
                left -= close - start;
            }
        }
        earliest = 0;
        day += Duration::days(1);
    }
    day
}

text_enum! {
    /// The lamp of a clock: green, amber from 80 %, red past 100 % of the limit.
    Lamp { Green = "green", Amber = "amber", Red = "red" }
}

/// The lamp of a clock that started at `start` and is due at `due`.
#[must_use]
pub fn lamp(start: DateTime<Utc>, due: DateTime<Utc>, now: DateTime<Utc>) -> Lamp {
    let (used, limit) = ((now - start).num_milliseconds(), (due - start).num_milliseconds());
    if used > limit {
        Lamp::Red
    } else if used * 5 >= limit * 4 {
        Lamp::Amber
    } else {
        Lamp::Green
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a test's own time")
    }

    #[test]
    fn working_time_skips_nights_noon_and_weekends() {
        // Friday 17:00 city time, four working hours: one on Friday, three on Monday.
        assert_eq!(due_at(at("2026-11-20T09:00:00Z"), 240, true), at("2026-11-23T04:00:00Z"));
        assert_eq!(due_at(at("2026-11-20T03:30:00Z"), 60, true), at("2026-11-20T06:30:00Z"));
        assert_eq!(due_at(at("2026-11-20T09:00:00Z"), 240, false), at("2026-11-20T13:00:00Z"));
    }

    #[test]
    fn lamp_turns_at_eighty_and_past_a_hundred_percent() {
        let (start, due) = (at("2026-11-20T00:00:00Z"), at("2026-11-20T01:40:00Z"));
        assert_eq!(lamp(start, due, at("2026-11-20T01:19:59Z")), Lamp::Green);
        assert_eq!(lamp(start, due, at("2026-11-20T01:20:00Z")), Lamp::Amber);
        assert_eq!(lamp(start, due, due), Lamp::Amber);
        assert_eq!(lamp(start, due, at("2026-11-20T01:40:01Z")), Lamp::Red);
    }
}
