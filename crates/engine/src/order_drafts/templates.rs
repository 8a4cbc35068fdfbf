//! Letters that are kept to be used again.

use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::names::Name;
use domain::order_drafts::Letter;
use domain::refusal::required_text;
use domain::{OrderDraftId, OrderTemplateId, Refusal};
use store::audit::Entry;

use super::own;
use crate::ledger::Ledger;
use crate::{Engine, Error};

impl Engine {
    pub(super) async fn template_kept(
        &self,
        actor: &Actor,
        id: OrderDraftId,
    ) -> Result<OrderTemplateId, Error> {
        actor.has(Right::IssueOrder)?;
        let mut tx = self.db.people(actor).await?;
        let draft = own(&mut tx, actor, id).await?;
        let title = required_text("title", &draft.spec.letter.title, 200)?;
        let letter = Letter { title: title.clone(), ..draft.spec.letter };
        let template = store::order_templates::keep(&mut tx, actor.centre.id, &letter).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::OrderTemplateKept, self.now());
        ledger.log(entry.on("order_template", template.0, Name::typed(title)));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(template)
    }

    pub(super) async fn template_removed(&self, actor: &Actor, id: OrderTemplateId) -> Result<(), Error> {
        actor.has(Right::IssueOrder)?;
        let mut tx = self.db.people(actor).await?;
        let title = store::order_templates::remove(&mut tx, actor.centre.id, id).await?;
        let title = title.ok_or(Refusal::NotFound)?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::OrderTemplateKept, self.now());
        ledger.log(entry.on("order_template", id.0, Name::typed(title)).moved("", "removed"));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
