//! Pressing by hand: raised with a reason, never lowered; a mistake is written beside it.

use domain::actors::{Actor, Right};
use domain::assignments::Supervision;
use domain::audit::Verb;
use domain::refusal::required_text;
use domain::supervision::{ExplanationState, PRESSED_AT_MOST, Pressing};
use domain::{AssignmentId, Refusal, Remedy};
use store::PgConnection;
use store::assignments::Part;

use super::explanations::ask_explanations;
use crate::assignments::{about, announce, held, may_be_urged};
use crate::ledger::Ledger;
use crate::orders::may_urge;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn press_looked_at(
        &self,
        actor: &Actor,
        ids: &[AssignmentId],
        to: Supervision,
    ) -> Result<Pressing, Error> {
        actor.has(Right::Urge)?;
        let ids = chosen(ids, to)?;
        let mut tx = self.db.people(actor).await?;
        let parts = store::assignments::by_ids(&mut tx, &ids, self.now()).await?;
        let rows: Vec<_> =
            parts.into_iter().filter(|part| raises(actor, part, to)).map(|part| part.row).collect();
        let left = i64::try_from(ids.len() - rows.len()).unwrap_or(i64::MAX);
        Ok(Pressing { rows, left, to })
    }

    pub(super) async fn pressed(
        &self,
        actor: &Actor,
        ids: &[AssignmentId],
        to: Supervision,
        reason: &str,
    ) -> Result<i64, Error> {
        actor.has(Right::Urge)?;
        let (now, reason) = (self.now(), required_text("reason", reason, 500)?);
        let ids = chosen(ids, to)?;
        let mut tx = self.db.people(actor).await?;
        lock(&mut tx, &ids).await?;
        let parts = store::assignments::by_ids(&mut tx, &ids, now).await?;
        if let [only] = ids.as_slice() {
            // Of one thing one may hear why not.
            let part = parts.first().filter(|part| part.row.id == *only).ok_or(Refusal::NotFound)?;
            may_be_urged(actor, part)?;
            part.row.supervision.pressed_to(to)?;
        }
        let raised: Vec<&Part> = parts.iter().filter(|part| raises(actor, part, to)).collect();
        let ids: Vec<_> = raised.iter().map(|part| part.row.id).collect();
        store::supervision::press(&mut tx, &ids, to).await?;
        let mut ledger = Ledger::default();
        for part in &raised {
            let entry = about(actor, part, Verb::Supervised, now, part.row.state);
            let entry = entry.moved(part.row.supervision.as_str(), to.as_str());
            ledger.log(entry.noted(reason.clone()));
            announce(part, &mut ledger);
        }
        if to == Supervision::Red {
            ask_explanations(&mut tx, Some(&ids), now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(i64::try_from(ids.len()).unwrap_or(i64::MAX))
    }

    pub(super) async fn card_annulled(
        &self,
        actor: &Actor,
        id: AssignmentId,
        reason: &str,
    ) -> Result<(), Error> {
        actor.has(Right::Urge)?;
        let (now, reason) = (self.now(), required_text("reason", reason, 500)?);
        let mut tx = self.db.people(actor).await?;
        let part = held(&mut tx, id, now).await?;
        may_annul(actor, &part)?;
        let card = part.row.supervision;
        if card == Supervision::None
            || !store::supervision::annul(&mut tx, id, &reason, actor.person, now).await?
        {
            return Err(Refusal::not_now("supervision", card, Verb::CardAnnulled).into());
        }
        let mut ledger = Ledger::default();
        let entry = about(actor, &part, Verb::CardAnnulled, now, part.row.state);
        ledger.log(entry.moved(card.as_str(), card.as_str()).noted(reason.clone()));
        if card == Supervision::Red
            && let Some(waived) = store::supervision::waive(&mut tx, id, &reason, actor.person, now).await?
        {
            let entry = about(actor, &part, Verb::ExplanationMoved, now, part.row.state);
            let entry = entry.on("explanation", waived.0, part.row.action.clone());
            ledger.log(entry.moved("", ExplanationState::Waived.as_str()).noted(reason));
        }
        announce(&part, &mut ledger);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// The issuer says that a card was a mistake; one does not take one's own away.
pub(super) fn may_annul(actor: &Actor, part: &Part) -> Result<(), Refusal> {
    actor.has(Right::Urge)?;
    centres::within(actor, &part.row.issuer)?;
    if part.row.recipient.id == actor.centre.id {
        return Err(Refusal::BelongsTo { centre: centres::spoken(&part.row.issuer) });
    }
    Ok(())
}

/// Each of the chosen once.
fn chosen(ids: &[AssignmentId], to: Supervision) -> Result<Vec<AssignmentId>, Refusal> {
    if to == Supervision::None {
        return Err(Refusal::unknown("supervision", to.as_str()));
    }
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    match ids.len() {
        0 => Err(Refusal::field("rows", Remedy::Required)),
        count if count > PRESSED_AT_MOST => {
            Err(Refusal::field("rows", Remedy::OutOfRange { min: 1.0, max: 200.0 }))
        }
        _ => Ok(ids),
    }
}

fn raises(actor: &Actor, part: &Part, to: Supervision) -> bool {
    may_urge(actor, part) && part.row.supervision.pressed_to(to).is_ok()
}

/// Holds the trees of some parts until the transaction ends, always in the same order.
async fn lock(connection: &mut PgConnection, ids: &[AssignmentId]) -> Result<(), Error> {
    for root in store::supervision::trees_of(&mut *connection, ids).await? {
        store::orders::lock_tree(&mut *connection, root).await?;
    }
    Ok(())
}
