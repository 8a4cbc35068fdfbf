//! `/c/:centre`: the cockpit of a centre; `?kiosk` for a wall.

use domain::centres::CentreTag;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::panel::Kiosk;
use super::questions::{Questions, questions};
use super::risk_map::{RiskMap, page_title};
use super::title::TitleBar;
use super::{events, matrix, orders, owed, ribbon, signs, strip, warnings, words as w, worst};
use crate::asking::{Carried, Question};
use crate::live::CutBanner;
use crate::look::{Theme, use_look};
use crate::parts::{TroubleNote, both, loaded};
use crate::words::t;

/// `/c/:centre`: the cockpit of a centre; `?kiosk` for a wall.
#[component]
pub fn CockpitPage() -> impl IntoView {
    let params = use_params_map();
    let centre = Memo::new(move |_| params.with(|params| params.get("centre").unwrap_or_default()));
    let kiosk = use_query_map().with_untracked(|query| query.get("kiosk").is_some());
    provide_context(Kiosk(kiosk));
    let theme = use_look().theme.unwrap_or(Theme::Dark).as_str();
    let asked = questions(centre);
    view! {
        {loaded(asked.head, |head| view! { <Title text=page_title(&head) /> }.into_any())}
        <main class="cockpit" id="main" data-theme=theme data-kiosk=kiosk.then_some("")>
            <TitleBar head=asked.head fresh=asked.fresh />
            <CutBanner />
            {columns(asked)}
        </main>
    }
}

/// Draws what a question brought, for the centre it was asked about; trouble in its place.
fn drawn<T>(
    asked: Questions,
    question: Question<T>,
    draw: impl Fn(CentreTag, T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Carried + Send + Sync + 'static,
{
    both(asked.head, question, move |head, value| match (head, value) {
        (Ok(head), Ok(value)) => draw(head.centre, value),
        // The title bar says what is wrong with the centre itself.
        (Err(_), _) => ().into_any(),
        (_, Err(trouble)) => view! { <TroubleNote trouble /> }.into_any(),
    })
}

fn columns(asked: Questions) -> AnyView {
    let ribbon = asked.ribbon;
    view! {
        <ol class="ck-ribbon" aria-label=t(w::LOOP)>{drawn(asked, ribbon, |at, figures| ribbon::ribbon(&at.code, &figures))}</ol>
        <div class="ck-left">
            <section class="ck-panel ck-signs">{drawn(asked, asked.signs, |at, tiles| signs::signs(&at.code, tiles))}</section>
            <section class="ck-panel ck-matrix">{drawn(asked, asked.matrix, |at, lanes| matrix::matrix(&at.code, lanes))}</section>
        </div>
        {drawn(asked, asked.worst, |at, worst| worst::worst(at.tier, worst))}
        <RiskMap asked />
        {right(asked)}
        <nav class="ck-strip" aria-label=t(w::BELOW)>{drawn(asked, asked.strip, |_, tiles| strip::strip(tiles))}</nav>
    }
    .into_any()
}

fn right(asked: Questions) -> AnyView {
    let ribbon = asked.ribbon;
    let duties = move |at: CentreTag, owed| match owed {
        Some(page) => owed::owed(page),
        None => drawn(asked, asked.orders, move |_, rows| orders::orders(&at.code, rows)),
    };
    view! {
        <div class="ck-right">
            <section class="ck-panel ck-warnings">
                {drawn(asked, asked.warnings, move |at, rows| warnings::warnings(&at, rows, ribbon))}
            </section>
            <section class="ck-panel ck-orders">{drawn(asked, asked.owed, duties)}</section>
            <section class="ck-panel ck-events">
                {drawn(asked, asked.events, move |at, rows| events::events(&at.code, rows, ribbon))}
            </section>
        </div>
    }
    .into_any()
}
