//! Turns what the form of an update sent into what the KPI desk takes.

use domain::actors::Actor;
use domain::kpis::NewKpiReport;
use leptos::server_fn::codec::MultipartData;

use crate::asking::{Desks, Trouble, Upload, answer, send_on};

/// Reads the form, submits the report, and sends the reporter back to the KPI with word that it was taken.
pub(super) async fn report(desks: Desks, actor: Actor, form: MultipartData) -> Result<(), Trouble> {
    let upload = Upload::read(form).await?;
    let text = |name: &str| upload.text(name).to_owned();
    let (unchanged, typed) = (text("unchanged"), text("value"));
    let value = if unchanged.is_empty() { typed } else { unchanged };
    let (kpi, centre, note, key) = (text("kpi"), text("centre"), text("note"), text("key"));
    let back = format!("/c/{centre}/kpis/{kpi}?sent=true");
    let new = NewKpiReport { kpi, centre, value, note, evidence: upload.photos, key };
    answer(desks.kpis.report_kpi(&actor, new).await)?;
    send_on(&back);
    Ok(())
}
