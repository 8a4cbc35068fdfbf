//! `/c/:centre`: the cockpit of a centre; `?kiosk` for a wall.

use leptos::prelude::*;

/// `/c/:centre`: the cockpit of a centre; `?kiosk` for a wall.
#[component]
pub fn CockpitPage() -> impl IntoView {}
