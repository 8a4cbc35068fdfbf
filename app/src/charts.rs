//! Charts: the option is built on the server by `charming`, drawn in the browser by ECharts.

#[cfg(not(feature = "ssr"))]
#[path = "charts/browser.rs"]
mod here;
#[cfg(feature = "ssr")]
#[path = "charts/server.rs"]
mod here;
#[cfg(feature = "ssr")]
pub mod lines;

use leptos::html::Div;
use leptos::prelude::*;

/// A chart, with what it shows as words or a table for who cannot see it, or has no JavaScript.
#[component]
pub fn Chart(
    /// ECharts option as JSON text; colours may be `var(--token)`.
    #[prop(into)]
    option: Signal<String>,
    /// What it shows, in a sentence.
    #[prop(into)]
    label: String,
    /// CSS height.
    #[prop(into, default = "18rem".to_owned())]
    height: String,
    /// The same as a table, behind a fold.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    here::attach(node, option);
    view! {
        <figure class="chart">
            <div class="chart-plot" node_ref=node role="img" aria-label=label.clone() style=format!("height:{height}")></div>
            {children.map(|children| view! { <figcaption>{children()}</figcaption> })}
        </figure>
    }
    .into_any()
}
