//! A KPI's values by period, as a chart and as a table.

use domain::kpis::KpiDetail;
use leptos::prelude::*;

use super::words as w;
use crate::charts::Chart;
use crate::words::figures::number;
use crate::words::{n, t};

/// The chart, and the same as a table behind a fold.
pub(super) fn card(detail: &KpiDetail, chart: String) -> AnyView {
    let row = &detail.row;
    let body = if detail.series.is_empty() {
        view! { <p class="quiet">{t(w::NO_SERIES)}</p> }.into_any()
    } else {
        let label = format!("{} · {}", t(w::SERIES), n(&row.name));
        let table = table(detail);
        view! { <Chart option=chart label=label>{table}</Chart> }.into_any()
    };
    view! {
        <section class="card" id="series">
            <div class="card-head"><h2>{t(w::SERIES)}</h2><span>{row.unit.clone()}</span></div>
            {body}
        </section>
    }
    .into_any()
}

fn table(detail: &KpiDetail) -> AnyView {
    let decimals = detail.row.decimals;
    let line = |(on, value): &(chrono::NaiveDate, f64)| {
        view! {
            <tr>
                <td>{on.to_string()}</td>
                <td class="number">{number(*value, decimals)}</td>
            </tr>
        }
    };
    view! {
        <details class="as-table">
            <summary>{t(w::AS_TABLE)}</summary>
            <table>
                <caption class="visually-hidden">{t(w::SERIES)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(w::PERIOD)}</th>
                        <th scope="col" class="number">{t(w::VALUE)} " (" {detail.row.unit.clone()} ")"</th>
                    </tr>
                </thead>
                <tbody>{detail.series.iter().rev().map(line).collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}
