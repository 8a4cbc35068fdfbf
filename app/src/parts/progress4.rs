//! How far an order has come: 达·读·签·办.

use domain::orders::OrderCounts;
use leptos::prelude::*;

use crate::words::{Text, t};

/// 达: reached.
pub const REACHED: Text = Text::new("达", "Sent");
/// 读: read.
pub const READ: Text = Text::new("读", "Read");
/// 签: signed for.
pub const SIGNED: Text = Text::new("签", "Sign");
/// 办: done.
pub const DONE: Text = Text::new("办", "Done");

/// Of so many recipients and more the bar alone says how many there are: two numbers would not fit.
const CROWD: i64 = 100;

/// A bar from 0 to 100 per cent. Say the number beside it: a bar alone is read by nobody.
#[component]
pub fn Bar(
    /// Per cent.
    percent: f64,
) -> impl IntoView {
    let style = format!("width:{:.1}%", percent.clamp(0.0, 100.0));
    view! { <span class="bar" aria-hidden="true"><span class="bar-fill" style=style></span></span> }
        .into_any()
}

/// Four bars: of all recipients, how many were reached, have read, signed, done.
#[component]
pub fn Progress4(
    /// How many got how far.
    counts: OrderCounts,
) -> impl IntoView {
    let steps =
        [(REACHED, counts.delivered), (READ, counts.read), (SIGNED, counts.accepted), (DONE, counts.done)];
    view! {
        <span class="progress4">
            {steps.map(|(word, some)| step(t(word), some, counts.all)).into_iter().collect_view()}
        </span>
    }
    .into_any()
}

#[allow(clippy::cast_precision_loss, reason = "an order has at most thousands of recipients")]
fn step(word: &'static str, some: i64, all: i64) -> AnyView {
    let percent = if all > 0 { some as f64 / all as f64 * 100.0 } else { 0.0 };
    view! {
        <span class="progress4-step">
            <Bar percent=percent />
            <span class="progress4-words" title=format!("{some}/{all}")>{word} " " {some} {(all < CROWD).then(|| format!("/{all}"))}</span>
        </span>
    }
    .into_any()
}
