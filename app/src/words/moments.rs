//! Times and spans as people read them: city time, and how long ago or how long until.

use chrono::{DateTime, Datelike, Duration, Timelike, Utc, Weekday};
use domain::names::Lang;
use domain::time::in_city;

use super::Text;

/// `14:32`
#[must_use]
pub fn clock(at: DateTime<Utc>) -> String {
    let at = in_city(at);
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// `14:32:05`
#[must_use]
pub fn clock_s(at: DateTime<Utc>) -> String {
    let at = in_city(at);
    format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

/// `11-23 14:32`
#[must_use]
pub fn day_clock(at: DateTime<Utc>) -> String {
    let local = in_city(at);
    format!("{:02}-{:02} {}", local.month(), local.day(), clock(at))
}

/// `2026-11-23 14:32:05`, for tooltips and exports.
#[must_use]
pub fn full(at: DateTime<Utc>) -> String {
    let local = in_city(at);
    format!("{}-{:02}-{:02} {}", local.year(), local.month(), local.day(), clock_s(at))
}

/// `14:32` on the city's day of `now`, else `11-23 14:32`.
#[must_use]
pub fn short(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    if in_city(at).date_naive() == in_city(now).date_naive() { clock(at) } else { day_clock(at) }
}

/// `2026年11月23日 星期一` or `Mon 23 Nov 2026`.
#[must_use]
pub fn day(at: DateTime<Utc>, lang: Lang) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let local = in_city(at);
    match lang {
        Lang::Zh => {
            let weekday = weekday(local.weekday()).get(lang);
            format!("{}年{}月{}日 {weekday}", local.year(), local.month(), local.day())
        }
        Lang::En => {
            let (weekday, month) = (weekday(local.weekday()).get(lang), MONTHS[local.month0() as usize]);
            format!("{weekday} {} {month} {}", local.day(), local.year())
        }
    }
}

/// A day of the week.
#[must_use]
pub const fn weekday(day: Weekday) -> Text {
    match day {
        Weekday::Mon => Text::new("星期一", "Mon"),
        Weekday::Tue => Text::new("星期二", "Tue"),
        Weekday::Wed => Text::new("星期三", "Wed"),
        Weekday::Thu => Text::new("星期四", "Thu"),
        Weekday::Fri => Text::new("星期五", "Fri"),
        Weekday::Sat => Text::new("星期六", "Sat"),
        Weekday::Sun => Text::new("星期日", "Sun"),
    }
}

/// `00:08:21`; hours run on past a day. Negative spans read as their length.
#[must_use]
pub fn countdown(span: Duration) -> String {
    let s = span.num_seconds().abs();
    format!("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
}

/// A span in its largest fitting unit: `12 分钟`, `3 hours`.
#[must_use]
pub fn span(span: Duration, lang: Lang) -> String {
    let minutes = span.num_minutes().abs();
    let (value, unit) = if minutes < 1 {
        (span.num_seconds().abs(), Text::new(" 秒", " s"))
    } else if minutes < 120 {
        (minutes, Text::new(" 分钟", " min"))
    } else if minutes < 48 * 60 {
        (minutes / 60, Text::new(" 小时", " h"))
    } else {
        (minutes / 60 / 24, Text::new(" 天", " d"))
    };
    format!("{value}{}", unit.get(lang))
}

/// `12 分钟前`, `12 min ago`.
#[must_use]
pub fn ago(at: DateTime<Utc>, now: DateTime<Utc>, lang: Lang) -> String {
    if (now - at).num_seconds() < 10 {
        return Text::new("刚刚", "just now").get(lang).to_owned();
    }
    Text::new("{span}前", "{span} ago").with(lang, &[("span", &span(now - at, lang))])
}

/// `剩 00:08:21`, `逾期 2 小时`.
#[must_use]
pub fn left(due: DateTime<Utc>, now: DateTime<Utc>, lang: Lang) -> String {
    if due < now {
        Text::new("逾期 {span}", "{span} late").with(lang, &[("span", &span(now - due, lang))])
    } else if due - now < Duration::hours(24) {
        Text::new("剩 {span}", "{span} left").with(lang, &[("span", &countdown(due - now))])
    } else {
        Text::new("剩 {span}", "{span} left").with(lang, &[("span", &span(due - now, lang))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_in_their_largest_unit() {
        let now: DateTime<Utc> = "2026-11-23T06:32:05Z".parse().expect("a test's own time");
        assert_eq!(clock_s(now), "14:32:05");
        assert_eq!(day(now, Lang::Zh), "2026年11月23日 星期一");
        assert_eq!(ago(now - Duration::minutes(12), now, Lang::Zh), "12 分钟前");
        assert_eq!(left(now + Duration::seconds(501), now, Lang::Zh), "剩 00:08:21");
        assert_eq!(left(now - Duration::hours(3), now, Lang::En), "3 h late");
    }
}
