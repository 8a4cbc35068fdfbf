//! An area on the map: the reader clicks its corners, the form sends it as GeoJSON. Without WASM the text can be pasted.

use domain::centres::CentreHead;
use domain::names::Lang;
use leptos::html::Div;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::words as w;
use crate::asking::Question;
use crate::centres::api::head_of;
use crate::map::{Feed, Options, Padding, Picked, Plan, attach, style};
use crate::words::{t, use_lang};

type Corners = Vec<(f64, f64)>;

/// The closed ring of some corners; none of fewer than three.
fn polygon(corners: &Corners) -> Option<Value> {
    let ring: Vec<_> = corners.iter().chain(corners.first()).map(|(x, y)| json!([x, y])).collect();
    (corners.len() >= 3).then(|| json!({ "type": "Polygon", "coordinates": [ring] }))
}

/// What the map shows of it: the area, or the line so far.
fn drawn(corners: &Corners) -> String {
    let line: Vec<_> = corners.iter().map(|(x, y)| json!([x, y])).collect();
    let geometry = polygon(corners).unwrap_or_else(|| match line.as_slice() {
        [] => json!({ "type": "LineString", "coordinates": [] }),
        [one] => json!({ "type": "Point", "coordinates": one }),
        _ => json!({ "type": "LineString", "coordinates": line }),
    });
    let feature = json!({ "type": "Feature", "properties": {}, "geometry": geometry });
    json!({ "type": "FeatureCollection", "features": [feature] }).to_string()
}

fn plan(head: &CentreHead, lang: Lang) -> Plan {
    let [west, south, east, north] = head.bounds;
    let padding = Padding { top: 12.0, right: 12.0, bottom: 12.0, left: 12.0 };
    let label = w::AREA_MAP.get(lang).to_owned();
    let options = Options { bounds: [[west, south], [east, north]], padding, label };
    Plan { style: serde_json::to_string(&style::of(&head.centre)).unwrap_or_default(), options }
}

/// The field, with a map above it once there is WASM.
#[component]
pub(super) fn AreaField(
    /// The area as it was sent before.
    text: String,
) -> impl IntoView {
    let (awake, lang, given) = (RwSignal::new(false), use_lang(), !text.is_empty());
    let (corners, text) = (RwSignal::new(Corners::new()), RwSignal::new(text));
    Effect::new(move |_| awake.set(true));
    let change = move |step: &dyn Fn(&mut Corners)| {
        corners.update(|corners| step(corners));
        text.set(corners.with(polygon).map(|area| area.to_string()).unwrap_or_default());
    };
    let counted = move || w::AREA_CORNERS.with(lang, &[("n", &corners.with(Vec::len).to_string())]);
    view! {
        <details class="area" open=given>
            <summary>{t(w::AREA)}</summary>
            <p class="quiet">{t(w::AREA_HINT)}</p>
            {move || awake.get().then(|| view! { <AreaMap corners=corners on_corner=Callback::new(move |at| change(&|all| all.push(at))) /> })}
            <p class="area-acts" hidden=move || !awake.get()>
                <span>{counted}</span>
                <button class="button small" type="button" on:click=move |_| change(&|all| { all.pop(); })>{t(w::AREA_UNDO)}</button>
                <button class="button small" type="button" on:click=move |_| change(&Vec::clear)>{t(w::AREA_CLEAR)}</button>
            </p>
            <label class="field">
                <span>{t(w::AREA_TEXT)}</span>
                <textarea name="spec[choice][area]" rows="3" maxlength="16000" prop:value=text>{text.get_untracked()}</textarea>
            </label>
        </details>
    }
}

#[component]
fn AreaMap(corners: RwSignal<Corners>, on_corner: Callback<(f64, f64)>) -> impl IntoView {
    let lang = use_lang();
    let head = Question::new(|| (), |()| head_of(String::new()));
    let quiet = || Signal::stored(String::new());
    let feed = Feed {
        plan: Signal::derive(move || head.get().and_then(Result::ok).map(|head| plan(&head, lang))),
        states: Signal::stored("{}".to_owned()),
        alarms: quiet(),
        names: quiet(),
        drawn: Signal::derive(move || corners.with(drawn)),
        shown: Signal::stored(r#"{"devices":false,"risk_points":false,"pipelines":false}"#.to_owned()),
        worst: Signal::stored(None),
    };
    let node = NodeRef::<Div>::new();
    let picked = Callback::new(move |picked: Picked| {
        if picked.how == "click" {
            on_corner.run((picked.lng, picked.lat));
        }
    });
    attach(node, feed, picked);
    view! { <div class="area-map map" node_ref=node></div> }
}
