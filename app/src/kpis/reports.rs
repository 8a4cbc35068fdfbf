//! `/kpi-reports`: reports that wait for approval.

use leptos::prelude::*;

/// `/kpi-reports`: reports that wait for approval.
#[component]
pub fn KpiReportsPage() -> impl IntoView {}
