//! The look as the server decided it for this request.

use chrono::{DateTime, Utc};
use domain::names::Lang;
use leptos::prelude::*;

use super::Look;

/// The look of this page. Routes are listed without a request; they are drawn for nobody.
pub(crate) fn present() -> Look {
    use_context().unwrap_or(Look {
        lang: Lang::Zh,
        theme: None,
        now: DateTime::<Utc>::UNIX_EPOCH,
        illustrative: false,
    })
}
