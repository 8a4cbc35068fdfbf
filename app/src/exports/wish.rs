//! The button that asks for the list as it stands as a file. A plain form: it works without WASM.

use domain::events::EventFilter;
use domain::exports::ExportFormat;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ExportEvents;
use super::words as w;
use crate::words::t;

/// The form for a list narrowed by this filter; `key` is its own.
pub(crate) fn export_form(filter: &EventFilter, key: String) -> AnyView {
    let text = |value: &str| value.to_owned();
    let fields = [
        ("centre", text(&filter.centre)),
        ("state", filter.state.map(|state| state.to_string()).unwrap_or_default()),
        ("all", if filter.all { text("true") } else { String::new() }),
        ("level", filter.level.map(|level| level.to_string()).unwrap_or_default()),
        ("lamp", filter.lamp.map(|lamp| lamp.to_string()).unwrap_or_default()),
        ("category", filter.category.clone().unwrap_or_default()),
        ("search", text(&filter.search)),
        ("from", text(&filter.from)),
        ("to", text(&filter.to)),
    ];
    let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let hidden = fields
        .map(|(name, value)| view! { <input type="hidden" name=format!("filter[{name}]") value=value /> })
        .collect_view();
    let format = |format: ExportFormat| {
        let name = format.as_str();
        view! { <button class="button small" type="submit" name="format" value=name>{name.to_uppercase()}</button> }
    };
    view! {
        <form class="export-form" method="post" action=ExportEvents::url()>
            {hidden}
            <input type="hidden" name="key" value=key />
            <span class="quiet">{t(w::EXPORT)}</span>
            {format(ExportFormat::Csv)}
            {format(ExportFormat::Xlsx)}
        </form>
    }
    .into_any()
}
