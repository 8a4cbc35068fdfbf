//! `/reviews/:id`: one review.

use leptos::prelude::*;

/// `/reviews/:id`: one review.
#[component]
pub fn ReviewPage() -> impl IntoView {}
