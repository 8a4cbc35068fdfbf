//! `/evaluation`: centres side by side over a period; the filters are in the URL.

use domain::live::Topic;
use domain::rates::{Evaluation, EvaluationFilter, Level, Span};
use domain::time::in_city;
use domain::views::ViewList;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::api::evaluation_of;
use super::{tables, tiers, words as w};
use crate::asking::Question;
use crate::centres::ListWay;
use crate::live::{use_live, use_now};
use crate::parts::{CityTime, Filters, Pager, Select, loaded};
use crate::views::ViewChips;
use crate::words::{n, t, use_lang};

fn filter_of(query: &ParamsMap) -> EvaluationFilter {
    let text = |name: &str| query.get(name).filter(|text| !text.is_empty());
    EvaluationFilter {
        centre: text("centre").unwrap_or_default(),
        span: text("span").unwrap_or_default(),
        level: text("level").and_then(|text| text.parse().ok()),
        lane: text("lane").unwrap_or_default(),
        by: text("by").and_then(|text| text.parse().ok()),
        after: text("after"),
    }
}

/// The URL of a filter's page or file; without where the page before ended.
fn href(path: &str, filter: &EvaluationFilter, span: &str) -> String {
    let level = filter.level.map(Level::as_str).unwrap_or_default();
    let by = filter.by.map(domain::rates::RateKind::as_str).unwrap_or_default();
    let EvaluationFilter { centre, lane, .. } = filter;
    format!("{path}?centre={centre}&span={span}&level={level}&lane={lane}&by={by}")
}

/// The page.
#[component]
pub fn EvaluationPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Rates]));
    let filter = Memo::new(move |_| filter_of(&query.get()));
    let all = Question::new(move || (filter.get(), changed.get()), |(filter, _)| evaluation_of(filter));
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <div class="way"><ListWay path="/evaluation" /></div>
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
            <div class="actions">
                <a class="button" href="/evaluation/rates">{t(w::DEFINITIONS)}</a>
                <a class="button" href="/evaluation/appeals">{t(w::APPEALS)}</a>
            </div>
        </div>
        <ViewChips list=ViewList::Evaluation />
        {loaded(all, move |all| draw(&all, &filter.get_untracked()))}
    }
}

fn draw(all: &Evaluation, filter: &EvaluationFilter) -> AnyView {
    let span = all.span.to_string();
    let lang = use_lang().as_str();
    let file = format!("{}&lang={lang}", href("/evaluation/file", filter, &span));
    let people = all.people.as_ref().map(|people| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::PEOPLE)}</h2><span>{t(w::PEOPLE_HINT)}</span></div>
                <div class="rates-wide">{tables::people(people, &all.rates)}</div>
            </section>
        }
    });
    view! {
        {spans(all.span, filter)}
        {narrow(all, filter)}
        {closing(all)}
        <section class="card">
            <div class="card-head"><h2>{t(w::CENTRES)}</h2><span>{t(w::RANKED_IN)}</span></div>
            <div class="rates-wide">{tables::centres(all, &filter.lane)}</div>
            {all.lines.is_empty().then(|| view! { <p class="quiet">{t(w::NO_CENTRES)}</p> })}
            <div class="list-foot">
                <Pager total=all.total more=false next=all.next.clone() />
                <a class="button" href=file rel="external" download="">{t(w::DOWNLOAD)}</a>
            </div>
        </section>
        {tiers::tiers(all, &filter.lane)}
        <section class="card">
            <div class="card-head"><h2>{t(w::LANES)}</h2></div>
            <div class="rates-wide">{tables::lanes(all)}</div>
        </section>
        {people}
    }
    .into_any()
}

/// Month, quarter, year or week; the one before and after.
fn spans(span: Span, filter: &EvaluationFilter) -> AnyView {
    let to = |span: Span| href("/evaluation", filter, &span.to_string());
    let today = in_city(use_now().get_untracked()).date_naive();
    let kind = |present: Span| {
        let here = std::mem::discriminant(&present) == std::mem::discriminant(&span);
        let around = if here { span } else { present };
        view! { <a href=to(around) aria-current=here.then_some("page")>{t(w::span_kind(around))}</a> }
    };
    let (before, after) = span.beside();
    let later =
        (after.first() <= today).then(|| view! { <a class="button" href=to(after)>{t(w::LATER)}</a> });
    view! {
        <div class="rate-spans">
            <nav class="tabs" aria-label=t(w::SPAN)>{Span::all_around(today).map(kind).collect_view()}</nav>
            <a class="button" href=to(before)>{t(w::EARLIER)}</a>
            <b>{span.to_string()}</b>
            {later}
        </div>
    }
    .into_any()
}

fn narrow(all: &Evaluation, filter: &EvaluationFilter) -> AnyView {
    let lanes = all.lane_names.iter().map(|(code, name)| (code.clone(), n(name))).collect();
    let rates = all.rates.iter().map(|rate| (rate.rate.as_str().to_owned(), n(&rate.name))).collect();
    let townships = vec![(Level::Townships.as_str().to_owned(), t(w::TOWNSHIPS).to_owned())];
    let townships_chosen = (filter.level == Some(Level::Townships)).then_some(Level::Townships.as_str());
    let (centre, span, lane, by) =
        (filter.centre.clone(), all.span.to_string(), filter.lane.clone(), all.by.as_str());
    let chosen = townships_chosen.unwrap_or_default();
    view! {
        <Filters>
            <input type="hidden" name="centre" value=centre />
            <input type="hidden" name="span" value=span />
            <Select name="level" label=t(w::LEVEL) all=Some(t(w::BELOW)) choices=townships chosen=chosen />
            <Select name="lane" label=t(w::LANE) choices=lanes chosen=lane />
            <Select name="by" label=t(w::BY) choices=rates chosen=by />
        </Filters>
    }
    .into_any()
}

/// Whether the figures still change, and until when.
fn closing(all: &Evaluation) -> AnyView {
    if let Some(at) = all.closed_at {
        return view! { <p class="quiet">{t(w::CLOSED)} <CityTime at=at /></p> }.into_any();
    }
    let words = w::OPEN_UNTIL.with(use_lang(), &[("day", &all.closes_on.to_string())]);
    view! { <p class="quiet">{words}</p> }.into_any()
}
