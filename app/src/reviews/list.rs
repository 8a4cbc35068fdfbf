//! `/reviews`: reviews of a centre.

use leptos::prelude::*;

/// `/reviews`: reviews of a centre.
#[component]
pub fn ReviewsPage() -> impl IntoView {}
