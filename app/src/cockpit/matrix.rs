//! KPI lanes: boards by lanes, each a light; those that lag most in words below.

use std::cmp::Reverse;

use domain::lanes::{BoardRow, LaneCell, LaneMatrix};
use leptos::prelude::*;

use super::panel::{head, mark, standing_of};
use super::words as w;
use crate::words::figures::{maybe, number, percent};
use crate::words::{levels, n, t, use_lang};

/// Lanes named below the matrix of city and district, and below the township's four boards.
const NAMED: [usize; 2] = [2, 6];

/// The panel of a centre's lanes.
pub(super) fn matrix(centre: &str, lanes: LaneMatrix) -> AnyView {
    let lang = use_lang();
    let words =
        w::MATRIX_HEAD.with(lang, &[("p", &number(lanes.expected, 0)), ("n", &lanes.lagging.to_string())]);
    let aside = view! { <a href=format!("/c/{centre}/lanes") title=t(w::MATRIX_LONG)>{words}</a> }.into_any();
    let worst = worst(&lanes.boards);
    let boards = lanes.boards.into_iter().map(|row| board(centre, row)).collect_view();
    let lagging = if worst.is_empty() {
        view! { <li>{mark("ok")} " " {t(w::ALL_ON_TRACK)}</li> }.into_any()
    } else {
        worst.into_iter().map(|lane| lagging(centre, lane)).collect_view().into_any()
    };
    view! {
        {head(t(w::LANES), aside)}
        <div class="ck-boards">{boards}</div>
        <ul class="ck-lagging">{lagging}</ul>
    }
    .into_any()
}

/// Lanes that lag most: by light, then by share reached.
fn worst(boards: &[BoardRow]) -> Vec<LaneCell> {
    let mut lanes: Vec<_> =
        boards.iter().flat_map(|board| &board.lanes).filter(|lane| lane.lagging > 0).collect();
    lanes.sort_by(|a, b| {
        let gravity = |lane: &LaneCell| (Reverse(lane.light), Reverse(lane.lagging));
        gravity(a).cmp(&gravity(b)).then(a.achieved.unwrap_or(0.0).total_cmp(&b.achieved.unwrap_or(0.0)))
    });
    lanes.into_iter().take(NAMED[usize::from(boards.len() <= 4)]).cloned().collect()
}

fn board(centre: &str, row: BoardRow) -> AnyView {
    let href = format!("/c/{centre}/lanes#{}", row.code);
    let cells = row.lanes.into_iter().map(|lane| view! { <li>{cell(centre, lane)}</li> }).collect_view();
    view! {
        <div class="ck-board">
            <a href=href>{n(&row.name)}</a>
            <ol class="ck-lanes">{cells}</ol>
        </div>
    }
    .into_any()
}

fn due(lane: &LaneCell) -> String {
    let reached = percent(lane.achieved, 0);
    w::LANE_DUE.with(use_lang(), &[("a", &reached), ("p", &number(lane.expected, 0))])
}

fn cell(centre: &str, lane: LaneCell) -> AnyView {
    let words = format!("{} · {} · {}", n(&lane.name), t(levels::light_text(lane.light)), due(&lane));
    let href = format!("/c/{centre}/lanes/{}", lane.code);
    view! {
        <a class="ck-cell" data-light=lane.light.as_str() href=href title=words.clone() aria-label=words>
            {maybe(lane.achieved, 0)}
        </a>
    }
    .into_any()
}

fn lagging(centre: &str, lane: LaneCell) -> AnyView {
    let lags = w::LANE_LAGS.with(use_lang(), &[("n", &lane.lagging.to_string())]);
    let light = t(levels::light_text(lane.light));
    view! {
        <li>
            <a href=format!("/c/{centre}/lanes/{}", lane.code)>
                {mark(standing_of(lane.light))} <b>{n(&lane.name)}</b>
                <span class="ck-soft" title=light>{due(&lane)}</span>
                <span class="ck-late">{lags}</span>
            </a>
        </li>
    }
    .into_any()
}
