//! An area on the map: the reader clicks its corners, the form sends it as GeoJSON. Without WASM the text can be pasted.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::words as w;
use crate::map::ClickedMap;
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
            {move || awake.get().then(|| view! { <ClickedMap label=t(w::AREA_MAP) drawn=Signal::derive(move || corners.with(drawn)) on_click=Callback::new(move |at| change(&|all| all.push(at))) /> })}
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
