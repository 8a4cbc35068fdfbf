//! What pages ask about KPIs, and what they report.

use domain::KpiReportId;
use domain::kpis::{KpiDetail, KpiMove, KpiReportRow};
use domain::pages::Page;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use serde::{Deserialize, Serialize};

use crate::asking::{Get, Trouble};

/// A KPI's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KpiSheet {
    /// The KPI at one centre.
    pub detail: KpiDetail,
    /// Its values: an ECharts option as JSON text.
    pub chart: String,
}

/// One KPI of a centre.
#[server(prefix = "/api", endpoint = "kpis/one", protocol = Get)]
pub async fn one_kpi(centre: String, kpi: String) -> Result<KpiSheet, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.kpis.kpi(&actor, centre, kpi).await.map(super::chart::drawn))
}

/// Reports that wait for the reader's approval.
#[server(prefix = "/api", endpoint = "kpis/waiting", protocol = Get)]
pub async fn waiting_reports(after: Option<String>) -> Result<Page<KpiReportRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.kpis.reports_waiting(&actor, after).await)
}

/// Submits a report: fields `kpi`, `centre`, `value` (or `unchanged`, the last value), `note`, `key` and photos.
#[server(prefix = "/api", endpoint = "kpis/report", input = MultipartFormData)]
pub async fn report_kpi(form: MultipartData) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    super::asked::report(desks, actor, form).await
}

/// Approves, returns or accepts a report.
#[server(prefix = "/api", endpoint = "kpis/step")]
pub async fn step_report(
    id: KpiReportId,
    step: KpiMove,
    #[server(default)] reason: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.kpis.step_report(&actor, id, step, reason).await).map(|_| ())
}
