//! `/orders`: orders issued and received.

use leptos::prelude::*;

/// `/orders`: orders issued and received.
#[component]
pub fn OrdersPage() -> impl IntoView {}
