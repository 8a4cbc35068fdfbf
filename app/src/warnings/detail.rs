//! `/warnings/:id`: one warning.

use leptos::prelude::*;

/// `/warnings/:id`: one warning.
#[component]
pub fn WarningPage() -> impl IntoView {}
