//! A report that may be about a case that is there already.

use chrono::Duration;
use domain::actors::{Actor, Right};
use domain::events::NewEvent;
use domain::refusal::optional_text;
use domain::relations::{Alike, AlikeQuery, Reported};
use domain::{EventId, Refusal, ReportDraftId};
use store::relations::Near;
use store::request_keys::Claim;

use super::CLOSED_D;
use super::merging::merged;
use crate::events::{Origin, checked, claimed, seen, taken};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    /// Asked while the form is filled in: what is not filled in yet finds nothing.
    pub(super) async fn report_alike(&self, actor: &Actor, about: &AlikeQuery) -> Result<Vec<Alike>, Error> {
        actor.has(Right::ReportEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let place = centres::seen(&mut tx, actor, Right::ReportEvent, &about.centre).await?;
        let title = optional_text("title", &about.title, 80)?;
        let near = Near {
            category: &about.category,
            event: None,
            centre: place.id,
            reported_at: now,
            title: &title,
            closed_after: now - Duration::days(CLOSED_D),
        };
        Ok(store::relations::alike(&mut tx, &near, now).await?)
    }

    pub(super) async fn report_taken(&self, actor: &Actor, new: NewEvent) -> Result<Reported, Error> {
        actor.has(Right::ReportEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let report = checked(&mut tx, actor, &new, Origin::by_hand(), self.now()).await?;
        if let Claim::Made(id) = claimed(&mut tx, actor, &report).await? {
            return Ok(Reported::Taken(EventId(id)));
        }
        if !new.anyway && new.join.is_empty() {
            let near = Near {
                category: &report.duty.category,
                event: None,
                centre: report.place.id,
                reported_at: now,
                title: &report.title,
                closed_after: now - Duration::days(CLOSED_D),
            };
            if !store::relations::alike(&mut tx, &near, now).await?.is_empty() {
                // The key stays free for the form that comes back.
                drop(tx);
                let mut tx = self.db.people(actor).await?;
                let (centre, person) = (actor.centre.id, actor.person);
                let draft = store::relations::keep_draft(&mut tx, centre, person, &new, now).await?;
                tx.commit().await?;
                return Ok(Reported::Alike(draft));
            }
        }
        let mut ledger = Ledger::default();
        let id = taken(&mut tx, actor, report, now, &mut ledger).await?;
        if !new.join.is_empty() {
            let into = store::relations::by_number(&mut tx, &new.join).await?;
            let into = into.ok_or_else(|| Refusal::unknown("join", new.join.clone()))?;
            store::relations::lock(&mut tx, &[id, into]).await?;
            let case = seen(&mut tx, actor, id, now).await?;
            let into = seen(&mut tx, actor, into, now).await?;
            merged(&mut tx, actor, case, &into, "", now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(Reported::Taken(id))
    }

    pub(super) async fn report_kept(&self, actor: &Actor, id: ReportDraftId) -> Result<NewEvent, Error> {
        actor.has(Right::ReportEvent)?;
        let mut tx = self.db.people(actor).await?;
        Ok(store::relations::draft(&mut tx, id, actor.person).await?.ok_or(Refusal::NotFound)?)
    }
}
