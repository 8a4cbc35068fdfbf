//! Where a reported case is: in words, by a pin on the map, or by the phone's own position.

use domain::Refusal;
use domain::events::NewEvent;
use leptos::prelude::*;
use serde_json::json;

use super::report_fields::said;
use super::words as w;
use crate::map::ClickedMap;
use crate::words::t;

/// The address, and the point under a fold: two numbers, which the map and the position fill in where there are scripts.
pub(super) fn fields(new: &NewEvent, trouble: Option<&Refusal>, typed: RwSignal<NewEvent>) -> AnyView {
    let (longitude, latitude) = (RwSignal::new(new.longitude.clone()), RwSignal::new(new.latitude.clone()));
    let wrong = ["place", "longitude", "latitude"].map(|field| said(trouble, field));
    let given = wrong.iter().any(Option::is_some);
    let opened = RwSignal::new(false);
    // Cases like this one are looked for around the point.
    Effect::new(move || {
        let (longitude, latitude) = (longitude.get(), latitude.get());
        typed.update(|new| (new.longitude, new.latitude) = (longitude, latitude));
    });
    let put = Callback::new(move |(x, y): (f64, f64)| {
        longitude.set(format!("{x:.6}"));
        latitude.set(format!("{y:.6}"));
    });
    let number = |name: &'static str, label: &'static str, value: RwSignal<String>| {
        view! {
            <label class="field">
                <span>{label}</span>
                <input name=name inputmode="decimal" maxlength="20" autocomplete="off" value=value.get_untracked()
                    prop:value=value on:input=move |event| value.set(event_target_value(&event)) />
            </label>
        }
    };
    view! {
        <label class="field">
            <span>{t(w::ADDRESS)}</span>
            <input name="new[address]" maxlength="200" placeholder=t(w::ADDRESS_HINT) value=new.address.clone() />
            {said(trouble, "address")}
        </label>
        <report-aid kind="position" label=t(w::MY_POSITION) waiting=t(w::LOCATING) done=t(w::LOCATED)
            failed=t(w::NO_POSITION)></report-aid>
        {wrong.into_iter().flatten().collect_view()}
        <details class="area" open=given on:toggle=move |_| opened.set(true)>
            <summary>{t(w::ON_MAP)}</summary>
            <p class="quiet">{t(w::ON_MAP_HINT)}</p>
            {move || opened.get().then(|| view! { <ClickedMap label=t(w::ON_MAP) drawn=Signal::derive(move || pin(&longitude.get(), &latitude.get())) on_click=put /> })}
            {number("new[longitude]", t(w::LONGITUDE), longitude)}
            {number("new[latitude]", t(w::LATITUDE), latitude)}
        </details>
    }
    .into_any()
}

/// The pin, as `GeoJSON`.
fn pin(longitude: &str, latitude: &str) -> String {
    match (longitude.trim().parse::<f64>(), latitude.trim().parse::<f64>()) {
        (Ok(x), Ok(y)) => {
            let point = json!({ "type": "Point", "coordinates": [x, y] });
            json!({ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": {}, "geometry": point }] })
                .to_string()
        }
        _ => String::new(),
    }
}
