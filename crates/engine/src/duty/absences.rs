//! Somebody is away: nobody serves their shifts until somebody else is given them.

use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::duty::{NewAbsence, Span};
use domain::names::Name;
use domain::refusal::required_text;
use domain::{AbsenceId, Refusal, Remedy};

use super::{by, managed, note, spelled};
use crate::ledger::Ledger;
use crate::{Engine, Error};

impl Engine {
    pub(super) async fn absence_noted(&self, actor: &Actor, new: &NewAbsence) -> Result<AbsenceId, Error> {
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let centre = managed(&mut tx, actor, &new.centre).await?;
        let span = Span::read(&new.from, &new.to)?;
        let reason = required_text("reason", &new.reason, 200)?;
        if span.to <= now {
            return Err(Refusal::field("to", Remedy::InThePast).into());
        }
        let holders = store::duty::holders(&mut tx, &centre, now).await?;
        let holder = holders.into_iter().find(|holder| holder.post.to_string() == new.post);
        let holder = holder.ok_or_else(|| Refusal::unknown("post", new.post.clone()))?;
        let id =
            store::duty::add_absence(&mut tx, centre.id, holder.person, span, &reason, actor.person, now)
                .await?;
        let vacated = store::duty::vacate(&mut tx, id, now).await?;
        let mut ledger = Ledger::default();
        let entry = by(actor, Verb::AbsenceNoted, self).noted([reason, format!("({vacated})")].join(" "));
        let subject = Name::typed([holder.name, spelled(span)].join(" "));
        note(&mut ledger, entry, &centre, subject);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub(super) async fn absence_ended(&self, actor: &Actor, id: AbsenceId) -> Result<(), Error> {
        actor.has(Right::ManageDuty)?;
        let mut tx = self.db.people(actor).await?;
        let (centre, absence) = store::duty::absence(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        actor.may(Right::ManageDuty, &centre.path)?;
        if absence.span.to <= self.now() {
            return Err(Refusal::field("to", Remedy::InThePast).into());
        }
        store::duty::end_absence(&mut tx, id).await?;
        let mut ledger = Ledger::default();
        let subject = Name::typed([absence.name, spelled(absence.span)].join(" "));
        note(&mut ledger, by(actor, Verb::AbsenceEnded, self), &centre, subject);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
