//! `/risk-points/:id`: one risk point.

use leptos::prelude::*;

/// `/risk-points/:id`: one risk point.
#[component]
pub fn RiskPointPage() -> impl IntoView {}
