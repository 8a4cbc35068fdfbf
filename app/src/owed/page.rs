//! `/owed`: to sign for, to do, late, sent back, KPI to update; one column, most urgent first.

use domain::live::Topic;
use domain::orders::OrderFilter;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{Owed, what_i_owe};
use super::card::{Kind, assignment_card, kpi_card};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::orders::api::StepAssignment;
use crate::parts::{DeedTrouble, Empty, EmptyKind, Pager, loaded};
use crate::words::{Text, figures, t};

/// The page. `?show=` narrows it to one kind, `?all=true` adds what is finished.
#[component]
pub fn OwedPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Orders, Topic::Kpis]));
    let step = Deed::of::<StepAssignment>();
    let filter = Memo::new(move |_| {
        let query = query.get();
        let after = query.get("after").filter(|key| !key.is_empty());
        let says = |name: &str| query.get(name).as_deref() == Some("true");
        OrderFilter { all: says("all"), mine: says("mine"), after, ..OrderFilter::default() }
    });
    let show = Memo::new(move |_| query.get().get("show").and_then(|text| Kind::parse(&text)));
    let source = move || (filter.get(), changed.get(), step.times());
    let owed = Question::new(source, |(filter, _, _)| what_i_owe(filter));
    view! {
        <Title text=t(w::TITLE) />
        <div class="owed">
            <DeedTrouble deed=step />
            {loaded(owed, move |owed| {
                let filter = filter.get_untracked();
                let ways = [way(!filter.all, "all", w::FINISHED, w::OPEN_ONLY), way(!filter.mine, "mine", w::MINE, w::OF_ALL)];
                view! { {move || draw(owed.clone(), show.get(), ways.clone(), step)} }.into_any()
            })}
        </div>
    }
}

/// Where a button under the list leads, and what it says.
type Way = (String, Text);

/// On to what a parameter of the URL adds or narrows to, or back.
fn way(on: bool, parameter: &str, there: Text, back: Text) -> Way {
    if on { (format!("/owed?{parameter}=true"), there) } else { ("/owed".to_owned(), back) }
}

fn draw(owed: Owed, show: Option<Kind>, ways: [Way; 2], step: Deed) -> AnyView {
    let rows = owed.assignments.rows;
    let count = |kind: Kind| match kind {
        Kind::Kpi => owed.kpis.len(),
        kind => rows.iter().filter(|row| Kind::of(row) == kind).count(),
    };
    let chips = Kind::ALL.map(|kind| chip(Some(kind), kind.text(), count(kind), show));
    let everything = chip(None, w::EVERYTHING, rows.len() + owed.kpis.len(), show);
    let nothing = rows.is_empty() && owed.kpis.is_empty();
    let shown = |kind: Kind| show.is_none_or(|only| only == kind);
    let cards: Vec<_> =
        rows.into_iter().filter(|row| shown(Kind::of(row))).map(|row| assignment_card(row, step)).collect();
    let code = owed.here.code;
    let kpis: Vec<_> =
        owed.kpis.into_iter().filter(|_| shown(Kind::Kpi)).map(|kpi| kpi_card(kpi, &code)).collect();
    let ways = ways.map(|(href, words)| view! { <a class="button" href=href>{t(words)}</a> " " });
    let empty = nothing.then(|| view! { <Empty kind=EmptyKind::NothingYet next=t(w::NOTHING) /> });
    let filtered = (!nothing && cards.is_empty() && kpis.is_empty())
        .then(|| view! { <Empty kind=EmptyKind::FilteredOut link=("/owed".to_owned(), t(w::EVERYTHING)) /> });
    view! {
        <h1 class="visually-hidden">{t(w::TITLE)}</h1>
        <nav class="chips" aria-label=t(w::TITLE)>{everything} {chips.into_iter().collect_view()}</nav>
        {empty}
        {filtered}
        <ul class="owed-list">{cards} {kpis}</ul>
        <Pager total=owed.assignments.total more=owed.assignments.more next=owed.assignments.next />
        {ways.into_iter().collect_view()}
    }
    .into_any()
}

fn chip(kind: Option<Kind>, words: Text, count: usize, show: Option<Kind>) -> Option<AnyView> {
    let href = kind.map_or("/owed".to_owned(), |kind| format!("/owed?show={}", kind.as_str()));
    let chip = view! {
        <a class="chip" href=href aria-current=(show == kind).then_some("page")>
            {t(words)}
            " "
            <b>{figures::count(i64::try_from(count).unwrap_or(i64::MAX))}</b>
        </a>
    };
    (count > 0 || show == kind).then(|| chip.into_any())
}
