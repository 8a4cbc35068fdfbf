//! A month of the calendar: which days offices are open.

use chrono::{Datelike, Days, NaiveDate};
use domain::calendar::{CalendarDay, CalendarYear, weekday_works};
use leptos::prelude::*;

use super::words as w;
use crate::words::{Text, n, t, use_lang};

const WEEKDAYS: [Text; 7] = [
    Text::new("一", "Mo"),
    Text::new("二", "Tu"),
    Text::new("三", "We"),
    Text::new("四", "Th"),
    Text::new("五", "Fr"),
    Text::new("六", "Sa"),
    Text::new("日", "Su"),
];

/// The weeks of a month: seven days each, none where the day is of another month.
fn weeks(first: NaiveDate) -> Vec<[Option<NaiveDate>; 7]> {
    let before = u64::from(first.weekday().num_days_from_monday());
    let monday = first.checked_sub_days(Days::new(before)).unwrap_or(first);
    let day = |n: u64| monday.checked_add_days(Days::new(n)).filter(|day| day.month() == first.month());
    let week = |n: u64| std::array::from_fn(|at| day(n * 7 + at as u64));
    (0..6).map(week).filter(|week| week.iter().any(Option::is_some)).collect()
}

/// A month as a table.
pub(super) fn month(year: &CalendarYear, number: u32) -> Option<AnyView> {
    let first = NaiveDate::from_ymd_opt(year.year, number, 1)?;
    let cell = |day: Option<NaiveDate>| match day {
        Some(day) => cell(day, year.days.iter().find(|named| named.day == day)),
        None => view! { <td></td> }.into_any(),
    };
    let row = |week: [Option<NaiveDate>; 7]| view! { <tr>{week.map(cell).collect_view()}</tr> };
    let caption = w::MONTH.with(use_lang(), &[("month", &number.to_string())]);
    Some(
        view! {
            <table class="month">
                <caption>{caption}</caption>
                <thead>
                    <tr>{WEEKDAYS.map(|day| view! { <th scope="col">{t(day)}</th> }).collect_view()}</tr>
                </thead>
                <tbody>{weeks(first).into_iter().map(row).collect_view()}</tbody>
            </table>
        }
        .into_any(),
    )
}

fn cell(day: NaiveDate, named: Option<&CalendarDay>) -> AnyView {
    let works = named.map_or_else(|| weekday_works(day), |named| named.works);
    let class = match (works, named.is_some()) {
        (true, true) => "day day-work",
        (true, false) => "day",
        (false, true) => "day day-off",
        (false, false) => "day day-weekend",
    };
    let mark = named.map(|named| {
        let word = t(if named.works { w::WORK } else { w::OFF });
        let open = if named.provisional { "?" } else { "" };
        view! { <small>{word}{open}</small> }
    });
    let title = named.map(|named| {
        let name = n(&named.name);
        if named.provisional { [&name, " · ", t(w::AWAITS)].concat() } else { name }
    });
    view! { <td class=class title=title>{day.day()} {mark}</td> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_each_of_its_days_once_and_in_its_column() {
        for (year, month, days, rows) in [(2026, 2, 28, 5), (2027, 2, 28, 4), (2026, 8, 31, 6)] {
            let first = NaiveDate::from_ymd_opt(year, month, 1).expect("a day");
            let weeks = weeks(first);
            assert_eq!((weeks.len(), weeks.iter().flatten().flatten().count()), (rows, days));
            for week in weeks {
                for (at, day) in week.into_iter().enumerate() {
                    let at = u32::try_from(at).expect("a week is short");
                    assert!(day.is_none_or(|day| day.weekday().num_days_from_monday() == at));
                }
            }
        }
    }
}
