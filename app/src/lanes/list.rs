//! `/c/:centre/lanes`: boards and their lanes with their lights, where the eye lands on red.

use domain::kpis::Light;
use domain::lanes::{BoardRow, LaneCell, LaneMatrix};
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::lane_matrix_of;
use super::words as w;
use crate::asking::Question;
use crate::centres::Way;
use crate::centres::api::head_of;
use crate::kpis::AgainstTime;
use crate::live::use_live;
use crate::parts::{Empty, EmptyKind, Figure, LightMark, loaded};
use crate::words::figures::{count, percent};
use crate::words::{levels, n, t, use_lang};

/// The page.
#[component]
pub fn LanesPage() -> impl IntoView {
    let (params, changed) = (use_params_map(), use_live(&[Topic::Kpis]));
    let centre = Memo::new(move |_| params.get().get("centre").unwrap_or_default());
    let head = Question::new(move || centre.get(), head_of);
    let matrix = Question::new(move || (centre.get(), changed.get()), |(centre, _)| lane_matrix_of(centre));
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <div class="way">
                {loaded(head, |head| view! { <Way head=head href=|code| format!("/c/{code}/lanes") /> }.into_any())}
            </div>
            <h1>{t(w::TITLE)}</h1>
            <span class="chip chip-demo">{t(w::DEMO)}</span>
        </div>
        {loaded(matrix, move |matrix| draw(matrix, &centre.get_untracked()))}
    }
}

fn draw(matrix: LaneMatrix, centre: &str) -> AnyView {
    if matrix.boards.is_empty() {
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any();
    }
    let lanes: usize = matrix.boards.iter().map(|board| board.lanes.len()).sum();
    let late = if matrix.lagging > 0 { "figure-late" } else { "" };
    let boards = matrix.boards.into_iter().map(|board| draw_board(board, centre)).collect_view();
    view! {
        <section class="card lane-sums">
            <div class="figures wide-figures">
                <Figure
                    label=t(w::EXPECTED)
                    value=percent(Some(matrix.expected), 1)
                    definition=t(w::EXPECTED_HINT)
                />
                <Figure
                    label=t(w::LAGGING)
                    value=count(matrix.lagging)
                    unit=t(w::LANE_UNIT)
                    definition=t(w::LAGGING_HINT)
                    href="#boards"
                    class=late
                />
                <Figure label=t(w::LANES) value=lanes.to_string() unit=t(w::LANE_UNIT) href="#boards" />
            </div>
            {legend()}
        </section>
        <div class="boards" id="boards">{boards}</div>
    }
    .into_any()
}

fn legend() -> AnyView {
    let light = |light: &Light| view! { <li><LightMark light=*light /></li> };
    view! {
        <div class="light-legend">
            <span class="quiet">{t(w::LEGEND)}</span>
            <ul>{Light::ALL.iter().rev().map(light).collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn draw_board(board: BoardRow, centre: &str) -> AnyView {
    let name = n(&board.name);
    let cells = board.lanes.into_iter().map(|lane| draw_cell(lane, centre)).collect_view();
    view! {
        <section class="card board">
            <h2>{name}</h2>
            <ul class="lane-cells">{cells}</ul>
        </section>
    }
    .into_any()
}

fn draw_cell(lane: LaneCell, centre: &str) -> AnyView {
    let (achieved, expected) = (percent(lane.achieved, 0), percent(Some(lane.expected), 0));
    let (behind, all) = (lane.lagging.to_string(), lane.kpis.to_string());
    let values = [("achieved", &*achieved), ("expected", &*expected), ("n", &*behind), ("all", &*all)];
    let title = w::CELL.with(use_lang(), &values);
    let behind = (lane.lagging > 0).then(|| w::BEHIND.with(use_lang(), &[("n", &behind), ("all", &all)]));
    view! {
        <li>
            <a class=format!("lane-cell lane-{}", lane.light) href=format!("/c/{centre}/lanes/{}", lane.code) title=title>
                <span class="lane-name">{n(&lane.name)}</span>
                <span class="lane-value">
                    <span aria-hidden="true">{levels::light_shape(lane.light)}</span>
                    " "
                    <b>{achieved}</b>
                    <span class="visually-hidden">" " {t(levels::light_text(lane.light))}</span>
                </span>
                <AgainstTime achieved=lane.achieved expected=lane.expected />
                <small class="lane-behind">{behind}</small>
            </a>
        </li>
    }
    .into_any()
}
