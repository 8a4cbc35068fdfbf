//! A part goes from one colleague to another of the same centre.

use domain::actors::{Actor, Right, Role};
use domain::audit::Verb;
use domain::duty::Holder;
use domain::refusal::optional_text;
use domain::{AssignmentId, PostId, Refusal};
use store::PgConnection;
use store::assignments::Part;

use super::{about, announce, held};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(crate) async fn delegated(
        &self,
        actor: &Actor,
        id: AssignmentId,
        to: PostId,
        note: &str,
    ) -> Result<(), Error> {
        actor.has(Right::WorkOrder)?;
        let (now, note) = (self.now(), optional_text("note", note, 500)?);
        let mut tx = self.db.people(actor).await?;
        let part = store::assignments::by_id(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        centres::own(actor, &part.row.recipient)?;
        let found = self.colleagues_of(&mut tx, actor).await?;
        let taker = found.into_iter().find(|colleague| colleague.post == to);
        let taker = taker.ok_or_else(|| Refusal::unknown("post", to.to_string()))?;
        // Who leaves the post at this moment does not get it. Posts are held before trees.
        if !store::posts::still_held(&mut tx, taker.post, taker.person).await? {
            return Err(Refusal::Conflict.into());
        }
        let part = held(&mut tx, id, now).await?;
        if !part.row.state.is_owed() {
            return Err(Refusal::not_now("assignment", part.row.state, Verb::Delegated).into());
        }
        if !may_delegate(actor, &part) {
            return Err(Refusal::BelongsTo { centre: part.row.holder }.into());
        }
        store::assignments::hold(&mut tx, id, Some((taker.person, taker.post))).await?;
        let mut ledger = Ledger::default();
        let entry = about(actor, &part, Verb::Delegated, now, part.row.state);
        ledger.log(entry.moved(part.row.holder.clone(), taker.name).noted(note));
        announce(&part, &mut ledger);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Who of the actor's centre may work on its parts of orders.
    pub(crate) async fn colleagues_of(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
    ) -> Result<Vec<Holder>, Error> {
        let roles: Vec<Role> = Right::WorkOrder.held_by();
        Ok(store::posts::colleagues(connection, actor.centre.id, &roles, self.now()).await?)
    }
}

/// Whether the actor may hand a part of their own centre to a colleague: whoever holds it, whoever may pass parts down, and
/// anybody who works while nobody holds it.
pub(crate) fn may_delegate(actor: &Actor, part: &Part) -> bool {
    let theirs = part.holder.is_none_or(|(person, _)| person == actor.person);
    part.row.state.is_owed()
        && actor.centre.id == part.row.recipient.id
        && actor.has(Right::WorkOrder).is_ok()
        && (theirs || actor.has(Right::PassDown).is_ok())
}
