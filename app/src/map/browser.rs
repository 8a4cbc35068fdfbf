//! MapLibre GL in the browser, through the glue in `public/map.mjs`.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::HtmlElement;

use super::{Feed, Picked};
use crate::asking::reading::read;

#[wasm_bindgen(raw_module = "/map.mjs")]
extern "C" {
    /// The glue's handle of one map.
    #[derive(Clone)]
    type CityMap;

    /// Takes an element; the library loads in the meantime.
    fn open(element: &HtmlElement, on_pick: &JsValue) -> CityMap;
    fn draw(city: &CityMap, style: &str, options: &str);
    fn states(city: &CityMap, text: &str);
    fn put(city: &CityMap, source: &str, text: &str);
    fn show(city: &CityMap, text: &str);
    fn worst(city: &CityMap, text: &str);
    fn close(city: &CityMap);
}

/// Draws a map in an element for as long as the component lives.
pub fn attach(node: NodeRef<Div>, feed: Feed, on_pick: Callback<Picked>) {
    let city: StoredValue<Option<CityMap>, LocalStorage> = StoredValue::new_local(None);
    let told = Closure::<dyn Fn(String)>::new(move |text: String| {
        if let Ok(picked) = read(text.as_bytes()) {
            on_pick.run(picked);
        }
    });
    let told = StoredValue::new_local(told);
    let opened = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        if city.with_value(Option::is_none) {
            let handle = told.with_value(|told| open(&element, told.as_ref()));
            city.set_value(Some(handle));
            opened.set(true);
        }
    });
    // Each fact has an effect of its own, so that one change never says the others again.
    let tell = move |say: fn(&CityMap, Feed)| {
        Effect::new(move |_| {
            if opened.get() {
                city.with_value(|city| city.as_ref().inspect(|city| say(city, feed)).is_some());
            }
        });
    };
    tell(|city, feed| {
        if let Some(plan) = feed.plan.get() {
            draw(city, &plan.style, &serde_json::to_string(&plan.options).unwrap_or_default());
        }
    });
    tell(|city, feed| states(city, &feed.states.get()));
    tell(|city, feed| put(city, "alarms", &feed.alarms.get()));
    tell(|city, feed| put(city, "names", &feed.names.get()));
    tell(|city, feed| put(city, "drawn", &feed.drawn.get()));
    tell(|city, feed| show(city, &feed.shown.get()));
    tell(|city, feed| worst(city, &serde_json::to_string(&feed.worst.get()).unwrap_or_default()));
    on_cleanup(move || {
        if let Some(city) = city.try_update_value(Option::take).flatten() {
            close(&city);
        }
    });
}
