//! The readings of a vital sign as a chart, and as a table for whoever cannot see it.

use domain::indicators::IndicatorDetail;
use leptos::prelude::*;

use super::words as w;
use crate::charts::Chart;
use crate::words::figures::number;
use crate::words::{moments, n, t, use_lang};

/// Rows of the table that says what the chart shows.
const TABLE_ROWS: usize = 48;

/// Chart and table.
pub(super) fn plot(detail: &IndicatorDetail, chart: String) -> AnyView {
    if detail.series.is_empty() {
        return view! { <p class="quiet">{t(w::NO_SERIES)}</p> }.into_any();
    }
    let (lang, tile) = (use_lang(), &detail.tile);
    let values = || detail.series.iter().map(|(_, value)| *value);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    let label = w::CHART.with(
        lang,
        &[
            ("name", &n(&tile.name)),
            ("n", &detail.series.len().to_string()),
            ("low", &number(low, tile.decimals)),
            ("high", &number(high, tile.decimals)),
            ("unit", &tile.unit),
        ],
    );
    let step = detail.series.len().div_ceil(TABLE_ROWS);
    let rows = detail.series.iter().rev().step_by(step).map(|(at, value)| {
        view! { <tr><td>{moments::full(*at)}</td><td class="number">{number(*value, tile.decimals)} " " {tile.unit.clone()}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <Chart option=Signal::stored(chart) label=label.clone() height="22rem">
            <details>
                <summary>{t(w::TABLE)}</summary>
                <table>
                    <caption class="visually-hidden">{label}</caption>
                    <thead><tr><th>{t(w::TIME)}</th><th class="number">{t(w::VALUE)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </Chart>
    }
    .into_any()
}
