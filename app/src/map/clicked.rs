//! A small map of the reader's own centre that is there to be clicked on: a pin, the corners of an area.

use domain::centres::CentreHead;
use leptos::html::Div;
use leptos::prelude::*;

use super::{Feed, Options, Padding, Picked, Plan, attach, names, style};
use crate::asking::Question;
use crate::centres::api::head_of;
use crate::cockpit::api::strip;
use crate::words::use_lang;

fn plan(head: &CentreHead, label: &str) -> Plan {
    let [west, south, east, north] = head.bounds;
    let padding = Padding { top: 12.0, right: 12.0, bottom: 12.0, left: 12.0 };
    let options = Options { bounds: [[west, south], [east, north]], padding, label: label.to_owned() };
    Plan { style: serde_json::to_string(&style::of(&head.centre)).unwrap_or_default(), options }
}

/// The map.
#[component]
pub fn ClickedMap(
    /// What a screen reader calls it.
    label: &'static str,
    /// What was drawn so far, as `GeoJSON`; empty for nothing.
    drawn: Signal<String>,
    /// Hears longitude and latitude of each click.
    on_click: Callback<(f64, f64)>,
) -> impl IntoView {
    let head = Question::new(|| (), |()| head_of(String::new()));
    let below = Question::new(|| (), |()| strip(String::new()));
    let lang = use_lang();
    let feed = Feed {
        plan: Signal::derive(move || head.get().and_then(Result::ok).map(|head| plan(&head, label))),
        states: Signal::stored("{}".to_owned()),
        alarms: Signal::stored(String::new()),
        names: Signal::derive(move || names(&below.get().and_then(Result::ok).unwrap_or_default(), lang)),
        drawn,
        shown: Signal::stored(r#"{"devices":false,"risk_points":false,"pipelines":false}"#.to_owned()),
        worst: Signal::stored(None),
    };
    let node = NodeRef::<Div>::new();
    let picked = Callback::new(move |picked: Picked| {
        if picked.how == "click" {
            on_click.run((picked.lng, picked.lat));
        }
    });
    attach(node, feed, picked);
    view! { <div class="area-map map" node_ref=node></div> }
}
