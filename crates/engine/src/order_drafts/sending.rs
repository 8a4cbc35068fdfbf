//! The click: a draft becomes one order, in one transaction: an assignment for each recipient of the letter, and for each of a
//! plan's steps; or it waits for the second signature.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::OrderDraftId;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::CentrePath;
use domain::live::Topic;
use domain::names::Name;
use domain::order_drafts::{Click, DraftMove, DraftState, cosigners};
use domain::{OrderId, PersonId, Refusal};
use store::PgConnection;
use store::assignments::NewPart;
use store::audit::Entry;
use store::order_drafts::Draft;
use store::orders::NewOrder;

use super::ready::{letter_of, reached};
use super::{about, of_centre, own};
use crate::events::{carry_out, ordered_moves, seen};
use crate::ledger::Ledger;
use crate::orders::part;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn draft_sent(&self, actor: &Actor, id: OrderDraftId) -> Result<Click, Error> {
        actor.has(Right::IssueOrder)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        // A second click waits here for the first.
        let draft = own(&mut tx, actor, id).await?;
        if let Some(order) = draft.order {
            return Ok(Click::Sent(order));
        }
        if draft.state == DraftState::AwaitingCosign {
            return Ok(Click::AwaitsCosign);
        }
        if cosigners(actor.role, draft.spec.letter.level).is_empty() {
            let order = dispatched(&mut tx, actor, &draft, None, now).await?;
            tx.commit().await?;
            return Ok(Click::Sent(order));
        }
        // What cannot be sent need not be signed.
        letter_of(&draft.spec, now, &store::calendar::since(&mut tx, now).await?)?;
        reached(&mut tx, actor, &draft.spec, now).await?;
        self.turned(&mut tx, actor, &draft, DraftMove::AskCosign, String::new()).await?;
        tx.commit().await?;
        Ok(Click::AwaitsCosign)
    }

    pub(super) async fn draft_cosigned(&self, actor: &Actor, id: OrderDraftId) -> Result<OrderId, Error> {
        actor.has(Right::IssueOrder)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let draft = of_centre(&mut tx, actor, id).await?;
        let who = cosigners(draft.author.2, draft.spec.letter.level);
        if !who.contains(&actor.role) || draft.author.0 == actor.person {
            return Err(Refusal::NotAllowed { right: Right::IssueOrder, who: who.to_vec() }.into());
        }
        if let Some(order) = draft.order {
            return Ok(order);
        }
        if draft.state != DraftState::AwaitingCosign {
            return Err(Refusal::not_now("order_draft", draft.state, DraftMove::Send).into());
        }
        let order = dispatched(&mut tx, actor, &draft, Some(actor.person), now).await?;
        tx.commit().await?;
        Ok(order)
    }
}

/// Makes the order of a draft. Of one on a case, the case follows.
async fn dispatched(
    connection: &mut PgConnection,
    actor: &Actor,
    draft: &Draft,
    cosigned_by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<OrderId, Error> {
    let state = draft.state.after(DraftMove::Send)?;
    let calendar = store::calendar::since(&mut *connection, now).await?;
    let letter = letter_of(&draft.spec, now, &calendar)?;
    let reached = reached(&mut *connection, actor, &draft.spec, now).await?;
    let case = match letter.event {
        Some(event) => {
            store::events::locked(&mut *connection, event).await?.ok_or(Refusal::NotFound)?;
            let case = seen(&mut *connection, actor, event, now).await?;
            centres::within(actor, &case.row.centre)?;
            Some(case)
        }
        None => None,
    };
    let title = Name::typed(letter.title);
    let taking = reached.lines.iter().map(|line| &line.recipient);
    let paths: BTreeSet<CentrePath> = reached
        .letter
        .iter()
        .map(|one| &one.centre)
        .chain(taking)
        .map(|centre| centre.path.clone())
        .collect();
    let order = NewOrder {
        centre: actor.centre.id,
        shared_with: paths.iter().cloned().collect(),
        event: letter.event,
        plan: reached.plan.as_ref().map(|plan| plan.id),
        above: None,
        title: title.clone(),
        note: letter.text,
        level: letter.level,
        issued_by: (draft.author.0, draft.author.1),
        issued_at: now,
        key: ["draft-", &draft.id.to_string()].concat(),
        receipts: letter.receipts.clone(),
        cosigned_by,
    };
    let added = store::orders::add(&mut *connection, order).await?.ok_or(Refusal::Conflict)?;
    let letter_to = |one: store::order_drafts::Chosen| NewPart {
        centre: one.centre.id,
        plan_step: None,
        action: title.clone(),
        post: one.post,
        photo: letter.receipts.photo,
        due_at: letter.due_at,
    };
    let steps = reached.lines.into_iter().map(|line| part(line, now));
    let parts: Vec<NewPart> = steps.chain(reached.letter.into_iter().map(letter_to)).collect();
    store::assignments::add(&mut *connection, added.id, None, 1, &parts).await?;
    store::order_drafts::moved(&mut *connection, draft.id, state, "", Some(added.id), now).await?;
    store::order_drafts::send_files(&mut *connection, draft.id, added.id).await?;
    let mut ledger = Ledger::default();
    let entry = Entry::by(actor, Verb::OrderIssued, now).on("order", added.id.0, title);
    let said = [added.number.as_str(), " → ", &parts.len().to_string()].concat();
    ledger.log(entry.of_event(letter.event).of_root(added.root).noted(said));
    if cosigned_by.is_some() {
        ledger.log(about(actor, draft, now).of_root(added.root).moved(draft.state.as_str(), state.as_str()));
    }
    ledger.announce(Topic::Orders, added.id.0, paths.iter().chain([&actor.centre.path]));
    if let Some(case) = case {
        let moves = ordered_moves(case.row.state)?;
        store::events::shared(&mut *connection, case.row.id, &paths.iter().collect::<Vec<_>>()).await?;
        carry_out(&mut *connection, actor, &case, &moves, "", now, &mut ledger).await?;
        ledger.announce(Topic::Events, case.row.id.0, &paths);
    }
    ledger.write(connection).await?;
    Ok(added.id)
}
