//! Passing an assignment down in parts: a child order under it, which must be done before it can be.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use domain::actors::{Actor, Right};
use domain::assignments::AssignmentMove;
use domain::audit::Verb;
use domain::centres::{CentrePath, CentreTag};
use domain::live::Topic;
use domain::names::Name;
use domain::order_drafts::Receipts;
use domain::orders::NewPart;
use domain::refusal::required_text;
use domain::{AssignmentId, OrderId, Refusal, Remedy};
use store::PgConnection;
use store::assignments::Part;
use store::orders::NewOrder;

use super::{about, announce, held};
use crate::events::form_key;
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// Parts that one click may pass down.
const PARTS: usize = 200;
/// The longest limit: a year, in minutes.
const LONGEST_MIN: i32 = 525_600;

impl Engine {
    pub(crate) async fn parts_passed_down(
        &self,
        actor: &Actor,
        id: AssignmentId,
        parts: Vec<NewPart>,
        key: &str,
    ) -> Result<OrderId, Error> {
        actor.has(Right::PassDown)?;
        let (now, key) = (self.now(), form_key(key)?);
        let mut tx = self.db.people(actor).await?;
        if let Some(order) = store::orders::by_key(&mut tx, actor.centre.id, &key).await? {
            return Ok(order);
        }
        let part = held(&mut tx, id, now).await?;
        centres::own(actor, &part.row.recipient)?;
        let state = part.row.state.after(AssignmentMove::Progress)?;
        let (new, recipients) = checked(&mut tx, &actor.centre, &part, &parts, now).await?;
        let order = NewOrder {
            centre: actor.centre.id,
            shared_with: recipients.iter().cloned().collect(),
            event: part.event,
            plan: None,
            above: Some((id, part.root)),
            title: part.row.title.clone(),
            note: String::new(),
            level: part.row.level,
            issued_by: (actor.person, actor.post),
            issued_at: now,
            key: key.clone(),
            receipts: Receipts::default(),
            cosigned_by: None,
        };
        let Some(added) = store::orders::add(&mut tx, order).await? else {
            let order = store::orders::by_key(&mut tx, actor.centre.id, &key).await?;
            return Ok(order.ok_or(Refusal::Conflict)?);
        };
        let before = store::assignments::ever_passed_down(&mut tx, id).await?;
        let first = usize::try_from(before).unwrap_or_default() + 1;
        store::assignments::add(&mut tx, added.id, Some(&part.outline), first, &new).await?;
        let step = AssignmentMove::Progress;
        store::assignments::moved(&mut tx, &[id], step, state, now, "", None).await?;
        let paths: Vec<&CentrePath> = recipients.iter().collect();
        if let Some(event) = part.event {
            store::events::shared(&mut tx, event, &paths).await?;
        }
        let mut ledger = Ledger::default();
        ledger.log(about(actor, &part, Verb::OrderPassedDown, now, state).noted(added.number));
        announce(&part, &mut ledger);
        ledger.announce(Topic::Orders, added.id.0, paths.iter().copied().chain([&actor.centre.path]));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(added.id)
    }
}

/// The parts as they will be kept, and the centres that receive them: below the issuer, all of them.
pub(super) async fn checked(
    connection: &mut PgConnection,
    issuer: &CentreTag,
    above: &Part,
    parts: &[NewPart],
    now: DateTime<Utc>,
) -> Result<(Vec<store::assignments::NewPart>, BTreeSet<CentrePath>), Error> {
    if parts.is_empty() {
        return Err(Refusal::field("centre", Remedy::Required).into());
    }
    if parts.len() > PARTS {
        return Err(Refusal::field("centre", Remedy::OutOfRange { min: 1.0, max: 200.0 }).into());
    }
    let (mut new, mut recipients) = (Vec::with_capacity(parts.len()), BTreeSet::new());
    for part in parts {
        let action = required_text("action", &part.action, 200)?;
        if !(1..=LONGEST_MIN).contains(&part.deadline_min) {
            let remedy = Remedy::OutOfRange { min: 1.0, max: LONGEST_MIN.into() };
            return Err(Refusal::field("deadline_min", remedy).into());
        }
        let centre = store::centres::by_code(&mut *connection, &part.centre).await?;
        let below = centre.filter(|c| issuer.path.contains(&c.path) && c.id != issuer.id);
        let centre = below.ok_or_else(|| Refusal::unknown("centre", part.centre.clone()))?;
        new.push(store::assignments::NewPart {
            centre: centre.id,
            plan_step: None,
            action: Name::typed(action),
            post: above.row.post.clone(),
            photo: above.row.photo,
            due_at: now + Duration::minutes(part.deadline_min.into()),
        });
        recipients.insert(centre.path);
    }
    Ok((new, recipients))
}
