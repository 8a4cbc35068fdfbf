//! `/events`: cases of a centre.

use leptos::prelude::*;

/// `/events`: cases of a centre.
#[component]
pub fn EventsPage() -> impl IntoView {}
