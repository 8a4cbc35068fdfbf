//! The map in the middle: layers, what the pointer is on, and the same as a list where no map can be drawn.

use domain::centres::CentreHead;
use domain::cockpit::ChildTile;
use leptos::html::Div;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::map_card::card;
use super::map_feed::feed;
use super::panel::{cockpit_href, mark, standing};
use super::questions::Questions;
use super::strip::trouble;
use super::title::cockpit_title;
use super::words as w;
use crate::map::{self, Picked};
use crate::parts::loaded;
use crate::words::{Text, n, t, use_lang};

/// Groups of layers: their switch, and whether they are seen at first.
pub(super) const LAYERS: [(&str, Text, bool); 5] = [
    ("warnings", w::LAYER_WARNINGS, true),
    ("risk_points", w::LAYER_RISK_POINTS, true),
    ("devices", w::LAYER_DEVICES, false),
    ("pipelines", w::LAYER_PIPELINES, false),
    ("rivers", w::LAYER_RIVERS, true),
];

/// The map's panel.
#[component]
pub(super) fn RiskMap(
    /// What the page asked.
    asked: Questions,
) -> impl IntoView {
    let (node, lang) = (NodeRef::<Div>::new(), use_lang());
    let shown = RwSignal::new(LAYERS.map(|(_, _, seen)| seen));
    let picked = RwSignal::new(None::<Picked>);
    let (navigate, wall) = (use_navigate(), cockpit_href(""));
    let on_pick = Callback::new(move |pick: Picked| match pick.how.as_str() {
        "click" if pick.layer == "land" => {
            navigate(&wall.replacen("/c/", &format!("/c/{}", pick.code), 1), NavigateOptions::default());
        }
        "click" if pick.layer.is_empty() => picked.set(None),
        // A card that was clicked open stays until the next click.
        "hover" | "leave"
            if picked.with_untracked(|old| old.as_ref().is_some_and(|old| old.how == "click")) => {}
        "leave" => picked.set(None),
        _ => picked.set(Some(pick)),
    });
    map::attach(node, feed(asked, shown, lang), on_pick);
    view! {
        <section class="ck-map" aria-label=t(w::RISK_MAP)>
            <div class="map" node_ref=node></div>
            <svg class="map-leader" aria-hidden="true" hidden><line /><circle /></svg>
            {loaded(asked.strip, fallback)}
            <div class="map-foot">
                {switches(shown)}
                <p class="map-credit" title=t(w::DEMO_LONG)>{t(w::CREDIT)}</p>
            </div>
            {move || picked.get().map(|pick| card(pick, asked))}
        </section>
    }
    .into_any()
}

fn switches(shown: RwSignal<[bool; 5]>) -> AnyView {
    let switch = |(place, (_, words, _)): (usize, &(&str, Text, bool))| {
        let seen = move || shown.get()[place];
        let turn = move |_| shown.update(|shown| shown[place] = !shown[place]);
        view! {
            <button type="button" aria-pressed=move || seen().to_string() on:click=turn>{t(*words)}</button>
        }
        .into_any()
    };
    let switches = LAYERS.iter().enumerate().map(switch).collect_view();
    view! { <div class="map-layers" role="group" aria-label=t(w::LAYERS)>{switches}</div> }.into_any()
}

/// The same as a list, for a browser without WebGL or JavaScript.
fn fallback(tiles: Vec<ChildTile>) -> AnyView {
    let row = |tile: &ChildTile| {
        let words = trouble(tile);
        view! {
            <li>
                <a href=cockpit_href(&tile.centre.code)>{mark(standing(tile.level, false))} " " {n(&tile.centre.name)}</a>
                " " <span class="ck-soft">{words}</span>
            </li>
        }
        .into_any()
    };
    let rows =
        tiles.iter().filter(|tile| tile.level.is_some() || tile.late > 0).take(12).map(row).collect_view();
    view! { <div class="map-off"><p>{t(w::MAP_OFF)}</p><ol>{rows}</ol></div> }.into_any()
}

/// What the page's `<title>` says.
pub(super) fn page_title(head: &CentreHead) -> String {
    cockpit_title(&head.centre)
}
