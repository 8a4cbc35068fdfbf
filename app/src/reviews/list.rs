//! `/reviews`: reviews of a centre, the filters in the URL.

use domain::exports::ExportList;
use domain::live::Topic;
use domain::pages::Page;
use domain::reviews::{ReviewFilter, ReviewRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{list_reviews, review_rules};
use super::rules::{opened_by, rules_card};
use super::words as w;
use crate::asking::Question;
use crate::exports::export_form;
use crate::live::use_live;
use crate::parts::{CityTime, Empty, EmptyKind, LevelMark, Pager, form_key, loaded};
use crate::words::{n, states, t, use_lang};

/// The list.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Reviews]));
    let key = form_key();
    let filter = Memo::new(move |_| {
        let query = query.get();
        ReviewFilter {
            centre: query.get("centre").unwrap_or_default(),
            all: query.get("all").as_deref() == Some("true"),
            q: query.get("q").unwrap_or_default(),
            after: query.get("after").filter(|key| !key.is_empty()),
        }
    });
    let reviews = Question::new(move || (filter.get(), changed.get()), |(filter, _)| list_reviews(filter));
    let rules = Question::new(|| (), |()| review_rules());
    let tab = move |all: bool, words: &'static str| {
        let href = if all { "/reviews?all=true" } else { "/reviews" };
        let here = move || (filter.get().q.is_empty() && filter.get().all == all).then_some("page");
        view! { <a href=href aria-current=here>{words}</a> }
    };
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head"><h1>{t(w::TITLE)}</h1></div>
        <nav class="tabs">{tab(false, t(w::OPEN))} {tab(true, t(w::ALL))}</nav>
        {move || search(filter.get().q)}
        <section class="card">{loaded(reviews, move |page| draw(page, &filter.get_untracked(), key.clone()))}</section>
        {loaded(rules, |rules| rules_card(&rules))}
    }
}

/// A search as a plain form: the URL keeps it.
fn search(q: String) -> AnyView {
    view! {
        <form class="filters" method="get" action="/reviews" role="search">
            <label class="field field-search">
                <span>{t(w::SEARCH)}</span>
                <input type="search" name="q" maxlength="80" placeholder=t(w::SEARCH_HINT) value=q />
            </label>
            <button class="button" type="submit">{t(w::SEARCH)}</button>
        </form>
    }
    .into_any()
}

fn draw(page: Page<ReviewRow>, filter: &ReviewFilter, key: String) -> AnyView {
    if page.rows.is_empty() {
        let link = ("/reviews?all=true".to_owned(), t(w::SEE_ALL));
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) link=link /> }.into_any();
    }
    view! {
        <table class="rows">
            <thead>
                <tr>
                    <th>{t(w::EVENT)}</th>
                    <th>{t(w::CENTRE)}</th>
                    <th>{t(w::CLOSED_AT)}</th>
                    <th>{t(w::OPENED_BY)}</th>
                    <th>{t(w::STATE)}</th>
                    <th>{t(w::IMPROVEMENTS)}</th>
                </tr>
            </thead>
            <tbody>{page.rows.into_iter().map(row).collect_view()}</tbody>
        </table>
        <div class="list-foot"><Pager total=page.total more=page.more next=page.next />{export_form(&ExportList::Reviews(filter.clone()), key)}</div>
    }
    .into_any()
}

fn row(review: ReviewRow) -> AnyView {
    let opened = opened_by(&review);
    let (event, lang) = (review.event, use_lang());
    let (all, done, late) = review.improvements;
    let counts = w::IMPROVEMENT_COUNTS.with(lang, &[("done", &done.to_string()), ("all", &all.to_string())]);
    let late = (late > 0).then(|| w::LATE_COUNT.with(lang, &[("n", &late.to_string())]));
    view! {
        <tr>
            <td data-label=t(w::EVENT)>
                <LevelMark level=event.level bare=true />
                " "
                <a class="row-title" href=format!("/reviews/{}", review.id)>{n(&event.title)}</a>
                <small class="quiet row-sub">{event.number}</small>
            </td>
            <td data-label=t(w::CENTRE)>{n(&event.centre.short)}</td>
            <td data-label=t(w::CLOSED_AT)><CityTime at=event.closed_at /></td>
            <td data-label=t(w::OPENED_BY)>{opened}</td>
            <td data-label=t(w::STATE)>{t(states::review_state(review.state))}</td>
            <td data-label=t(w::IMPROVEMENTS)>{counts} {late.map(|late| view! { " " <b class="late">"◆ " {late}</b> })}</td>
        </tr>
    }
    .into_any()
}
