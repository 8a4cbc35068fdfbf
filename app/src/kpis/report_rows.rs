//! Reports as the rows of a table, with what the reader may decide about those that wait.

use domain::kpis::{KpiMove, KpiReportRow, KpiReportState};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm, ReasonField};
use crate::words::figures::number;
use crate::words::states::{kpi_move, kpi_report_state};
use crate::words::{n, t, use_lang};

/// Where a report stands.
pub(super) fn state_chip(state: KpiReportState) -> AnyView {
    let class = match state {
        KpiReportState::Approved | KpiReportState::Accepted => "chip chip-done",
        KpiReportState::Returned => "chip chip-back",
        KpiReportState::Submitted => "chip chip-open",
        KpiReportState::Draft => "chip",
    };
    view! { <span class=class>{t(kpi_report_state(state))}</span> }.into_any()
}

/// A table of reports. `act` decides about those that wait; none for who may only look.
#[component]
pub fn ReportRows(
    /// The reports.
    rows: Vec<KpiReportRow>,
    /// What the table lists, for its caption.
    caption: &'static str,
    /// Says of which KPI and centre each is.
    #[prop(optional)]
    named: bool,
    /// How to decide.
    act: Option<Deed>,
) -> impl IntoView {
    view! {
        <table class="rows">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(if named { w::KPI } else { w::PERIOD })}</th>
                    <th scope="col" class="number">{t(w::VALUE)}</th>
                    <th scope="col">{t(w::NOTE)}</th>
                    <th scope="col">{t(w::REPORTER)}</th>
                    <th scope="col">{t(w::STATE)}</th>
                    {act.map(|_| view! { <th scope="col">{t(w::ACTIONS)}</th> })}
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| line(row, named, act)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: KpiReportRow, named: bool, act: Option<Deed>) -> AnyView {
    let reason =
        (!row.reason.is_empty()).then(|| w::RETURNED_BECAUSE.with(use_lang(), &[("reason", &row.reason)]));
    let decide = act.map(|act| view! { <td class="row-acts">{decisions(&row, act)}</td> });
    view! {
        <tr>
            <td class="cell-head">{head(&row, named)}</td>
            <td class="number fit" data-label=t(w::VALUE)><b>{number(row.value, row.decimals)}</b> " " {row.unit.clone()}</td>
            <td data-label=t(w::NOTE)>{row.note.clone()} {evidence(&row)}</td>
            <td class="fit" data-label=t(w::REPORTER)>{row.who.clone()} <small class="row-sub"><CityTime at=row.at /></small></td>
            <td data-label=t(w::STATE)>{state_chip(row.state)} <small class="row-sub">{reason}</small></td>
            {decide}
        </tr>
    }
    .into_any()
}

fn head(row: &KpiReportRow, named: bool) -> AnyView {
    let revision = w::REVISION.with(use_lang(), &[("n", &row.revision.to_string())]);
    let period = format!("{} · {revision}", row.period);
    if !named {
        return view! { <b>{row.period.to_string()}</b> <small class="row-sub">{revision}</small> }
            .into_any();
    }
    let (code, name) = &row.kpi;
    view! {
        <a class="row-title" href=format!("/c/{}/kpis/{code}", row.centre.code)>{n(name)}</a>
        <small class="row-sub">{n(&row.centre.name)} " · " {period}</small>
    }
    .into_any()
}

fn evidence(row: &KpiReportRow) -> AnyView {
    let photo = |(place, id): (usize, &domain::AttachmentId)| {
        let words = w::EVIDENCE_N.with(use_lang(), &[("n", &(place + 1).to_string())]);
        let (href, src) = (format!("/attachments/{id}"), format!("/attachments/{id}"));
        view! { <a href=href rel="external"><img src=src alt=words loading="lazy" /></a> }
    };
    view! { <span class="photos">{row.evidence.iter().enumerate().map(photo).collect_view()}</span> }
        .into_any()
}

fn decisions(row: &KpiReportRow, act: Deed) -> Option<AnyView> {
    let waits = row.state == KpiReportState::Submitted;
    let (approve, back) = (row.id.to_string(), row.id.to_string());
    waits.then(|| {
        view! {
            <DeedForm deed=act>
                <input type="hidden" name="id" value=approve />
                <input type="hidden" name="step" value=KpiMove::Approve.as_str() />
                <button class="button primary" type="submit">{t(kpi_move(KpiMove::Approve))}</button>
            </DeedForm>
            <details class="act">
                <summary>{t(kpi_move(KpiMove::Return))} "…"</summary>
                <div class="act-body">
                    <DeedForm deed=act>
                        <input type="hidden" name="id" value=back />
                        <input type="hidden" name="step" value=KpiMove::Return.as_str() />
                        <ReasonField label=t(w::RETURN_WHY) />
                        <button class="button primary wide" type="submit">{t(w::RETURN_IT)}</button>
                    </DeedForm>
                </div>
            </details>
        }
        .into_any()
    })
}
