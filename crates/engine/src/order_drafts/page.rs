//! A draft's page: what would be sent, to whom, and what stands in the way.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::centres::CentreTag;
use domain::order_drafts::{DraftDetail, DraftState, Recipient, RecipientPart, cosigners};
use domain::pages::{PAGE_ROWS, Page};
use domain::{EventId, OrderDraftId, Refusal};

use super::ready::{Checked, Reached, letter_of, reached};
use super::{may_cosign, of_centre, row};
use crate::orders::due;
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
        let reached = match reached(&mut tx, actor, &draft.spec, now).await {
            Ok(found) => Some(found),
            Err(Error::Refused(refusal)) => {
                trouble = trouble.or(Some(refusal));
                None
            }
            Err(broken) => return Err(broken),
        };
        let letters = reached.as_ref().map_or(0, |reached| reached.letter.len());
        let parts = letters + reached.as_ref().map_or(0, |reached| reached.lines.len());
        let mut recipients = page_of(received(reached.as_ref(), letter.as_ref(), now), after);
        let shown: Vec<_> = recipients.rows.iter().map(|one| one.centre.id).collect();
        let on_duty = store::order_drafts::on_duty(&mut tx, &shown, now).await?;
        for one in &mut recipients.rows {
            one.on_duty = on_duty.get(&one.centre.id).cloned();
        }
        let (plan, idle, outside) = match reached {
            Some(Reached { plan, idle, outside, .. }) => (plan, idle, outside),
            None => (None, Vec::new(), Vec::new()),
        };
        let event = letter.as_ref().and_then(|letter| letter.event);
        let event: Vec<EventId> = event.into_iter().collect();
        let roles = cosigners(draft.author.2, draft.spec.letter.level);
        let detail = DraftDetail {
            row: row(actor, &draft),
            due_at: letter.map(|letter| letter.due_at),
            trouble: trouble.filter(|_| draft.order.is_none()),
            recipients,
            parts: i64::try_from(parts).unwrap_or(i64::MAX),
            letters: i64::try_from(letters).unwrap_or(i64::MAX),
            plan,
            idle,
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

/// What each centre would receive, by code: the plan's steps, then the letter.
fn received(
    reached: Option<&Reached>,
    letter: Option<&Checked>,
    now: DateTime<Utc>,
) -> BTreeMap<String, Recipient> {
    let mut all: BTreeMap<String, Recipient> = BTreeMap::new();
    let mut give = |centre: &CentreTag, part| {
        let empty = || Recipient { centre: centre.clone(), on_duty: None, parts: Vec::new() };
        all.entry(centre.code.clone()).or_insert_with(empty).parts.push(part);
    };
    for line in reached.map(|reached| reached.lines.as_slice()).unwrap_or_default() {
        let step = Some((line.seq, line.action.clone()));
        let due_at = Some(due(now, line.deadline_min));
        give(&line.recipient, RecipientPart { step, post: line.post.clone(), photo: line.photo, due_at });
    }
    let due_at = letter.map(|letter| letter.due_at);
    let photo = letter.is_some_and(|letter| letter.receipts.photo);
    for one in reached.map(|reached| reached.letter.as_slice()).unwrap_or_default() {
        give(&one.centre, RecipientPart { step: None, post: one.post.clone(), photo, due_at });
    }
    all
}

/// One page of whom it would reach; the key is the last code of the page before.
fn page_of(received: BTreeMap<String, Recipient>, after: Option<&str>) -> Page<Recipient> {
    let size = usize::try_from(PAGE_ROWS).expect("a page's length is small");
    let total = i64::try_from(received.len()).unwrap_or(i64::MAX);
    let after = after.unwrap_or_default();
    let mut rest = received.into_values().filter(|one| one.centre.code.as_str() > after);
    let rows: Vec<_> = rest.by_ref().take(size).collect();
    let next = rest.next().and(rows.last()).map(|row| row.centre.code.clone());
    Page { rows, next, total, more: false }
}
