//! `/events/new`: report a case.

use leptos::prelude::*;

/// `/events/new`: report a case.
#[component]
pub fn NewEventPage() -> impl IntoView {}
