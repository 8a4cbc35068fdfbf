//! `/risk-points`: risk points of a centre.

use leptos::prelude::*;

/// `/risk-points`: risk points of a centre.
#[component]
pub fn RiskPointsPage() -> impl IntoView {}
