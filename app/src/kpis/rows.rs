//! KPIs as the rows of a table.

use domain::kpis::KpiRow;
use leptos::prelude::*;

use super::progress::{AgainstTime, shares, target_words, trend};
use super::words as w;
use crate::parts::LightMark;
use crate::words::figures::{ABSENT, maybe};
use crate::words::{n, t};

/// A table of KPIs of one centre, in the order given.
#[component]
pub fn KpiRows(
    /// The KPIs.
    rows: Vec<KpiRow>,
    /// Code of the centre they are for.
    centre: String,
    /// What the table lists, for its caption.
    caption: String,
) -> impl IntoView {
    view! {
        <table class="rows kpi-rows">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(w::KPI)}</th>
                    <th scope="col">{t(w::LIGHT)}</th>
                    <th scope="col" class="number">{t(w::VALUE)}</th>
                    <th scope="col" class="number">{t(w::TARGET_SHORT)}</th>
                    <th scope="col">{t(w::ACHIEVED)}</th>
                    <th scope="col">{t(w::PREVIOUS)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| line(row, &centre)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: KpiRow, centre: &str) -> AnyView {
    let (title, definition) = (n(&row.definition), n(&row.definition));
    let (value, previous) = (maybe(row.value, row.decimals), maybe(row.previous, row.decimals));
    let (target, shares, trend) = (target_words(&row), shares(&row), trend(&row));
    view! {
        <tr>
            <td class="cell-head" title=title>
                <a class="row-title" href=format!("/c/{centre}/kpis/{}", row.code)>{n(&row.name)}</a>
                " "
                {tags(&row)}
                <small class="row-sub kpi-definition">{definition}</small>
            </td>
            <td class="fit" data-label=t(w::LIGHT)><LightMark light=row.light /></td>
            <td class="number fit" data-label=t(w::VALUE)>
                <b>{value}</b> " " {row.unit.clone()}
                <small class="row-sub">{row.period.map(|day| format!("{} {day}", t(w::PERIOD_ENDS)))}</small>
            </td>
            <td class="number fit" data-label=t(w::TARGET_SHORT)>{target.unwrap_or_else(|| ABSENT.to_owned())}</td>
            <td class="kpi-against" data-label=t(w::ACHIEVED)>
                <AgainstTime achieved=row.achieved expected=row.expected />
                <small class="row-sub">{shares}</small>
            </td>
            <td class="fit" data-label=t(w::PREVIOUS)>{previous} <small class="row-sub">{trend}</small></td>
        </tr>
    }
    .into_any()
}

/// Whether it is made up, and whether a report waits.
pub(super) fn tags(row: &KpiRow) -> AnyView {
    view! {
        {row.illustrative.then(|| view! { <span class="chip chip-demo">{t(w::DEMO)}</span> " " })}
        {row.waiting.then(|| view! { <span class="chip chip-open">{t(w::WAITING)}</span> })}
    }
    .into_any()
}
