//! The look as the server wrote it into `<html>`.

use chrono::{DateTime, Utc};
use domain::names::Lang;
use leptos::prelude::*;

use super::{Look, Theme};

/// Now, by the reader's own clock: it may be wrong, so only spans are taken from it.
#[expect(clippy::disallowed_methods, reason = "the browser has no clock but this")]
pub(crate) fn clock_here() -> DateTime<Utc> {
    Utc::now()
}

/// The look of this page.
pub(crate) fn present() -> Look {
    let html = document().document_element();
    let attribute = |name| html.as_ref().and_then(|html| html.get_attribute(name)).unwrap_or_default();
    Look {
        lang: if attribute("lang").starts_with("en") { Lang::En } else { Lang::Zh },
        theme: Theme::parse(&attribute("data-theme")),
        illustrative: html.as_ref().is_some_and(|html| html.has_attribute("data-illustrative")),
        now: attribute("data-now").parse::<DateTime<Utc>>().unwrap_or_else(|_| clock_here()),
    }
}
