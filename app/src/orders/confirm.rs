//! `/events/:id/order`: the one confirmation before an order.

use leptos::prelude::*;

/// `/events/:id/order`: the one confirmation before an order.
#[component]
pub fn OrderConfirmPage() -> impl IntoView {}
