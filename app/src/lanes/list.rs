//! `/c/:centre/lanes`: all boards and lanes of a centre.

use leptos::prelude::*;

/// `/c/:centre/lanes`: all boards and lanes of a centre.
#[component]
pub fn LanesPage() -> impl IntoView {}
