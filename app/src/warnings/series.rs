//! The series that was measured, with the lines that raise and clear.

use domain::warnings::{WarningDetail, WarningRow};
use leptos::prelude::*;

use super::words as w;
use crate::charts::Chart;
use crate::parts::CityTime;
use crate::words::figures::number;
use crate::words::{n, t};

/// Rows of the table that says what the chart shows.
const TABLE_ROWS: usize = 48;

/// The chart, and the same as a table behind a fold.
pub(super) fn card(row: &WarningRow, detail: &WarningDetail, chart: String) -> AnyView {
    let body = if detail.series.is_empty() {
        view! { <p class="quiet">{t(w::NO_SERIES)}</p> }.into_any()
    } else {
        let label = format!("{} · {}", t(w::SERIES), n(&row.title));
        let table = table(row, detail);
        view! { <Chart option=chart label=label>{table}</Chart> }.into_any()
    };
    view! {
        <section class="card" id="series">
            <div class="card-head">
                <h2>{t(w::SERIES)}</h2>
                <span>{t(w::MEASURED)} " " <CityTime at=row.value_at /></span>
            </div>
            {body}
        </section>
    }
    .into_any()
}

fn table(row: &WarningRow, detail: &WarningDetail) -> AnyView {
    let line = |(at, value): &(chrono::DateTime<chrono::Utc>, f64)| {
        view! {
            <tr>
                <td><CityTime at=*at /></td>
                <td class="number">{number(*value, row.decimals)}</td>
            </tr>
        }
    };
    let lines = detail.series.iter().rev().take(TABLE_ROWS).map(line).collect_view();
    view! {
        <details class="as-table">
            <summary>{t(w::AS_TABLE)}</summary>
            <table>
                <caption class="visually-hidden">{t(w::SERIES)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(w::MEASURED)}</th>
                        <th scope="col" class="number">{t(w::VALUE)} " (" {row.unit.clone()} ")"</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </details>
    }
    .into_any()
}
