//! `/orders/:id`: one order with its tree.

use leptos::prelude::*;

/// `/orders/:id`: one order with its tree.
#[component]
pub fn OrderPage() -> impl IntoView {}
