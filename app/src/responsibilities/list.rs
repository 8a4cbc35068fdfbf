//! `/responsibilities`: the list as it holds now, by class.

use domain::centres::Tier;
use domain::live::Topic;
use domain::responsibilities::{ResponsibilityFilter, ResponsibilityList, ResponsibilityRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::list_responsibilities;
use super::{terms, words as w};
use crate::asking::Question;
use crate::live::use_live;
use crate::parts::{CityTime, Empty, EmptyKind, Filters, SearchField, Select, loaded};
use crate::words::{n, states, t, use_lang};

/// Tiers that take cases by the list.
pub(super) const TIERS: [Tier; 3] = [Tier::City, Tier::District, Tier::Township];

/// The list; the filters are in the URL.
#[component]
pub fn ResponsibilitiesPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Responsibilities]));
    let filter = Memo::new(move |_| {
        let query = query.get();
        ResponsibilityFilter {
            class: query.get("class").unwrap_or_default(),
            tier: query.get("tier").and_then(|tier| tier.parse().ok()),
            search: query.get("search").unwrap_or_default(),
        }
    });
    let list =
        Question::new(move || (filter.get(), changed.get()), |(filter, _)| list_responsibilities(filter));
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head"><h1>{t(w::TITLE)}</h1><span class="quiet">{t(w::HINT)}</span></div>
        {loaded(list, move |list| draw(&list, &filter.get_untracked()))}
    }
}

fn draw(list: &ResponsibilityList, filter: &ResponsibilityFilter) -> AnyView {
    let classes = list.classes.iter().map(|(code, name)| (code.clone(), n(name))).collect();
    let tiers = TIERS.map(|tier| (tier.to_string(), t(states::tier_text(tier)).to_owned())).to_vec();
    let tier = filter.tier.map(Tier::as_str).unwrap_or_default();
    let (search, class) = (filter.search.clone(), filter.class.clone());
    let rows = if list.rows.is_empty() {
        view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any()
    } else {
        table(&list.rows)
    };
    view! {
        <Filters>
            <SearchField hint=t(w::SEARCH_HINT) value=search />
            <Select name="class" label=t(w::CLASS) choices=classes chosen=class />
            <Select name="tier" label=t(w::TIER) choices=tiers chosen=tier />
        </Filters>
        <section class="card">
            {rows}
            {list.more.then(|| view! { <p class="quiet">{t(w::MORE)}</p> })}
        </section>
    }
    .into_any()
}

fn table(rows: &[ResponsibilityRow]) -> AnyView {
    view! {
        <table class="rows responsibilities">
            <thead>
                <tr>
                    <th scope="col">{t(w::CATEGORY)}</th>
                    <th scope="col">{t(w::CLASS)}</th>
                    <th scope="col">{t(w::TIER)}</th>
                    <th scope="col">{t(w::LANE)}</th>
                    <th scope="col">{t(w::LIMITS)}</th>
                    <th scope="col">{t(w::SINCE)}</th>
                </tr>
            </thead>
            <tbody>{rows.iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: &ResponsibilityRow) -> AnyView {
    let lang = use_lang();
    let version = w::VERSION.with(lang, &[("n", &row.version.to_string())]);
    let waiting = (row.waiting > 0).then(|| {
        let words = w::WAITING.with(lang, &[("n", &row.waiting.to_string())]);
        view! { " " <span class="chip chip-open">{words}</span> }
    });
    view! {
        <tr>
            <td class="cell-head">
                <a class="row-title" href=format!("/responsibilities/{}", row.category)>{n(&row.name)}</a>
                {waiting}
            </td>
            <td data-label=t(w::CLASS)>{n(&row.class.1)}</td>
            <td data-label=t(w::TIER)>
                {t(states::tier_text(row.terms.tier))} <small class="row-sub">{n(&row.terms.post)}</small>
            </td>
            <td data-label=t(w::LANE)>{terms::lane(&row.terms)}</td>
            <td data-label=t(w::LIMITS)>{terms::limits(&row.terms.limits)}</td>
            <td class="fit" data-label=t(w::SINCE)><CityTime at=row.since /> <small class="row-sub">{version}</small></td>
        </tr>
    }
    .into_any()
}
