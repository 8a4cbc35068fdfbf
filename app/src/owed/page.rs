//! `/owed`: what the centre owes, most urgent first.

use leptos::prelude::*;

/// `/owed`: what the centre owes, most urgent first.
#[component]
pub fn OwedPage() -> impl IntoView {}
