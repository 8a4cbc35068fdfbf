//! `/calendar`: a year of the work calendar; the year is in the URL.

use domain::calendar::CalendarYear;
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{SetDay, one_year};
use super::form::day_form;
use super::month::month;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{DeedTrouble, loaded};
use crate::words::{t, use_lang};

/// The page.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Calendar]));
    let year = Memo::new(move |_| query.get().get("year").and_then(|year| year.parse().ok()));
    let set = Deed::of::<SetDay>();
    let asked = Question::new(move || (year.get(), changed.get(), set.times()), |(year, ..)| one_year(year));
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
        </div>
        <DeedTrouble deed=set />
        {loaded(asked, move |year| draw(&year, set))}
    }
}

fn draw(year: &CalendarYear, set: Deed) -> AnyView {
    let (lang, number) = (use_lang(), year.year.to_string());
    let note = if year.days.is_empty() {
        Some(w::NOTHING)
    } else {
        year.days.iter().any(|day| day.provisional).then_some(w::PROVISIONAL)
    };
    let note = note.map(|text| text.with(lang, &[("year", &number)]));
    let link =
        |year: i32, words| view! { <a class="button" href=format!("/calendar?year={year}")>{t(words)}</a> };
    view! {
        <section class="card">
            <div class="card-head">
                <h2>{number}</h2>
                <div class="actions">{link(year.year - 1, w::BEFORE)} {link(year.year + 1, w::NEXT)}</div>
            </div>
            {note.map(|note| view! { <p class="calendar-note">{note}</p> })}
            <div class="months">
                {(1..=12).filter_map(|number| month(year, number)).collect_view()}
            </div>
        </section>
        {year.may_change.then(|| day_form(set))}
    }
    .into_any()
}
