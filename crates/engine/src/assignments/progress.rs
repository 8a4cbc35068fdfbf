//! Reports from those who do the work, with photos, files and the number that was asked for.

use domain::actors::{Actor, Right};
use domain::assignments::{AssignmentMove, AssignmentState};
use domain::attachments::file_type;
use domain::audit::Verb;
use domain::orders::NewProgress;
use domain::refusal::optional_text;
use domain::{AssignmentId, Refusal, Remedy};
use store::progress::NewReport;
use store::request_keys::Claim;

use super::{about, follow, held, may_finish};
use crate::attachments::Belongs;
use crate::events::form_key;
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// Photos that one report may carry.
const PHOTOS: usize = 6;

impl Engine {
    pub(crate) async fn progress_reported(
        &self,
        actor: &Actor,
        id: AssignmentId,
        report: NewProgress,
    ) -> Result<AssignmentState, Error> {
        actor.has(Right::WorkOrder)?;
        let (now, key) = (self.now(), form_key(&report.key)?);
        let note = optional_text("note", &report.note, 2000)?;
        if !(0..=100).contains(&report.percent) {
            return Err(Refusal::field("percent", Remedy::OutOfRange { min: 0.0, max: 100.0 }).into());
        }
        if report.photos.len() > PHOTOS {
            return Err(Refusal::field("photos", Remedy::OutOfRange { min: 0.0, max: 6.0 }).into());
        }
        for photo in &report.photos {
            file_type("photos", &photo.bytes)?;
        }
        if report.number.is_some_and(|number| !number.is_finite()) {
            return Err(Refusal::field("number", Remedy::NotANumber).into());
        }
        let percent = if report.finish { 100 } else { report.percent };
        let mut tx = self.db.people(actor).await?;
        let part = held(&mut tx, id, now).await?;
        centres::own(actor, &part.row.recipient)?;
        if store::request_keys::claim(&mut tx, "progress", actor.centre.id, &key).await? != Claim::New {
            return Ok(part.row.state);
        }
        let step = if report.finish { AssignmentMove::Finish } else { AssignmentMove::Progress };
        let state = part.row.state.after(step)?;
        let belongs = Belongs::Assignment(id);
        let mut photos =
            crate::attachments::keep(&mut tx, actor, belongs, "photos", &report.photos, now).await?;
        let (belongs, signed) = (Belongs::Signature(id), report.signature.as_slice());
        photos.extend(crate::attachments::keep(&mut tx, actor, belongs, "signature", signed, now).await?);
        let new = NewReport {
            centre: actor.centre.id,
            assignment: id,
            at: now,
            person: actor.person,
            percent,
            note: &note,
            photos: &photos,
            number: report.number,
        };
        let row = store::progress::add(&mut tx, new).await?;
        if report.finish {
            // With this report, all that was asked for must have come.
            may_finish(&mut tx, &part).await?;
        }
        store::request_keys::keep(&mut tx, "progress", actor.centre.id, &key, row).await?;
        store::assignments::moved(&mut tx, &[id], step, state, now, "", Some(percent)).await?;
        let mut ledger = Ledger::default();
        follow(&mut tx, actor, &part, step, now, &mut ledger).await?;
        let verb = if report.finish { Verb::AssignmentMoved } else { Verb::ProgressReported };
        let said = [percent.to_string().as_str(), "% ", note.as_str()].concat();
        ledger.log(about(actor, &part, verb, now, state).noted(said.trim_end()));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }
}
