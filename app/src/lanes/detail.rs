//! `/c/:centre/lanes/:lane`: one lane.

use leptos::prelude::*;

/// `/c/:centre/lanes/:lane`: one lane.
#[component]
pub fn LanePage() -> impl IntoView {}
