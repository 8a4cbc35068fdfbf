//! The map in the middle: layers, what the pointer is on, and the same as a list where no map can be drawn.

use domain::RiskPointId;
use domain::centres::{CentreHead, Tier};
use domain::cockpit::ChildTile;
use domain::names::Lang;
use domain::warnings::Level;
use leptos::html::Div;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use serde_json::json;

use super::api::risk_point_card;
use super::panel::{cockpit_href, mark, standing};
use super::questions::{Asked, Questions};
use super::strip::trouble;
use super::title::cockpit_title;
use super::words as w;
use crate::map::{self, Feed, Options, Padding, Picked, Plan, style};
use crate::parts::loaded;
use crate::words::{Text, levels, n, t, use_lang};

/// Groups of layers: their switch, and whether they are seen at first.
const LAYERS: [(&str, Text, bool); 5] = [
    ("warnings", w::LAYER_WARNINGS, true),
    ("risk_points", w::LAYER_RISK_POINTS, true),
    ("devices", w::LAYER_DEVICES, false),
    ("pipelines", w::LAYER_PIPELINES, false),
    ("rivers", w::LAYER_RIVERS, true),
];

fn plan(head: &CentreHead, lang: Lang) -> Plan {
    let [west, south, east, north] = head.bounds;
    // The card of the worst warning lies at the top left, where the city itself has no land.
    let top = if head.centre.tier == Tier::City { 24.0 } else { 250.0 };
    let label = w::MAP_LABEL.with(lang, &[("centre", head.centre.name.get(lang))]);
    let padding = Padding { top, right: 28.0, bottom: 64.0, left: 28.0 };
    let options = Options { bounds: [[west, south], [east, north]], padding, label };
    // Plain data always becomes text.
    Plan { style: serde_json::to_string(&style::of(&head.centre)).unwrap_or_default(), options }
}

fn ready<T: Clone + Send + Sync + 'static>(question: Asked<T>) -> Option<T> {
    question.get().and_then(Result::ok)
}

fn feed(asked: Questions, shown: RwSignal<[bool; 5]>, lang: Lang) -> Feed {
    let plan = Memo::new(move |_| ready(asked.head).map(|head| plan(&head, lang)));
    let states = move |tiles: Vec<ChildTile>| {
        let state = |tile: &ChildTile| {
            (tile.centre.id.to_string(), json!({ "level": tile.level.map_or(0, Level::rank) }))
        };
        serde_json::Value::Object(tiles.iter().map(state).collect()).to_string()
    };
    let names = move |tiles: Vec<ChildTile>| {
        let point = |tile: &ChildTile| {
            let name = tile.centre.short.get(lang);
            let geometry = json!({ "type": "Point", "coordinates": [tile.label.0, tile.label.1] });
            json!({ "type": "Feature", "properties": { "name": name }, "geometry": geometry })
        };
        json!({ "type": "FeatureCollection", "features": tiles.iter().map(point).collect::<Vec<_>>() })
            .to_string()
    };
    let seen = move || {
        let groups =
            LAYERS.iter().zip(shown.get()).map(|((group, ..), seen)| ((*group).to_owned(), seen.into()));
        serde_json::Value::Object(groups.collect()).to_string()
    };
    Feed {
        plan: plan.into(),
        states: Signal::derive(move || states(ready(asked.strip).unwrap_or_default())),
        names: Signal::derive(move || names(ready(asked.strip).unwrap_or_default())),
        alarms: Signal::derive(move || ready(asked.alarms).unwrap_or_default()),
        shown: Signal::derive(seen),
        worst: Signal::derive(move || ready(asked.worst).flatten().and_then(|worst| worst.row.place)),
    }
}

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

/// What the pointer is on.
fn card(pick: Picked, asked: Questions) -> AnyView {
    let style = format!("left:{:.0}px;top:{:.0}px", pick.x, pick.y);
    let pinned = pick.how == "click";
    let level = Level::from_rank(pick.level);
    let words = move || level.map_or("", |level| t(levels::level_text(level)));
    let body = match pick.layer.as_str() {
        "land" => {
            let tiles = asked.strip.get_untracked().and_then(Result::ok).unwrap_or_default();
            let tile = tiles.into_iter().find(|tile| tile.centre.code == pick.code);
            tile.map(|tile| {
                let level = mark(standing(tile.level, false));
                view! { <b>{n(&tile.centre.name)}</b><span>{level} " " {trouble(&tile)}</span><span class="ck-faint">{t(w::CLICK_IN)}</span> }
            })
            .into_any()
        }
        "alarms" => {
            let link = pinned.then(|| view! { <a class="ck-more" href=format!("/warnings/{}", pick.id)>{t(w::DETAILS)} " ›"</a> });
            view! { <b>{pick.title.clone()}</b><span>{mark(standing(level, false))} " " {words()}</span>{link} }.into_any()
        }
        "risk-points" if pinned => risk_point(RiskPointId(pick.id)),
        "risk-points" => {
            view! { <b>{t(w::LAYER_RISK_POINTS)}</b><span>{t(w::GRADE)} " " {words()}</span> }.into_any()
        }
        _ => view! { <b>{t(w::DEVICE)}</b><span class="ck-faint">{pick.kind.clone()}</span> }.into_any(),
    };
    view! { <div class="map-card" data-pinned=pinned.then_some("") style=style>{body}</div> }.into_any()
}

fn risk_point(id: RiskPointId) -> AnyView {
    let row = LocalResource::new(move || risk_point_card(id));
    let draw = move || {
        row.get().and_then(Result::ok).map(|row| {
            let now = row.warning.map(
                |level| view! { <span>{mark(level.as_str())} " " {t(levels::level_text(level))}</span> },
            );
            view! {
                <b>{n(&row.name)}</b>
                <span>{n(&row.kind_name)} " · " {t(w::GRADE)} " " {t(levels::level_text(row.grade))}</span>
                <span class="ck-soft">{n(&row.centre.name)}</span>
                {now}
                <a class="ck-more" href=format!("/risk-points/{}", row.id)>{t(w::DETAILS)} " ›"</a>
            }
        })
    };
    view! { <Transition>{draw}</Transition> }.into_any()
}

/// What the page's `<title>` says.
pub(super) fn page_title(head: &CentreHead) -> String {
    cockpit_title(&head.centre)
}
