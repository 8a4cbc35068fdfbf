//! Groups of recipients that a centre keeps.

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::names::Name;
use domain::recipient_groups::{RecipientGroup, RecipientGroupDesk};
use domain::refusal::required_text;
use domain::{Fault, OrderDraftId, RecipientGroupId, Refusal};
use store::audit::Entry;

use crate::ledger::Ledger;
use crate::order_drafts::recipients_of;
use crate::{Engine, Error};

/// Characters of a group's name.
const NAME_CHARS: u32 = 60;

#[async_trait]
impl RecipientGroupDesk for Engine {
    async fn groups(&self, actor: &Actor) -> Result<Vec<RecipientGroup>, Fault> {
        let groups = async {
            actor.has(Right::IssueOrder)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::recipient_groups::of_centre(&mut tx, actor.centre.id).await?)
        };
        Ok(groups.await?)
    }

    async fn keep_group(
        &self,
        actor: &Actor,
        draft: OrderDraftId,
        name: String,
    ) -> Result<RecipientGroupId, Fault> {
        Ok(self.group_kept(actor, draft, &name).await?)
    }

    async fn rename_group(&self, actor: &Actor, id: RecipientGroupId, name: String) -> Result<(), Fault> {
        Ok(self.group_renamed(actor, id, &name).await?)
    }

    async fn remove_group(&self, actor: &Actor, id: RecipientGroupId) -> Result<(), Fault> {
        Ok(self.group_removed(actor, id).await?)
    }
}

impl Engine {
    async fn group_kept(
        &self,
        actor: &Actor,
        draft: OrderDraftId,
        name: &str,
    ) -> Result<RecipientGroupId, Error> {
        actor.has(Right::IssueOrder)?;
        let (now, name) = (self.now(), required_text("group_name", name, NAME_CHARS)?);
        let mut tx = self.db.people(actor).await?;
        let draft = store::order_drafts::locked(&mut tx, draft).await?;
        let draft = draft.filter(|draft| draft.author.0 == actor.person && draft.centre == actor.centre.id);
        let spec = draft.ok_or(Refusal::NotFound)?.spec;
        let (chosen, _) = recipients_of(&mut tx, actor, &spec, now).await?;
        let codes: Vec<String> = chosen.into_iter().map(|one| one.centre.code).collect();
        let id = store::recipient_groups::add(&mut tx, actor.centre.id, &name, &codes).await?;
        let mut ledger = Ledger::default();
        ledger.log(self.about(actor, id, &name).noted(codes.len().to_string()));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn group_renamed(&self, actor: &Actor, id: RecipientGroupId, name: &str) -> Result<(), Error> {
        actor.has(Right::IssueOrder)?;
        let name = required_text("group_name", name, NAME_CHARS)?;
        let mut tx = self.db.people(actor).await?;
        if !store::recipient_groups::rename(&mut tx, actor.centre.id, id, &name).await? {
            return Err(Refusal::NotFound.into());
        }
        let mut ledger = Ledger::default();
        ledger.log(self.about(actor, id, &name).moved("", "renamed"));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn group_removed(&self, actor: &Actor, id: RecipientGroupId) -> Result<(), Error> {
        actor.has(Right::IssueOrder)?;
        let mut tx = self.db.people(actor).await?;
        let name = store::recipient_groups::remove(&mut tx, actor.centre.id, id).await?;
        let name = name.ok_or(Refusal::NotFound)?;
        let mut ledger = Ledger::default();
        ledger.log(self.about(actor, id, &name).moved("", "removed"));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    fn about(&self, actor: &Actor, id: RecipientGroupId, name: &str) -> Entry {
        let entry = Entry::by(actor, Verb::RecipientGroupKept, self.now());
        entry.on("recipient_group", id.0, Name::typed(name))
    }
}
