//! A figure: its per cent, numerator and denominator, and the way to its cases.

use domain::rates::{Counts, Figure, RANKED_FROM};
use leptos::prelude::*;

use super::words as w;
use crate::words::{figures, t, use_lang};

/// Where the cases of a figure are found.
#[derive(Debug, Clone)]
pub(super) struct Behind {
    /// Centre code.
    pub centre: String,
    /// Period.
    pub span: String,
    /// Lane code, or empty.
    pub lane: String,
}

impl Behind {
    /// The page of a figure's cases.
    pub(super) fn href(&self, rate: &str) -> String {
        let Self { centre, span, lane } = self;
        format!("/evaluation/cases?rate={rate}&centre={centre}&span={span}&lane={lane}")
    }
}

/// `3/4`, as it is said beside a per cent.
pub(super) fn fraction(counts: Counts) -> String {
    format!("{}/{}", figures::count(counts.numerator), figures::count(counts.denominator))
}

/// A figure in a table's cell; a link where its cases can be opened.
pub(super) fn cell(figure: Figure, label: String, behind: Option<&Behind>) -> AnyView {
    let counts = figure.counts;
    let percent = figures::percent(counts.percent(), 1);
    let few = counts.denominator > 0 && counts.denominator < RANKED_FROM;
    let class = if few { "number rate-few" } else { "number" };
    let was = figure.published.map(|was| {
        let said = format!("{} ({})", figures::percent(was.percent(), 1), fraction(was));
        let words = w::PUBLISHED.with(use_lang(), &[("figure", &said)]);
        view! { <small class="row-sub rate-revised" title=said>"↻ " {words}</small> }
    });
    let value = match behind.filter(|_| counts.denominator != 0 || figure.published.is_some()) {
        Some(behind) => view! { <a href=behind.href(figure.rate.as_str())>{percent}</a> }.into_any(),
        None => percent.into_any(),
    };
    view! {
        <td class=class data-label=label title=few.then(|| t(w::TOO_FEW))>
            {value}
            <small class="row-sub">{fraction(counts)}</small>
            {was}
        </td>
    }
    .into_any()
}
