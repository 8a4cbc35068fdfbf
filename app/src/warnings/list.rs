//! `/warnings`: warnings of a centre.

use leptos::prelude::*;

/// `/warnings`: warnings of a centre.
#[component]
pub fn WarningsPage() -> impl IntoView {}
