//! `/plans/:id`: one plan.

use leptos::prelude::*;

/// `/plans/:id`: one plan.
#[component]
pub fn PlanPage() -> impl IntoView {}
