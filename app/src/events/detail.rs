//! `/events/:id`: one case.

use leptos::prelude::*;

/// `/events/:id`: one case.
#[component]
pub fn EventPage() -> impl IntoView {}
