//! `/c/:centre/indicators/:code`: one vital sign.

use leptos::prelude::*;

/// `/c/:centre/indicators/:code`: one vital sign.
#[component]
pub fn IndicatorPage() -> impl IntoView {}
