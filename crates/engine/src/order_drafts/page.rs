//! A draft's page: what would be sent, to whom, and what stands in the way.

use domain::actors::{Actor, Right};
use domain::order_drafts::{DraftDetail, DraftState, Recipient, cosigners};
use domain::pages::{PAGE_ROWS, Page};
use domain::{EventId, OrderDraftId, Refusal};
use store::order_drafts::Chosen;

use super::ready::{letter_of, recipients_of};
use super::{may_cosign, of_centre, row};
use crate::{Engine, Error};

impl Engine {
    pub(super) async fn draft_shown(
        &self,
        actor: &Actor,
        id: OrderDraftId,
        after: Option<&str>,
    ) -> Result<DraftDetail, Error> {
        actor.has(Right::IssueOrder)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let draft = of_centre(&mut tx, actor, id).await?;
        if draft.author.0 != actor.person && draft.state == DraftState::Open {
            return Err(Refusal::NotFound.into());
        }
        let calendar = store::calendar::since(&mut tx, now).await?;
        let (letter, mut trouble) = match letter_of(&draft.spec, now, &calendar) {
            Ok(letter) => (Some(letter), None),
            Err(refusal) => (None, Some(refusal)),
        };
        let (inside, outside) = match recipients_of(&mut tx, actor, &draft.spec, now).await {
            Ok(found) => found,
            Err(Error::Refused(refusal)) => {
                trouble = trouble.or(Some(refusal));
                (Vec::new(), Vec::new())
            }
            Err(broken) => return Err(broken),
        };
        let mut recipients = page_of(inside, after);
        let shown: Vec<_> = recipients.rows.iter().map(|one| one.centre.id).collect();
        let on_duty = store::order_drafts::on_duty(&mut tx, &shown, now).await?;
        for one in &mut recipients.rows {
            one.on_duty = on_duty.get(&one.centre.id).cloned();
        }
        let event = letter.as_ref().and_then(|letter| letter.event);
        let event: Vec<EventId> = event.into_iter().collect();
        let roles = cosigners(draft.author.2, draft.spec.letter.level);
        let detail = DraftDetail {
            row: row(actor, &draft),
            due_at: letter.map(|letter| letter.due_at),
            trouble: trouble.filter(|_| draft.order.is_none()),
            recipients,
            outside: outside.into_iter().map(|one| one.centre).collect(),
            event: store::events::rows(&mut tx, &event, now).await?.pop(),
            files: store::order_drafts::files(&mut tx, id).await?,
            needs_cosign: !roles.is_empty(),
            cosigners: store::order_drafts::holders(&mut tx, draft.centre, roles, now).await?,
            may_cosign: may_cosign(actor, &draft),
            reason: draft.reason,
            order: draft.order,
            spec: draft.spec,
        };
        tx.commit().await?;
        Ok(detail)
    }
}

/// One page of whom it would reach; the key is the last code of the page before.
fn page_of(chosen: Vec<Chosen>, after: Option<&str>) -> Page<Recipient> {
    let size = usize::try_from(PAGE_ROWS).expect("a page's length is small");
    let total = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
    let after = after.unwrap_or_default();
    let mut rest = chosen.into_iter().filter(|one| one.centre.code.as_str() > after);
    let rows: Vec<_> = rest
        .by_ref()
        .take(size)
        .map(|one| Recipient { centre: one.centre, post: one.post, on_duty: None })
        .collect();
    let next = rest.next().and(rows.last()).map(|row| row.centre.code.clone());
    Page { rows, next, total, more: false }
}
