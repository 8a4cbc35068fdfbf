//! Time as the city keeps it: passed in, UTC inside, UTC+8 on screen.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::calendar::WorkCalendar;

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

/// The moment that the city's clocks show as `local`.
#[must_use]
pub fn from_city(local: NaiveDateTime) -> DateTime<Utc> {
    local.and_utc() - Duration::seconds(i64::from(CITY_OFFSET_S))
}

/// The start of the city's day that contains `at`.
#[must_use]
pub fn city_day_start(at: DateTime<Utc>) -> DateTime<Utc> {
    city_midnight(in_city(at).date_naive())
}

/// The moment a day of the city begins.
#[must_use]
pub fn city_midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() - Duration::seconds(CITY_OFFSET_S.into())
}

/// When a limit of `minutes` that starts at `from` runs out.
///
/// `working` counts office hours only (GB/T 30428.2 limits in working hours or days, a day being seven hours);
/// otherwise the clock runs through, as for warnings and orders.
#[must_use]
pub fn due_at(from: DateTime<Utc>, minutes: i64, working: bool, calendar: &WorkCalendar) -> DateTime<Utc> {
    later(from, Duration::minutes(minutes), working, calendar)
}

/// The moment at which a clock that stood at `from` has counted `span`.
#[must_use]
pub fn later(from: DateTime<Utc>, span: Duration, working: bool, calendar: &WorkCalendar) -> DateTime<Utc> {
    if working { calendar.after(from, span) } else { from + span }
}

/// What a clock counts between two moments; nothing when `to` is not later.
#[must_use]
pub fn counted(from: DateTime<Utc>, to: DateTime<Utc>, working: bool, calendar: &WorkCalendar) -> Duration {
    if working { calendar.between(from, to) } else { (to - from).max(Duration::zero()) }
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
        let due = |from, minutes, working| due_at(at(from), minutes, working, &WorkCalendar::default());
        // Friday 17:00 city time, four working hours: one on Friday, three on Monday.
        assert_eq!(due("2026-11-20T09:00:00Z", 240, true), at("2026-11-23T04:00:00Z"));
        assert_eq!(due("2026-11-20T03:30:00Z", 60, true), at("2026-11-20T06:30:00Z"));
        assert_eq!(due("2026-11-20T09:00:00Z", 240, false), at("2026-11-20T13:00:00Z"));
    }

    #[test]
    fn working_time_keeps_holidays_and_the_days_swapped_for_them() {
        let day = |text: &str| text.parse().expect("a test's own day");
        let off = (1..=7).map(|n| (day(&format!("2026-10-0{n}")), false));
        let calendar: WorkCalendar = off.chain([(day("2026-10-10"), true)]).collect();
        // Wednesday 30 September, 17:00: one hour today, one on Thursday the 8th.
        let from = at("2026-09-30T09:00:00Z");
        assert_eq!(due_at(from, 120, true, &calendar), at("2026-10-08T02:00:00Z"));
        // Friday the 9th, 17:00: the Saturday after it is worked.
        let from = at("2026-10-09T09:00:00Z");
        assert_eq!(due_at(from, 120, true, &calendar), at("2026-10-10T02:00:00Z"));
        assert_eq!(counted(from, at("2026-10-11T02:00:00Z"), true, &calendar), Duration::hours(8));
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
