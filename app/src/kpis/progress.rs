//! How far a KPI is, against its target, the time that has passed, and the period before.

use domain::kpis::{Aim, KpiRow};
use leptos::prelude::*;

use super::words as w;
use crate::words::figures::{number, percent};
use crate::words::levels::{BETTER, WORSE};
use crate::words::{t, use_lang};

/// A bar of the share reached, with a tick where it should be by now.
#[component]
pub fn AgainstTime(
    /// Share reached, in per cent; none without data.
    achieved: Option<f64>,
    /// Share that should be reached by now, in per cent.
    expected: f64,
) -> impl IntoView {
    let fill = format!("width:{:.1}%", achieved.unwrap_or(0.0).clamp(0.0, 100.0));
    let tick = format!("inset-inline-start:{:.1}%", expected.clamp(0.0, 100.0));
    let class = if achieved.is_some() { "against" } else { "against hatched" };
    view! {
        <span class=class aria-hidden="true">
            <span class="against-fill" style=fill></span>
            <span class="against-tick" style=tick></span>
        </span>
    }
    .into_any()
}

/// The target with its side: `≥ 95.0 %`, `最多 10 起`.
pub(super) fn target_words(row: &KpiRow) -> Option<String> {
    let side = if row.aim == Aim::Lower { w::MOST } else { w::LEAST };
    row.target.map(|target| {
        format!("{} {} {}", side.get(use_lang()).trim(), number(target, row.decimals), row.unit)
    })
}

/// What changed against the period before: by how much, and whether that is good. Coloured by that, never by direction.
pub(super) fn trend(row: &KpiRow) -> Option<AnyView> {
    let (value, previous) = row.value.zip(row.previous)?;
    let change = value - previous;
    let words = if change.abs() < f64::EPSILON {
        view! { <span class="quiet">{t(w::SAME)}</span> }.into_any()
    } else {
        let better = (change > 0.0) == (row.aim == Aim::Higher);
        let (class, word) = if better { ("good", BETTER) } else { ("bad", WORSE) };
        let sign = if change > 0.0 { "+" } else { "" };
        view! { <span class=class>{t(word)} " " {sign} {number(change, row.decimals)}</span> }.into_any()
    };
    Some(words)
}

/// `83% / 89%`
pub(super) fn shares(row: &KpiRow) -> String {
    format!("{} / {}", percent(row.achieved, 0), percent(Some(row.expected), 0))
}
