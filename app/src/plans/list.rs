//! `/plans`: plans usable in a centre.

use leptos::prelude::*;

/// `/plans`: plans usable in a centre.
#[component]
pub fn PlansPage() -> impl IntoView {}
