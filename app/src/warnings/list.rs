//! `/warnings`: warnings of a centre, worst first; the filters are in the URL.

use domain::CentreId;
use domain::live::Topic;
use domain::pages::Page;
use domain::warnings::{Level, WarningFilter, WarningRow, WarningState};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::api::list_warnings;
use super::{WarningRows, words as w};
use crate::asking::Question;
use crate::centres::ListWay;
use crate::duty::{Served, served};
use crate::live::use_live;
use crate::parts::{Empty, EmptyKind, Filters, Pager, Select, loaded};
use crate::words::levels::level_text;
use crate::words::states::warning_state;
use crate::words::t;

/// The filter that the URL says.
fn filter_of(query: &ParamsMap) -> WarningFilter {
    let text = |name: &str| query.get(name).unwrap_or_default();
    WarningFilter {
        centre: text("centre"),
        level: text("level").parse().ok(),
        state: text("state").parse().ok(),
        after: query.get("after").filter(|key| !key.is_empty()),
    }
}

/// The list.
#[component]
pub fn WarningsPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Warnings, Topic::Duty]));
    let filter = Memo::new(move |_| filter_of(&query.get()));
    let rows = Question::new(
        move || (filter.get(), changed.get()),
        |(filter, _)| async move { served(list_warnings(filter).await, centres_of).await },
    );
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <div class="way"><ListWay path="/warnings" /></div>
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
        </div>
        {move || narrow(filter.get())}
        <section class="card">{loaded(rows, move |page| draw(page, &filter.get_untracked()))}</section>
    }
}

fn narrow(filter: WarningFilter) -> AnyView {
    let levels =
        Level::ALL.iter().rev().map(|level| (level.to_string(), t(level_text(*level)).to_owned())).collect();
    let states = WarningState::ALL
        .iter()
        .map(|state| (state.to_string(), t(warning_state(*state)).to_owned()))
        .collect();
    let chosen = filter.level.map(|level| level.to_string()).unwrap_or_default();
    let state = filter.state.map(|state| state.to_string()).unwrap_or_default();
    view! {
        <Filters>
            {(!filter.centre.is_empty()).then(|| view! { <input type="hidden" name="centre" value=filter.centre /> })}
            <Select name="level" label=t(w::LEVEL) choices=levels chosen=chosen />
            <Select name="state" label=t(w::STATE) all=Some(t(w::OPEN)) choices=states chosen=state />
        </Filters>
    }
    .into_any()
}

fn centres_of(page: &Page<WarningRow>) -> Vec<CentreId> {
    page.rows.iter().map(|row| row.centre.id).collect()
}

fn draw((page, duty): Served<Page<WarningRow>>, filter: &WarningFilter) -> AnyView {
    if page.rows.is_empty() {
        return if filter.level.is_some() || filter.state.is_some() || filter.after.is_some() {
            view! { <Empty kind=EmptyKind::FilteredOut link=("/warnings".to_owned(), t(w::SEE_ALL)) /> }
                .into_any()
        } else {
            view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any()
        };
    }
    view! {
        <WarningRows rows=page.rows duty=duty caption=t(w::TITLE) />
        <Pager total=page.total more=page.more next=page.next />
    }
    .into_any()
}
