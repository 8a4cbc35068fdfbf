//! ECharts in the browser, through the glue in `public/chart.mjs`.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

#[wasm_bindgen(raw_module = "/chart.mjs")]
extern "C" {
    /// The glue's handle of one chart.
    #[derive(Clone)]
    type Plot;

    fn open(element: &HtmlElement) -> Plot;
    fn draw(plot: &Plot, option: &str);
    fn close(plot: &Plot);
}

/// Draws a chart in an element for as long as the component lives, again whenever the option changes.
pub fn attach(node: NodeRef<Div>, option: Signal<String>) {
    let plot: StoredValue<Option<Plot>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        if plot.with_value(Option::is_none) {
            plot.set_value(Some(open(&element)));
        }
        let text = option.get();
        plot.with_value(|plot| plot.as_ref().inspect(|plot| draw(plot, &text)).is_some());
    });
    on_cleanup(move || {
        if let Some(plot) = plot.try_update_value(Option::take).flatten() {
            close(&plot);
        }
    });
}
