//! The button that asks for the list as it stands as a file. A plain form: it works without WASM.

use domain::exports::{ExportFormat, ExportList};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ExportCases, ExportEvents, ExportOrders, ExportReviews, ExportSupervision};
use super::words as w;
use crate::words::t;

/// The form for a list as it is narrowed; `key` is its own.
pub(crate) fn export_form(list: &ExportList, key: String) -> AnyView {
    let action = match list {
        ExportList::Events(_) => ExportEvents::url(),
        ExportList::Orders(_) => ExportOrders::url(),
        ExportList::Supervision(_) => ExportSupervision::url(),
        ExportList::Cases(_) => ExportCases::url(),
        ExportList::Reviews(_) => ExportReviews::url(),
    };
    let field = |(name, value)| view! { <input type="hidden" name=format!("filter[{name}]") value=value /> };
    let hidden = list.pairs().into_iter().map(field).collect_view();
    let format = |format: ExportFormat| {
        let name = format.as_str();
        view! { <button class="button small" type="submit" name="format" value=name>{name.to_uppercase()}</button> }
    };
    view! {
        <form class="export-form" method="post" action=action>
            {hidden}
            <input type="hidden" name="key" value=key />
            <span class="quiet">{t(w::EXPORT)}</span>
            {format(ExportFormat::Csv)}
            {format(ExportFormat::Xlsx)}
        </form>
    }
    .into_any()
}
