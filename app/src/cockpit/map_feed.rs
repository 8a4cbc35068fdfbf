//! What the map is told: its style and view, levels and names of the centres below, open alarms, layers that are seen.

use domain::centres::{CentreHead, Tier};
use domain::cockpit::ChildTile;
use domain::names::Lang;
use domain::warnings::Level;
use leptos::prelude::*;
use serde_json::json;

use super::questions::Questions;
use super::risk_map::LAYERS;
use super::words as w;
use crate::asking::{Carried, Question};
use crate::map::{Feed, Options, Padding, Plan, names, style};

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

fn ready<T: Clone + Carried + Send + Sync + 'static>(question: Question<T>) -> Option<T> {
    question.get().and_then(Result::ok)
}

/// What the map follows.
pub(super) fn feed(asked: Questions, shown: RwSignal<[bool; 5]>, lang: Lang) -> Feed {
    let plan = Memo::new(move |_| ready(asked.head).map(|head| plan(&head, lang)));
    let states = move |tiles: Vec<ChildTile>| {
        let state = |tile: &ChildTile| {
            (tile.centre.id.to_string(), json!({ "level": tile.level.map_or(0, Level::rank) }))
        };
        serde_json::Value::Object(tiles.iter().map(state).collect()).to_string()
    };
    let seen = move || {
        let groups =
            LAYERS.iter().zip(shown.get()).map(|((group, ..), seen)| ((*group).to_owned(), seen.into()));
        serde_json::Value::Object(groups.collect()).to_string()
    };
    Feed {
        plan: plan.into(),
        states: Signal::derive(move || states(ready(asked.strip).unwrap_or_default())),
        names: Signal::derive(move || names(&ready(asked.strip).unwrap_or_default(), lang)),
        alarms: Signal::derive(move || ready(asked.alarms).unwrap_or_default()),
        drawn: Signal::stored(String::new()),
        shown: Signal::derive(seen),
        worst: Signal::derive(move || ready(asked.worst).flatten().and_then(|worst| worst.row.place)),
    }
}
