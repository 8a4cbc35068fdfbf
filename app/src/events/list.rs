//! `/events`: cases of a centre; the filters are in the URL.

use domain::events::{EventFilter, EventRow};
use domain::exports::ExportList;
use domain::live::Topic;
use domain::pages::Page;
use domain::views::ViewList;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::api::{event_categories, list_events};
use super::clocks::{state_chip, worse_clock};
use super::filters::narrow;
use super::words as w;
use crate::asking::Question;
use crate::centres::{ListWay, place_words};
use crate::exports::export_form;
use crate::lanes::lanes_asked;
use crate::live::use_live;
use crate::parts::{CityTime, Empty, EmptyKind, LevelMark, Pager, both, form_key, loaded};
use crate::views::ViewChips;
use crate::words::states::event_source;
use crate::words::{n, t, use_lang};

/// The filter that the URL says.
fn filter_of(query: &ParamsMap) -> EventFilter {
    let text = |name: &str| query.get(name).filter(|text| !text.is_empty());
    EventFilter {
        centre: text("centre").unwrap_or_default(),
        state: text("state").and_then(|text| text.parse().ok()),
        all: text("all").as_deref() == Some("true"),
        level: text("level").and_then(|text| text.parse().ok()),
        lamp: text("lamp").and_then(|text| text.parse().ok()),
        category: text("category"),
        lane: text("lane"),
        mine: text("mine").as_deref() == Some("true"),
        search: text("search").unwrap_or_default(),
        from: text("from").unwrap_or_default(),
        to: text("to").unwrap_or_default(),
        after: text("after"),
    }
}

/// Whether it leaves anything out beside what is closed.
fn is_narrowed(filter: &EventFilter) -> bool {
    let kept = EventFilter { centre: filter.centre.clone(), all: filter.all, ..EventFilter::default() };
    *filter != kept
}

/// The list.
#[component]
pub fn EventsPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Events]));
    let filter = Memo::new(move |_| filter_of(&query.get()));
    let key = form_key();
    let (categories, lanes) = (Question::new(|| (), |()| event_categories()), lanes_asked());
    let rows = Question::new(move || (filter.get(), changed.get()), |(filter, _)| list_events(filter));
    let new = move || format!("/events/new?centre={}", filter.get().centre);
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <div class="way"><ListWay path="/events" /></div>
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
            <div class="actions"><a class="button primary" href=new>{t(w::NEW)}</a></div>
        </div>
        <ViewChips list=ViewList::Events />
        {both(categories, lanes, move |categories, lanes| {
            narrow(categories.unwrap_or_default(), &lanes.unwrap_or_default(), filter.get())
        })}
        <section class="card">{loaded(rows, move |page| draw(page, &filter.get_untracked(), key.clone()))}</section>
    }
}

fn draw(page: Page<EventRow>, filter: &EventFilter, key: String) -> AnyView {
    if page.rows.is_empty() {
        return if is_narrowed(filter) {
            view! { <Empty kind=EmptyKind::FilteredOut link=("/events".to_owned(), t(w::CLEAR)) /> }
                .into_any()
        } else {
            let all = format!("/events?all=true&centre={}", filter.centre);
            view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) link=(all, t(w::SEE_ALL)) /> }
                .into_any()
        };
    }
    view! {
        <table class="rows">
            <caption class="visually-hidden">{t(w::TITLE)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(w::EVENT)}</th>
                    <th scope="col">{t(w::LEVEL)}</th>
                    <th scope="col">{t(w::STATE)}</th>
                    <th scope="col">{t(w::CATEGORY)}</th>
                    <th scope="col">{t(w::CENTRE)}</th>
                    <th scope="col">{t(w::REPORTED)}</th>
                    <th scope="col" title=t(w::CLOCK_HINT)>{t(w::WORSE_CLOCK)}</th>
                </tr>
            </thead>
            <tbody>{page.rows.into_iter().map(line).collect_view()}</tbody>
        </table>
        <div class="list-foot">
            <Pager total=page.total more=page.more next=page.next />
            {export_form(&ExportList::Events(filter.clone()), key)}
        </div>
    }
    .into_any()
}

fn line(row: EventRow) -> AnyView {
    let place = place_words(&row.district, &row.centre, use_lang());
    let clock = worse_clock(&row);
    view! {
        <tr>
            <td class="cell-head">
                <a class="row-title" href=format!("/events/{}", row.id)>{n(&row.title)}</a>
                <small class="row-sub">{row.number}</small>
            </td>
            <td class="fit" data-label=t(w::LEVEL)><LevelMark level=row.level /></td>
            <td class="fit" data-label=t(w::STATE)>{state_chip(row.state)}</td>
            <td data-label=t(w::CATEGORY)>
                {n(&row.category)}
                <small class="row-sub">{t(event_source(row.source))}</small>
            </td>
            <td data-label=t(w::CENTRE)><a href=format!("/c/{}", row.centre.code)>{place}</a></td>
            <td class="fit" data-label=t(w::REPORTED)><CityTime at=row.reported_at /></td>
            <td class="fit" data-label=t(w::WORSE_CLOCK)>{clock}</td>
        </tr>
    }
    .into_any()
}
