//! What a KPI's page shows beside its chart.

use domain::centres::CentreTag;
use domain::kpis::{KpiDetail, KpiReportRow, Light};
use leptos::prelude::*;

use super::progress::{AgainstTime, target_words, trend};
use super::report_rows::ReportRows;
use super::words as w;
use crate::asking::Deed;
use crate::parts::{Figure, LightMark};
use crate::words::figures::{ABSENT, maybe, percent};
use crate::words::{n, t};

/// Value, target, share reached and share expected.
pub(super) fn figures(detail: &KpiDetail) -> AnyView {
    let row = &detail.row;
    let definition = n(&row.definition);
    let period = row.period.map(|day| format!("{} {day}", t(w::PERIOD_ENDS)));
    let target = target_words(row).unwrap_or_else(|| ABSENT.to_owned());
    view! {
        <section class="card">
            <div class="figures wide-figures">
                <div class="figure" title=definition.clone()>
                    <span class="figure-label">{t(w::VALUE)}</span>
                    <a class="figure-value" href="#reports">
                        <b>{maybe(row.value, row.decimals)}</b> <small>{row.unit.clone()}</small>
                    </a>
                    <span class="figure-at">{period}</span>
                </div>
                <Figure label=t(w::TARGET) value=target definition=definition.clone() />
                <Figure label=t(w::REACHED) value=percent(row.achieved, 1) href="#reports" definition=definition.clone() />
                <Figure label=t(w::EXPECTED) value=percent(Some(row.expected), 1) />
            </div>
            <AgainstTime achieved=row.achieved expected=row.expected />
            <p class="kpi-trend">
                {t(w::PREVIOUS)} " " {maybe(row.previous, row.decimals)} " " {row.unit.clone()} " · " {trend(row)}
            </p>
            <p class="quiet"><b>{t(w::DEFINITION)}</b> " " {definition}</p>
        </section>
    }
    .into_any()
}

/// The same KPI in the centres below, worst first; nothing where there are none.
pub(super) fn below(detail: &KpiDetail) -> Option<AnyView> {
    let (code, decimals, unit) = (detail.row.code.clone(), detail.row.decimals, detail.row.unit.clone());
    let line = move |(centre, value, light): (CentreTag, Option<f64>, Light)| {
        view! {
            <tr>
                <td class="cell-head"><a href=format!("/c/{}/kpis/{code}", centre.code)>{n(&centre.short)}</a></td>
                <td class="number fit" data-label=t(w::VALUE)>{maybe(value, decimals)} " " {unit.clone()}</td>
                <td class="fit" data-label=t(w::LIGHT)><LightMark light=light /></td>
            </tr>
        }
    };
    let rows = detail.below.clone();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::BELOW)}</h2><span>{t(w::WORST_FIRST)}</span></div>
                <table class="rows below">
                    <caption class="visually-hidden">{t(w::BELOW)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t(w::CENTRE)}</th>
                            <th scope="col" class="number">{t(w::VALUE)}</th>
                            <th scope="col">{t(w::LIGHT)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.into_iter().map(line).collect_view()}</tbody>
                </table>
            </section>
        }
        .into_any()
    })
}

/// The reports with their revisions, and what the reader may decide.
pub(super) fn reports(rows: Vec<KpiReportRow>, act: Option<Deed>) -> AnyView {
    let body = if rows.is_empty() {
        view! { <p class="quiet">{t(w::NO_REPORTS)}</p> }.into_any()
    } else {
        view! { <ReportRows rows=rows caption=t(w::REPORTS) act=act /> }.into_any()
    };
    view! {
        <section class="card" id="reports">
            <div class="card-head"><h2>{t(w::REPORTS)}</h2><span>{t(w::REVISIONS)}</span></div>
            {body}
        </section>
    }
    .into_any()
}
