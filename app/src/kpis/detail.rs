//! `/c/:centre/kpis/:kpi`: one KPI of a centre.

use leptos::prelude::*;

/// `/c/:centre/kpis/:kpi`: one KPI of a centre.
#[component]
pub fn KpiPage() -> impl IntoView {}
