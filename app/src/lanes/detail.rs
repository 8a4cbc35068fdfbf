//! `/c/:centre/lanes/:lane`: one lane: its owner, and its KPIs by sub-lane.

use domain::centres::CentreHead;
use domain::lanes::{LaneDetail, SublaneRow};
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::one_lane;
use super::words as w;
use crate::asking::Question;
use crate::centres::{Placed, Way, placed};
use crate::kpis::KpiRows;
use crate::live::use_live;
use crate::parts::{Figure, LightMark, loaded};
use crate::words::figures::{count, percent};
use crate::words::{n, t};

/// The page.
#[component]
pub fn LanePage() -> impl IntoView {
    let (params, changed) = (use_params_map(), use_live(&[Topic::Kpis]));
    let param = move |name: &'static str| params.with(|params| params.get(name).unwrap_or_default());
    let lane = Question::new(
        move || (param("centre"), param("lane"), changed.get()),
        |(centre, lane, _)| async move {
            placed(one_lane(centre, lane).await, |lane| lane.centre.code.clone()).await
        },
    );
    loaded(lane, draw)
}

fn draw((lane, head): Placed<LaneDetail>) -> AnyView {
    let LaneDetail { centre, board, cell, owner, sublanes } = lane;
    let owner = owner.map_or_else(
        || view! { <span class="quiet">{t(w::NO_OWNER)}</span> }.into_any(),
        |(post, who)| view! { <b>{who}</b> " · " {n(&post)} }.into_any(),
    );
    let code = centre.code.clone();
    let subs = sublanes.into_iter().map(|sublane| draw_sublane(sublane, &code)).collect_view();
    view! {
        <Title text=n(&cell.name) />
        <div class="page-head">
            <div class="way">{way(head, &cell.code)}</div>
            <p class="way">
                <a href=format!("/c/{}/lanes", centre.code)>{t(w::TITLE)}</a>
                " › "
                {n(&board.1)}
            </p>
            <h1>{n(&cell.name)}</h1>
            <LightMark light=cell.light />
            <span class="chip chip-demo">{t(w::DEMO)}</span>
        </div>
        <section class="card">
            <div class="figures wide-figures">
                <Figure label=t(w::ACHIEVED) value=percent(cell.achieved, 1) definition=t(w::ACHIEVED_HINT) href="#kpis" />
                <Figure label=t(w::EXPECTED) value=percent(Some(cell.expected), 1) definition=t(w::EXPECTED_HINT) />
                <Figure label=t(w::LAGGING_KPIS) value=count(cell.lagging) unit=t(w::KPI_UNIT) href="#kpis" />
                <Figure label=t(w::KPIS) value=count(cell.kpis) unit=t(w::KPI_UNIT) href="#kpis" />
                <div class="figure">
                    <span class="figure-label">{t(w::OWNER)}</span>
                    <span>{owner}</span>
                </div>
            </div>
        </section>
        <div class="sublanes" id="kpis">{subs}</div>
    }
    .into_any()
}

fn way(head: Option<CentreHead>, lane: &str) -> Option<AnyView> {
    let lane = lane.to_owned();
    head.map(|head| {
        view! { <Way head=head href=move |code: &str| format!("/c/{code}/lanes/{lane}") /> }.into_any()
    })
}

fn draw_sublane(sublane: SublaneRow, centre: &str) -> AnyView {
    let name = n(&sublane.name);
    let body = if sublane.kpis.is_empty() {
        view! { <p class="quiet">{t(w::NO_KPIS)}</p> }.into_any()
    } else {
        view! { <KpiRows rows=sublane.kpis centre=centre.to_owned() caption=name.clone() /> }.into_any()
    };
    view! {
        <section class="card">
            <div class="card-head"><h2>{name}</h2></div>
            {body}
        </section>
    }
    .into_any()
}
