//! The latest events.

use domain::centres::Tier;
use domain::cockpit::Ribbon;
use domain::events::EventRow;
use domain::time::Lamp;
use leptos::prelude::*;

use super::panel::{head, nothing};

use super::words as w;
use crate::asking::Question;
use crate::parts::{CityTime, loaded};
use crate::words::figures::short_count;
use crate::words::states::event_state;
use crate::words::{n, t, use_lang};

/// The panel of events.
pub(super) fn events(centre: &str, rows: Vec<EventRow>, ribbon: Question<Ribbon>) -> AnyView {
    let lang = use_lang();
    let href = format!("/events?centre={centre}");
    let today = move |figures: Ribbon| {
        w::TODAY.with(lang, &[("n", &short_count(figures.events_today, lang))]).into_any()
    };
    let aside = view! { <a href=href title=t(w::EVENTS)>{loaded(ribbon, today)}</a> }.into_any();
    if rows.is_empty() {
        let next = "/events/new".to_owned();
        return view! { {head(t(w::EVENTS), aside)} {nothing(w::NO_EVENT, w::NO_EVENT_NEXT, next)} }
            .into_any();
    }
    let rows = rows.into_iter().map(|row| view! { <li>{event(row)}</li> }).collect_view();
    view! { {head(t(w::EVENTS), aside)} <ol class="ck-rows">{rows}</ol> }.into_any()
}

fn event(row: EventRow) -> AnyView {
    let state = if row.lamp == Lamp::Red { "ck-overdue" } else { "" };
    let place = if row.centre.tier == Tier::City { n(&row.district) } else { n(&row.centre.short) };
    view! {
        <a class="ck-event" href=format!("/events/{}", row.id) title=format!("{} {}", row.number, n(&row.title))>
            <span class="ck-soft"><CityTime at=row.reported_at /></span>
            <b>{n(&row.category)}</b>
            <span class="ck-soft">{place}</span>
            <span class=state>{t(event_state(row.state))}</span>
        </a>
    }
    .into_any()
}
