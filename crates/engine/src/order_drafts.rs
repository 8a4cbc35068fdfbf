//! Drafts of orders: kept as they are written, shown with what they would do, signed and sent.

mod composer;
mod page;
mod ready;
mod sending;
mod steps;
mod templates;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::names::Name;
use domain::order_drafts::{
    Click, Composer, DraftDetail, DraftMove, DraftRow, DraftState, OrderDraftDesk, OrderSpec, Origin,
    cosigners,
};
use domain::orders::Photo;
use domain::refusal::required_text;
use domain::{Fault, OrderDraftId, OrderId, OrderTemplateId, Refusal, Remedy};
use store::PgConnection;
use store::audit::Entry;
use store::order_drafts::Draft;

use crate::attachments::Belongs;
use crate::events::form_key;
use crate::ledger::Ledger;
use crate::{Engine, Error};

pub(crate) use ready::recipients_of;

/// Files that may go with an order.
const FILES: usize = 10;

#[async_trait]
impl OrderDraftDesk for Engine {
    async fn composer(&self, actor: &Actor, origin: Origin) -> Result<Composer, Fault> {
        Ok(self.draft_begun(actor, origin).await?)
    }

    async fn save(
        &self,
        actor: &Actor,
        draft: Option<OrderDraftId>,
        spec: OrderSpec,
        key: String,
    ) -> Result<OrderDraftId, Fault> {
        Ok(self.draft_saved(actor, draft, &spec, &key).await?)
    }

    async fn draft(
        &self,
        actor: &Actor,
        id: OrderDraftId,
        after: Option<String>,
    ) -> Result<DraftDetail, Fault> {
        Ok(self.draft_shown(actor, id, after.as_deref()).await?)
    }

    async fn drafts(&self, actor: &Actor) -> Result<Vec<DraftRow>, Fault> {
        Ok(self.drafts_waiting(actor).await?)
    }

    async fn attach(&self, actor: &Actor, id: OrderDraftId, files: Vec<Photo>) -> Result<(), Fault> {
        Ok(self.draft_filed(actor, id, &files).await?)
    }

    async fn send(&self, actor: &Actor, id: OrderDraftId) -> Result<Click, Fault> {
        Ok(self.draft_sent(actor, id).await?)
    }

    async fn cosign(&self, actor: &Actor, id: OrderDraftId) -> Result<OrderId, Fault> {
        Ok(self.draft_cosigned(actor, id).await?)
    }

    async fn reopen(&self, actor: &Actor, id: OrderDraftId, reason: String) -> Result<(), Fault> {
        Ok(self.draft_reopened(actor, id, &reason).await?)
    }

    async fn discard(&self, actor: &Actor, id: OrderDraftId) -> Result<(), Fault> {
        Ok(self.draft_dropped(actor, id).await?)
    }

    async fn keep_template(&self, actor: &Actor, id: OrderDraftId) -> Result<OrderTemplateId, Fault> {
        Ok(self.template_kept(actor, id).await?)
    }

    async fn remove_template(&self, actor: &Actor, id: OrderTemplateId) -> Result<(), Fault> {
        Ok(self.template_removed(actor, id).await?)
    }
}

impl Engine {
    async fn draft_saved(
        &self,
        actor: &Actor,
        draft: Option<OrderDraftId>,
        spec: &OrderSpec,
        key: &str,
    ) -> Result<OrderDraftId, Error> {
        actor.has(Right::IssueOrder)?;
        let (now, key) = (self.now(), form_key(key)?);
        let mut tx = self.db.people(actor).await?;
        let id = if let Some(id) = draft {
            let held = own(&mut tx, actor, id).await?;
            if held.state != DraftState::Open {
                return Err(Refusal::not_now("order_draft", held.state, DraftMove::Send).into());
            }
            store::order_drafts::rewrite(&mut tx, id, spec, now).await?;
            id
        } else {
            let added = store::order_drafts::add(&mut tx, actor, spec, &key, now).await?;
            added.ok_or_else(|| Refusal::field("key", Remedy::Reload))?
        };
        tx.commit().await?;
        Ok(id)
    }

    async fn drafts_waiting(&self, actor: &Actor) -> Result<Vec<DraftRow>, Error> {
        actor.has(Right::IssueOrder)?;
        let mut tx = self.db.people(actor).await?;
        let drafts = store::order_drafts::waiting(&mut tx, actor.centre.id, actor.person).await?;
        Ok(drafts.iter().map(|draft| row(actor, draft)).collect())
    }

    async fn draft_filed(&self, actor: &Actor, id: OrderDraftId, files: &[Photo]) -> Result<(), Error> {
        actor.has(Right::IssueOrder)?;
        let mut tx = self.db.people(actor).await?;
        let draft = own(&mut tx, actor, id).await?;
        if files.is_empty() {
            return Err(Refusal::field("files", Remedy::Required).into());
        }
        if draft.state != DraftState::Open {
            return Err(Refusal::not_now("order_draft", draft.state, DraftMove::Send).into());
        }
        if store::order_drafts::files(&mut tx, id).await?.len() + files.len() > FILES {
            return Err(Refusal::field("files", Remedy::OutOfRange { min: 0.0, max: 10.0 }).into());
        }
        crate::attachments::keep(&mut tx, actor, Belongs::Draft(id), "files", files, self.now()).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn draft_reopened(&self, actor: &Actor, id: OrderDraftId, reason: &str) -> Result<(), Error> {
        actor.has(Right::IssueOrder)?;
        let mut tx = self.db.people(actor).await?;
        let draft = of_centre(&mut tx, actor, id).await?;
        let author = draft.author.0 == actor.person;
        if !author && !may_cosign(actor, &draft) {
            return Err(Refusal::NotFound.into());
        }
        let reason = if author { String::new() } else { required_text("reason", reason, 500)? };
        self.turned(&mut tx, actor, &draft, DraftMove::Reopen, reason).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn draft_dropped(&self, actor: &Actor, id: OrderDraftId) -> Result<(), Error> {
        actor.has(Right::IssueOrder)?;
        let mut tx = self.db.people(actor).await?;
        let draft = own(&mut tx, actor, id).await?;
        self.turned(&mut tx, actor, &draft, DraftMove::Drop, String::new()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps a move that makes no order.
    async fn turned(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
        draft: &Draft,
        step: DraftMove,
        reason: String,
    ) -> Result<(), Error> {
        let (now, state) = (self.now(), draft.state.after(step)?);
        store::order_drafts::moved(&mut *connection, draft.id, state, &reason, None, now).await?;
        let mut ledger = Ledger::default();
        ledger.log(about(actor, draft, now).moved(draft.state.as_str(), state.as_str()).noted(reason));
        ledger.announce(Topic::Orders, draft.id.0, [&actor.centre.path]);
        ledger.write(connection).await
    }
}

/// A draft of the actor's centre; of another it is not there.
async fn of_centre(connection: &mut PgConnection, actor: &Actor, id: OrderDraftId) -> Result<Draft, Error> {
    let draft = store::order_drafts::locked(connection, id).await?;
    Ok(draft.filter(|draft| draft.centre == actor.centre.id).ok_or(Refusal::NotFound)?)
}

/// A draft of the actor's own.
async fn own(connection: &mut PgConnection, actor: &Actor, id: OrderDraftId) -> Result<Draft, Error> {
    let draft = of_centre(connection, actor, id).await?;
    if draft.author.0 == actor.person { Ok(draft) } else { Err(Refusal::NotFound.into()) }
}

/// Whether the actor may be the second to sign.
pub(crate) fn may_cosign(actor: &Actor, draft: &Draft) -> bool {
    let asked = cosigners(draft.author.2, draft.spec.letter.level);
    draft.state == DraftState::AwaitingCosign && draft.author.0 != actor.person && asked.contains(&actor.role)
}

fn row(actor: &Actor, draft: &Draft) -> DraftRow {
    DraftRow {
        id: draft.id,
        title: draft.spec.letter.title.clone(),
        level: draft.spec.letter.level,
        state: draft.state,
        author: draft.author_name.clone(),
        changed_at: draft.changed_at,
        mine: draft.author.0 == actor.person,
    }
}

/// A line in the log about a draft.
fn about(actor: &Actor, draft: &Draft, now: DateTime<Utc>) -> Entry {
    let title = Name::typed(draft.spec.letter.title.clone());
    Entry::by(actor, Verb::OrderDraftMoved, now).on("order_draft", draft.id.0, title)
}
