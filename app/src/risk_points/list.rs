//! `/risk-points`: risk points of a centre, warned ones first; the filters are in the URL.

use domain::live::Topic;
use domain::names::Name;
use domain::pages::Page;
use domain::risk_points::{RiskPointFilter, RiskPointRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::api::{list_risk_points, risk_kinds};
use super::words as w;
use crate::asking::Question;
use crate::centres::{ListWay, place_words};
use crate::live::use_live;
use crate::parts::{Empty, EmptyKind, Filters, LevelMark, Pager, SearchField, Select, loaded};
use crate::words::{n, t, use_lang};

/// The filter that the URL says.
fn filter_of(query: &ParamsMap) -> RiskPointFilter {
    let text = |name: &str| query.get(name).filter(|text| !text.is_empty());
    RiskPointFilter {
        centre: text("centre").unwrap_or_default(),
        kind: text("kind"),
        warned: text("warned").as_deref() == Some("true"),
        search: text("search").unwrap_or_default(),
        after: text("after"),
    }
}

/// The list.
#[component]
pub fn RiskPointsPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Warnings]));
    let filter = Memo::new(move |_| filter_of(&query.get()));
    let kinds = Question::new(|| (), |()| risk_kinds());
    let rows = Question::new(move || (filter.get(), changed.get()), |(filter, _)| list_risk_points(filter));
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <div class="way"><ListWay path="/risk-points" /></div>
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
        </div>
        {loaded(kinds, move |kinds| narrow(kinds, filter.get()))}
        <section class="card">{loaded(rows, move |page| draw(page, &filter.get_untracked()))}</section>
    }
}

fn narrow(kinds: Vec<(String, Name)>, filter: RiskPointFilter) -> AnyView {
    let kinds = kinds.into_iter().map(|(code, name)| (code, n(&name))).collect();
    view! {
        <Filters>
            {(!filter.centre.is_empty()).then(|| view! { <input type="hidden" name="centre" value=filter.centre /> })}
            <SearchField hint=t(w::SEARCH_HINT) value=filter.search />
            <Select name="kind" label=t(w::KIND) choices=kinds chosen=filter.kind.unwrap_or_default() />
            <label class="tick">
                <input type="checkbox" name="warned" value="true" checked=filter.warned />
                {t(w::WARNED)}
            </label>
        </Filters>
    }
    .into_any()
}

fn draw(page: Page<RiskPointRow>, filter: &RiskPointFilter) -> AnyView {
    if page.rows.is_empty() {
        let narrowed =
            filter.kind.is_some() || filter.warned || !filter.search.is_empty() || filter.after.is_some();
        return if narrowed {
            view! { <Empty kind=EmptyKind::FilteredOut link=("/risk-points".to_owned(), t(w::CLEAR)) /> }
                .into_any()
        } else {
            view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any()
        };
    }
    view! {
        <table class="rows">
            <caption class="visually-hidden">{t(w::TITLE)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(w::POINT)}</th>
                    <th scope="col">{t(w::NOW)}</th>
                    <th scope="col">{t(w::KIND)}</th>
                    <th scope="col" title=t(w::GRADE_HINT)>{t(w::GRADE)}</th>
                    <th scope="col">{t(w::CENTRE)}</th>
                    <th scope="col" class="number">{t(w::DEVICES)}</th>
                </tr>
            </thead>
            <tbody>{page.rows.into_iter().map(line).collect_view()}</tbody>
        </table>
        <Pager total=page.total more=page.more next=page.next />
    }
    .into_any()
}

fn line(row: RiskPointRow) -> AnyView {
    let place = place_words(&row.district, &row.centre, use_lang());
    view! {
        <tr>
            <td class="cell-head">
                <a class="row-title" href=format!("/risk-points/{}", row.id)>{n(&row.name)}</a>
                <small class="row-sub">{row.code}</small>
            </td>
            <td class="fit" data-label=t(w::NOW)>{now_mark(row.warning)}</td>
            <td class="fit" data-label=t(w::KIND)>{n(&row.kind_name)}</td>
            <td class="fit" data-label=t(w::GRADE)><LevelMark level=row.grade /></td>
            <td data-label=t(w::CENTRE)><a href=format!("/c/{}", row.centre.code)>{place}</a></td>
            <td class="number fit" data-label=t(w::DEVICES)>{row.devices}</td>
        </tr>
    }
    .into_any()
}

/// The worst open warning; "normal" where there is none.
pub(super) fn now_mark(level: Option<domain::warnings::Level>) -> AnyView {
    match level {
        Some(level) => view! { <LevelMark level=level /> }.into_any(),
        None => view! { <span class="good">{t(w::NORMAL)}</span> }.into_any(),
    }
}
