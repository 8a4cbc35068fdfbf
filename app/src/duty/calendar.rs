//! The week: a row a day, its shifts and its gaps.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::duty::{Roster, Shift, Span, day_span, gaps};
use domain::time::in_city;
use leptos::prelude::*;

use super::page::Doing;
use super::shift::changes;
use super::words as w;
use crate::live::use_now;
use crate::words::{moments, n, t, use_lang};

/// The calendar.
pub(super) fn calendar(roster: &Roster, doing: Doing) -> AnyView {
    let now = use_now().get_untracked();
    let rows = roster.week.days().map(|day| row(day, roster, doing, now)).collect_view();
    view! {
        <section class="card">
            <table class="duty-week">
                <thead class="visually-hidden">
                    <tr><th scope="col">{t(w::DAY)}</th><th scope="col">{t(w::SHIFTS)}</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(day: NaiveDate, roster: &Roster, doing: Doing, now: DateTime<Utc>) -> AnyView {
    let whole = day_span(day);
    let today = in_city(now).date_naive() == day;
    let name = format!("{} {:02}-{:02}", t(moments::weekday(day.weekday())), day.month(), day.day());
    let first = roster.week.days().next() == Some(day);
    // A shift stands on the day it begins; on the week's first day also those that began before.
    let begins = |shift: &&Shift| {
        in_city(shift.span.from).date_naive() == day || (first && shift.span.from < whole.from)
    };
    let shifts = roster.shifts.iter().filter(begins).map(|shift| cell(shift, roster, doing, now));
    let gap = |span: Span| {
        let words = w::GAP.with(use_lang(), &[("span", &hours(span, day))]);
        view! { <li class="duty-gap"><span aria-hidden="true">"▲ "</span>{words}</li> }
    };
    view! {
        <tr class:today=today>
            <th scope="row">{name}</th>
            <td>
                <ul class="duty-shifts">
                    {shifts.collect_view()}
                    {gaps(&roster.shifts, whole).into_iter().map(gap).collect_view()}
                </ul>
            </td>
        </tr>
    }
    .into_any()
}

/// `08:00–20:00`; with the day where an end lies on another one; midnight at a day's end reads 24:00.
fn hours(span: Span, day: NaiveDate) -> String {
    let at = |moment: DateTime<Utc>| {
        if in_city(moment).date_naive() == day { moments::clock(moment) } else { moments::day_clock(moment) }
    };
    let to = if span.to == day_span(day).to { "24:00".to_owned() } else { at(span.to) };
    [at(span.from), to].join("–")
}

fn cell(shift: &Shift, roster: &Roster, doing: Doing, now: DateTime<Utc>) -> AnyView {
    let running = shift.span.from <= now && now < shift.span.to && shift.away.is_none();
    let away = shift.away.clone().map(|why| {
        let words = w::AWAY.with(use_lang(), &[("why", &why)]);
        view! { <small class="bad">"▲ " {words}</small> }
    });
    let holder = &shift.holder;
    let times = hours(shift.span, in_city(shift.span.from).date_naive());
    view! {
        <li class="duty-shift" class:running=running class:away=shift.away.is_some()>
            <time>{times}</time>
            <b>{holder.name.clone()}</b>
            <small class="quiet">{n(&holder.title)}</small>
            <small class="quiet">{holder.phone.clone()}</small>
            {away}
            {changes(shift, roster, doing, now)}
        </li>
    }
    .into_any()
}
