//! Relations between cases: what may be the same, what was merged, split or put under another, and who helps.

mod hanging;
mod helping;
mod merging;
mod reporting;

use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::events::{EventMove, EventState, KeptReport, NewEvent, ReportFiles};
use domain::live::Topic;
use domain::refusal::required_text;
use domain::relations::{
    Alike, AlikeQuery, HelperMove, HelperState, Kin, MergedCase, NewChild, NewHelper, Related, RelationDesk,
    RelationForms, Reported,
};
use domain::{EventId, Fault, Refusal, ReportDraftId};
use store::PgConnection;
use store::audit::Entry;
use store::events::Case;
use store::relations::Near;

use crate::events::{audience, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// How long a closed case may still be what a new report is about.
const CLOSED_D: i64 = 7;
/// Children that a page shows.
const CHILDREN: i64 = 50;
/// Merged cases that a page shows, each with its history.
const MERGED: i64 = 10;

#[async_trait]
impl RelationDesk for Engine {
    async fn related(&self, actor: &Actor, id: EventId) -> Result<Related, Fault> {
        Ok(self.event_related(actor, id).await?)
    }

    async fn alike(&self, actor: &Actor, about: AlikeQuery) -> Result<Vec<Alike>, Fault> {
        Ok(self.report_alike(actor, &about).await?)
    }

    async fn report_checked(
        &self,
        actor: &Actor,
        new: NewEvent,
        files: ReportFiles,
    ) -> Result<Reported, Fault> {
        Ok(self.report_taken(actor, &new, files).await?)
    }

    async fn report_draft(&self, actor: &Actor, id: ReportDraftId) -> Result<KeptReport, Fault> {
        Ok(self.report_kept(actor, id).await?)
    }

    async fn merge(&self, actor: &Actor, id: EventId, into: String, reason: String) -> Result<(), Fault> {
        Ok(self.event_merged(actor, id, &into, &reason).await?)
    }

    async fn unmerge(&self, actor: &Actor, id: EventId, reason: String) -> Result<EventState, Fault> {
        Ok(self.event_unmerged(actor, id, &reason).await?)
    }

    async fn split(
        &self,
        actor: &Actor,
        id: EventId,
        parts: Vec<NewChild>,
        key: String,
    ) -> Result<Vec<EventId>, Fault> {
        Ok(self.event_split(actor, id, parts, &key).await?)
    }

    async fn hang(&self, actor: &Actor, id: EventId, under: String) -> Result<(), Fault> {
        Ok(self.event_hung(actor, id, &under).await?)
    }

    async fn take_out(&self, actor: &Actor, id: EventId) -> Result<(), Fault> {
        Ok(self.event_taken_out(actor, id).await?)
    }

    async fn name_helper(&self, actor: &Actor, id: EventId, new: NewHelper) -> Result<HelperState, Fault> {
        Ok(self.helper_named(actor, id, &new).await?)
    }

    async fn step_helper(
        &self,
        actor: &Actor,
        id: EventId,
        centre: String,
        step: HelperMove,
        reason: String,
    ) -> Result<HelperState, Fault> {
        Ok(self.helper_stepped(actor, id, &centre, step, &reason).await?)
    }

    async fn give_lead(
        &self,
        actor: &Actor,
        id: EventId,
        centre: String,
        reason: String,
    ) -> Result<(), Fault> {
        Ok(self.lead_given(actor, id, &centre, &reason).await?)
    }

    async fn note(&self, actor: &Actor, id: EventId, text: String) -> Result<(), Fault> {
        Ok(self.event_noted(actor, id, &text).await?)
    }
}

impl Engine {
    async fn event_related(&self, actor: &Actor, id: EventId) -> Result<Related, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = seen(&mut tx, actor, id, now).await?;
        let kin = store::relations::kin(&mut tx, &case).await?;
        let mut merged = Vec::new();
        for row in store::relations::merged_into(&mut tx, id, now, MERGED).await? {
            let timeline = store::audit::of_event(&mut tx, row.id).await?;
            merged.push(MergedCase { row, timeline });
        }
        let elsewhere: Vec<EventId> = [case.parent, case.merged_into].into_iter().flatten().collect();
        let elsewhere = store::events::rows(&mut tx, &elsewhere, now).await?;
        let row_of = |id: Option<EventId>| elsewhere.iter().find(|row| Some(row.id) == id).cloned();
        let helpers = helping::shown(&mut tx, actor, &case).await?;
        let mut may = forms(actor, &case, &kin);
        may.lead &= helpers.iter().any(|helper| helping::may_lead(actor, &case, helper).is_ok());
        let candidates =
            if may.helper { helping::candidates(&mut tx, actor, &case).await? } else { Vec::new() };
        let alike = if may.merge { alike_to(&mut tx, &case, now).await? } else { Vec::new() };
        Ok(Related {
            event: id,
            parent: row_of(case.parent),
            children: store::relations::children_of(&mut tx, id, now, CHILDREN).await?,
            children_open: kin.children_open,
            merged_into: row_of(case.merged_into),
            merged,
            alike,
            lead: case.row.centre,
            helpers,
            candidates,
            may,
        })
    }

    async fn event_noted(&self, actor: &Actor, id: EventId, text: &str) -> Result<(), Error> {
        actor.has(Right::WorkOrder)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = seen(&mut tx, actor, id, now).await?;
        let text = required_text("note", text, 1000)?;
        let mut ledger = Ledger::default();
        ledger.log(line(actor, Verb::EventNoted, &case, text, now));
        ledger.announce(Topic::Events, id.0, audience(&case));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What the actor may do about a case's relations now.
fn forms(actor: &Actor, case: &Case, kin: &Kin) -> RelationForms {
    let handles = actor.has(Right::HandleEvent).is_ok() && actor.scope.contains(&case.row.centre.path);
    let open = handles && case.row.state.is_open();
    RelationForms {
        merge: handles && case.row.state.after(EventMove::Merge, None).is_ok() && kin.children_open == 0,
        unmerge: handles && case.row.state == EventState::Merged,
        split: open,
        hang: open && kin.parent.is_none(),
        take_out: handles && kin.parent.is_some(),
        helper: open && actor.centre.path.contains(&case.row.centre.path),
        lead: open,
        note: actor.has(Right::WorkOrder).is_ok(),
    }
}

/// Cases that may be the same as a case that is there already, without its relatives.
async fn alike_to(
    connection: &mut PgConnection,
    case: &Case,
    now: DateTime<Utc>,
) -> Result<Vec<Alike>, Error> {
    let near = Near {
        category: &case.category,
        event: Some(case.row.id),
        centre: case.place_centre,
        point: None,
        reported_at: case.row.reported_at,
        title: &case.row.title.zh,
        closed_after: now - Duration::days(CLOSED_D),
    };
    let mut alike = store::relations::alike(connection, &near, now).await?;
    alike.retain(|found| Some(found.row.id) != case.parent);
    Ok(alike)
}

/// The case of a number that somebody typed, locked together with another; both as they are from here on.
async fn two(
    connection: &mut PgConnection,
    actor: &Actor,
    id: EventId,
    (field, number): (&str, &str),
    now: DateTime<Utc>,
) -> Result<(Case, Case), Error> {
    seen(&mut *connection, actor, id, now).await?;
    let number = required_text(field, number, 60)?;
    let other = store::relations::by_number(&mut *connection, &number).await?;
    let other = other.ok_or_else(|| Refusal::unknown(field, number))?;
    store::relations::lock(&mut *connection, &[id, other]).await?;
    let case = seen(&mut *connection, actor, id, now).await?;
    let other = seen(connection, actor, other, now).await?;
    centres::within(actor, &case.row.centre)?;
    let (here, there) = (&case.row.centre.path, &other.row.centre.path);
    if !actor.scope.contains(there) && here.district() != there.district() {
        return Err(Refusal::BelongsTo { centre: centres::spoken(&other.row.centre) }.into());
    }
    Ok((case, other))
}

/// A line in a case's history.
fn line(actor: &Actor, verb: Verb, case: &Case, note: String, now: DateTime<Utc>) -> Entry {
    let entry = Entry::by(actor, verb, now).on("event", case.row.id.0, case.row.title.clone());
    entry.of_event(case.row.id).noted(note)
}

/// Another case as a line of a history names it, and why.
fn named(arrow: &str, other: &Case, reason: &str) -> String {
    let named = [arrow, " ", &other.row.number, " ", &other.row.title.zh].concat();
    if reason.is_empty() { named } else { [&named, " · ", reason].concat() }
}
