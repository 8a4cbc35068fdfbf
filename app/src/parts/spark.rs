//! A series as a line the size of a word.

use std::fmt::Write as _;

use leptos::prelude::*;

const WIDTH: f64 = 100.0;
const HEIGHT: f64 = 28.0;

/// A line through the values, oldest first; drawn by the server, sized by CSS. Fewer than two values draw nothing.
#[component]
pub fn Spark(
    /// The values.
    values: Vec<f64>,
) -> impl IntoView {
    (values.len() > 1).then(|| {
        view! {
            <svg class="spark" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
                <polyline points=points(&values) fill="none" stroke="currentColor" vector-effect="non-scaling-stroke" />
            </svg>
        }
        .into_any()
    })
}

#[allow(clippy::cast_precision_loss, reason = "a spark has some dozens of points")]
fn points(values: &[f64]) -> String {
    let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(*v), high.max(*v)));
    let range = if high > low { high - low } else { 1.0 };
    let mut text = String::new();
    for (place, value) in values.iter().enumerate() {
        let x = place as f64 / (values.len() - 1) as f64 * WIDTH;
        let y = HEIGHT - 1.5 - (value - low) / range * (HEIGHT - 3.0);
        // Writing to a String cannot fail.
        let _ = write!(text, "{x:.1},{y:.1} ");
    }
    text
}
