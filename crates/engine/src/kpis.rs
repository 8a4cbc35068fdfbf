//! KPIs of a centre: reported by their owners, approved by the tier above.

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::attachments::media_type;
use domain::audit::Verb;
use domain::centres::{CentreTag, Tier};
use domain::kpis::{
    KpiDesk, KpiDetail, KpiMove, KpiReportRow, KpiReportState, KpiRow, Light, NewKpiReport, achieved, light,
    typed_value,
};
use domain::live::Topic;
use domain::pages::Page;
use domain::refusal::{optional_text, required_text};
use domain::time::in_city;
use domain::{Fault, KpiReportId, Refusal, Remedy};
use store::audit::Entry;
use store::kpis::{NewReport, Report, Which};
use store::pages::Key;
use store::request_keys::Claim;

use crate::events::form_key;
use crate::ledger::Ledger;
use crate::{Engine, Error, attachments, centres};

/// Photos that one report may carry.
const PHOTOS: usize = 6;

#[async_trait]
impl KpiDesk for Engine {
    async fn kpi(&self, actor: &Actor, centre: String, kpi: String) -> Result<KpiDetail, Fault> {
        Ok(self.kpi_detail(actor, &centre, &kpi).await?)
    }

    async fn kpis_owed(&self, actor: &Actor) -> Result<Vec<KpiRow>, Fault> {
        Ok(self.kpis_to_report(actor).await?)
    }

    async fn reports_waiting(
        &self,
        actor: &Actor,
        after: Option<String>,
    ) -> Result<Page<KpiReportRow>, Fault> {
        let waiting = async {
            actor.has(Right::ApproveKpi)?;
            let after = Key::read(after.as_deref())?;
            let mut tx = self.db.people(actor).await?;
            let (centre, own) = (actor.centre.id, actor.tier() == Tier::City);
            Ok::<_, Error>(store::kpis::waiting(&mut tx, centre, own, actor.person, after).await?)
        };
        Ok(waiting.await?)
    }

    async fn report_kpi(&self, actor: &Actor, new: NewKpiReport) -> Result<KpiReportId, Fault> {
        Ok(self.kpi_reported(actor, new).await?)
    }

    async fn step_report(
        &self,
        actor: &Actor,
        id: KpiReportId,
        step: KpiMove,
        reason: String,
    ) -> Result<KpiReportState, Fault> {
        Ok(self.report_stepped(actor, id, step, &reason).await?)
    }
}

impl Engine {
    async fn kpi_detail(&self, actor: &Actor, centre: &str, code: &str) -> Result<KpiDetail, Error> {
        actor.has(Right::ViewCity)?;
        let today = in_city(self.now()).date_naive();
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, centre).await?;
        let mut cells = store::kpis::of_centre(&mut tx, &centre, Which::Code(code), today).await?;
        let cell = cells.pop().ok_or(Refusal::NotFound)?;
        let (Some(row), Some(sublane), Some(rhythm)) = (cell.kpi, cell.sublane, cell.rhythm) else {
            return Err(Refusal::NotFound.into());
        };
        let reports = store::kpis::of_kpi(&mut tx, centre.id, row.id).await?;
        let below = store::kpis::below(&mut tx, centre.id, row.id, today).await?;
        let waits = reports.iter().find(|report| report.row.state == KpiReportState::Submitted);
        Ok(KpiDetail {
            may_report: may_report(actor, &centre, &cell.lane.0).is_ok(),
            may_approve: waits.is_some_and(|report| may_decide(actor, report, KpiMove::Approve).is_ok()),
            next_period: rhythm.reported_next(row.period, today),
            series: store::kpis::series(&mut tx, centre.id, row.id).await?,
            below: worst_first(&row, below),
            reports: reports.into_iter().map(|report| report.row).collect(),
            way: [cell.board, cell.lane, sublane],
            row,
            centre,
        })
    }

    async fn kpis_to_report(&self, actor: &Actor) -> Result<Vec<KpiRow>, Error> {
        if actor.has(Right::ReportKpi).is_err() {
            return Ok(Vec::new());
        }
        let today = in_city(self.now()).date_naive();
        let mut tx = self.db.people(actor).await?;
        let which = actor.lane.as_deref().map_or(Which::All, Which::Lane);
        let cells = store::kpis::of_centre(&mut tx, &actor.centre, which, today).await?;
        let reported = store::kpis::latest_reported(&mut tx, actor.centre.id).await?;
        let owed = cells.into_iter().filter_map(|cell| {
            let (kpi, rhythm) = (cell.kpi?, cell.rhythm?);
            let next = rhythm.reported_next(kpi.period, today);
            // A period that still runs may be reported, and need not be.
            let owes = next < today && reported.get(&kpi.id).is_none_or(|period| *period < next);
            owes.then_some(kpi)
        });
        Ok(owed.collect())
    }

    async fn kpi_reported(&self, actor: &Actor, new: NewKpiReport) -> Result<KpiReportId, Error> {
        actor.has(Right::ReportKpi)?;
        let (now, key) = (self.now(), form_key(&new.key)?);
        let value = typed_value("value", &new.value)?;
        let note = optional_text("note", &new.note, 500)?;
        if new.evidence.len() > PHOTOS {
            return Err(Refusal::field("evidence", Remedy::OutOfRange { min: 0.0, max: 6.0 }).into());
        }
        for photo in &new.evidence {
            media_type("evidence", &photo.bytes)?;
        }
        let today = in_city(now).date_naive();
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ReportKpi, &new.centre).await?;
        let mut cells = store::kpis::of_centre(&mut tx, &centre, Which::Code(&new.kpi), today).await?;
        let cell = cells.pop().ok_or(Refusal::NotFound)?;
        let (Some(kpi), Some(rhythm)) = (cell.kpi, cell.rhythm) else { return Err(Refusal::NotFound.into()) };
        may_report(actor, &centre, &cell.lane.0)?;
        if let Claim::Made(id) = store::request_keys::claim(&mut tx, "kpi_report", centre.id, &key).await? {
            return Ok(KpiReportId(id));
        }
        store::kpis::lock(&mut tx, centre.id, kpi.id).await?;
        let evidence =
            attachments::keep(&mut tx, actor, attachments::Belongs::Evidence, "evidence", &new.evidence, now)
                .await?;
        let report = NewReport {
            centre: centre.id,
            kpi: kpi.id,
            period: rhythm.reported_next(kpi.period, today),
            value,
            note: &note,
            evidence: &evidence,
            person: actor.person,
            at: now,
        };
        let id = store::kpis::reported(&mut tx, report).await?;
        store::request_keys::keep(&mut tx, "kpi_report", centre.id, &key, id.0).await?;
        store::kpis::stands(&mut tx, centre.id, kpi.id).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::KpiReported, now).on("kpi_report", id.0, kpi.name);
        let said = [value.to_string().as_str(), kpi.unit.as_str(), " ", note.as_str()].concat();
        ledger.log(entry.moved("", KpiReportState::Submitted.as_str()).noted(said.trim_end()));
        ledger.announce(Topic::Kpis, kpi.id.0, [&centre.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn report_stepped(
        &self,
        actor: &Actor,
        id: KpiReportId,
        step: KpiMove,
        reason: &str,
    ) -> Result<KpiReportState, Error> {
        actor.has(step.right())?;
        let now = self.now();
        let reason = if step == KpiMove::Return {
            required_text("reason", reason, 500)?
        } else {
            optional_text("reason", reason, 500)?
        };
        let mut tx = self.db.people(actor).await?;
        let report = store::kpis::report(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        actor.may(step.right(), &report.row.centre.path)?;
        may_decide(actor, &report, step)?;
        let kpi = store::kpis::by_code(&mut tx, &report.row.kpi.0).await?.ok_or(Refusal::NotFound)?;
        store::kpis::lock(&mut tx, report.row.centre.id, kpi.id).await?;
        if store::kpis::superseded(&mut tx, id).await? {
            return Err(Refusal::Conflict.into());
        }
        let state = report.row.state.after(step)?;
        store::kpis::moved(&mut tx, id, state, &reason).await?;
        store::kpis::stands(&mut tx, report.row.centre.id, kpi.id).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::KpiMoved, now).on("kpi_report", id.0, report.row.kpi.1.clone());
        ledger.log(entry.moved(report.row.state.as_str(), state.as_str()).noted(reason));
        ledger.announce(Topic::Kpis, kpi.id.0, [&report.row.centre.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }
}

/// A centre's KPIs are reported by its own people, a lane's by the lane's owner or by staff that answer for no lane.
fn may_report(actor: &Actor, centre: &CentreTag, lane: &str) -> Result<(), Refusal> {
    actor.has(Right::ReportKpi)?;
    centres::own(actor, centre)?;
    if actor.lane.as_deref().is_some_and(|own| own != lane) {
        return Err(Refusal::NotAllowed { right: Right::ReportKpi, who: Right::ReportKpi.held_by() });
    }
    Ok(())
}

/// The tier above decides; nobody is above the city, so there another person does. Only the city accepts.
fn may_decide(actor: &Actor, report: &Report, step: KpiMove) -> Result<(), Refusal> {
    actor.has(step.right())?;
    let refused = Err(Refusal::NotAllowed { right: step.right(), who: step.right().held_by() });
    match step {
        KpiMove::Submit => may_report(actor, &report.row.centre, &report.lane),
        KpiMove::Accept if actor.tier() != Tier::City => refused,
        _ if actor.centre.id != report.row.centre.id => Ok(()),
        _ if actor.tier() == Tier::City && report.person != actor.person => Ok(()),
        _ => refused,
    }
}

/// The centres below with their lights, the worst first; those without a report last.
fn worst_first(
    kpi: &KpiRow,
    below: Vec<(CentreTag, Option<f64>, Option<f64>)>,
) -> Vec<(CentreTag, Option<f64>, Light)> {
    let lit = |(centre, value, target): (CentreTag, Option<f64>, Option<f64>)| {
        let share = target.zip(value).map(|(target, value)| achieved(kpi.aim, target, value));
        (share, (centre, value, light(share, kpi.expected)))
    };
    let mut rows: Vec<_> = below.into_iter().map(lit).collect();
    rows.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) => a.total_cmp(b),
        _ => b.is_some().cmp(&a.is_some()),
    });
    rows.into_iter().map(|(_, row)| row).collect()
}
