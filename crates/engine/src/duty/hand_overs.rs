//! One shift's note to the next, shown until somebody acknowledges it.

use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::CentreTag;
use domain::names::Name;
use domain::refusal::required_text;
use domain::{HandOverId, Refusal, Remedy};
use store::PgConnection;

use super::{by, note};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn handed_over(
        &self,
        actor: &Actor,
        code: &str,
        text: &str,
    ) -> Result<HandOverId, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, code).await?;
        self.serves(&mut tx, actor, &centre).await?;
        let text = required_text("note", text, 2000)?;
        let id = store::duty::add_hand_over(&mut tx, centre.id, &text, actor.person, self.now()).await?;
        let mut ledger = Ledger::default();
        let entry = by(actor, Verb::HandedOver, self).noted(text);
        note(&mut ledger, entry, &centre, Name::typed(actor.person_name.clone()));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub(super) async fn hand_over_acknowledged(&self, actor: &Actor, id: HandOverId) -> Result<(), Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let (centre, author) = store::duty::hand_over(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        actor.may(Right::ViewCity, &centre.path)?;
        self.serves(&mut tx, actor, &centre).await?;
        if author == actor.person {
            return Err(Refusal::field("hand_over", Remedy::SomebodyElse).into());
        }
        let text = store::duty::acknowledge_hand_over(&mut tx, id, actor.person, self.now()).await?;
        // Acknowledged twice is acknowledged.
        let Some(text) = text else { return Ok(()) };
        let mut ledger = Ledger::default();
        let entry = by(actor, Verb::HandOverAcknowledged, self).noted(text);
        note(&mut ledger, entry, &centre, Name::typed(actor.person_name.clone()));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whoever is on duty hands over and takes over, whatever their post; so may who manages the roster.
    async fn serves(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
        centre: &CentreTag,
    ) -> Result<(), Error> {
        let now = store::duty::now(connection, &[centre.id], self.now()).await?;
        if now.iter().any(|(_, on_duty)| on_duty.person == actor.person) {
            return Ok(());
        }
        Ok(actor.may(Right::ManageDuty, &centre.path)?)
    }
}
