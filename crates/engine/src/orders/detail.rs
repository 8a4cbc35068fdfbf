//! An order's page, and what the actor may do on it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::assignments::{AssignmentMove, AssignmentRow, AssignmentState};
use domain::audit::Verb;
use domain::live::Topic;
use domain::order_drafts::Receipts;
use domain::orders::{OrderDetail, OrderFilter};
use domain::pages::Page;
use domain::{AssignmentId, OrderId, Refusal};
use store::PgConnection;
use store::assignments::{Debtor, Part};
use store::audit::Entry;
use store::pages::Key;

use crate::assignments::may_delegate;
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// Rows of a tree that its page shows.
const SHOWN: usize = 200;

impl Engine {
    pub(super) async fn assignments_owed(
        &self,
        actor: &Actor,
        filter: OrderFilter,
    ) -> Result<Page<AssignmentRow>, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let debtor = if filter.mine {
            Debtor::Holder(actor.centre.id, actor.person)
        } else if filter.centre.is_empty() {
            Debtor::Centre(centre.id)
        } else {
            Debtor::Within(centre.path)
        };
        let after = Key::read(filter.after.as_deref())?;
        let mut page =
            store::assignments::owed(&mut tx, &debtor, filter.all, filter.lamp, now, after).await?;
        receive(&mut tx, actor, &mut page.rows, AssignmentState::Delivered, now).await?;
        tx.commit().await?;
        let Page { rows, next, total, more } = page;
        Ok(Page { rows: rows.into_iter().map(|part| part.row).collect(), next, total, more })
    }

    pub(super) async fn order_detail(&self, actor: &Actor, id: OrderId) -> Result<OrderDetail, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let order = store::orders::by_id(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        // An order that was passed down hangs under an assignment: its tree begins there.
        let below = match (&order.above, order.outline) {
            (None, _) => None,
            (Some(_), Some(outline)) => Some(outline),
            (Some(_), None) => store::assignments::outline_above(&mut tx, id).await?,
        };
        let mut tree = store::assignments::tree(&mut tx, order.root, below.as_deref(), now).await?;
        let seen = actor.scope.contains(&order.row.issuer.path)
            || tree.iter().any(|part| part.row.order == id && actor.scope.contains(&part.row.recipient.path));
        if !seen {
            return Err(Refusal::NotFound.into());
        }
        let received = receive(&mut tx, actor, &mut tree, AssignmentState::Read, now).await?;
        let row = if received {
            store::orders::by_id(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?.row
        } else {
            order.row
        };
        let mine = || tree.iter().filter(|part| part.row.recipient.id == actor.centre.id);
        let may_pass_down: Vec<_> =
            mine().filter(|part| may_pass_down(actor, part)).map(|part| part.row.id).collect();
        let may_redispatch: Vec<_> =
            tree.iter().filter(|part| may_redispatch(actor, part)).map(|part| part.row.id).collect();
        let may_delegate: Vec<_> =
            mine().filter(|part| may_delegate(actor, part)).map(|part| part.row.id).collect();
        let issues = actor.scope.contains(&row.issuer.path);
        let event = match order.event {
            Some(event) => store::events::rows(&mut tx, &[event], now).await?.pop(),
            None => None,
        };
        let until = event.as_ref().and_then(|event| event.closed_at).unwrap_or(now);
        let tree_size = i64::try_from(tree.len()).unwrap_or(i64::MAX);
        let may_urge = tree.iter().any(|part| may_urge(actor, part));
        let may_recall = issues
            && row.recalled_at.is_none()
            && actor.has(Right::RecallOrder).is_ok()
            && tree.iter().any(|part| part.row.order == id && !part.row.state.is_final());
        let mine: Vec<_> = mine().map(|part| part.row.id).collect();
        let mut timeline = store::audit::of_root(&mut tx, order.root).await?;
        timeline.reverse();
        // An order to every township is looked at page by page elsewhere; here stand its first rows and the reader's own.
        let mut place = 0;
        tree.retain(|part| {
            place += 1;
            place <= SHOWN || mine.contains(&part.row.id)
        });
        let detail = OrderDetail {
            note: order.note,
            issued_by: order.issued_by,
            plan: order.plan,
            parent: order.above.as_ref().and_then(|(_, order)| *order),
            progress: store::progress::of_tree(&mut tx, order.root, below.as_deref()).await?,
            series: match order.event {
                Some(event) => store::orders::series(&mut tx, event, until).await?,
                None => None,
            },

            colleagues: if may_delegate.is_empty() {
                Vec::new()
            } else {
                self.colleagues_of(&mut tx, actor).await?
            },
            may_delegate,
            below: if may_pass_down.is_empty() && may_redispatch.is_empty() {
                Vec::new()
            } else {
                store::centres::below(&mut tx, actor.centre.id).await?
            },
            receipts: Receipts {
                photo: tree.iter().any(|part| part.row.order == id && part.row.photo),
                ..order.receipts
            },
            files: store::orders::files(&mut tx, id).await?,
            revisions: store::orders::revisions(&mut tx, id).await?,
            cosigned_by: order.cosigned_by,
            corrected_at: order.corrected_at,
            may_correct: actor.centre.id == row.issuer.id
                && actor.has(Right::IssueOrder).is_ok()
                && row.recalled_at.is_none()
                && order.above.is_none(),
            tree_size,
            moves: tree.iter().flat_map(|part| moves(actor, part)).collect(),
            mine,
            may_pass_down,
            may_redispatch,
            may_recall,
            may_urge,
            tree: tree.into_iter().map(|part| part.row).collect(),
            row,
            event,
            timeline,
        };
        tx.commit().await?;
        Ok(detail)
    }
}

/// Whether the actor may pass a part of their own centre down.
fn may_pass_down(actor: &Actor, part: &Part) -> bool {
    actor.has(Right::PassDown).is_ok() && part.row.state.after(AssignmentMove::Progress).is_ok()
}

/// Whether the actor may give a part, or what is left of it, to another centre below its issuer.
fn may_redispatch(actor: &Actor, part: &Part) -> bool {
    let Some(step) = part.row.state.redispatched() else { return false };
    actor.has(Right::IssueOrder).is_ok()
        && actor.has(step.right()).is_ok()
        && actor.centre.id == part.row.issuer.id
}

/// Whether the actor may urge the part: of somebody below, and still owed.
pub(crate) fn may_urge(actor: &Actor, part: &Part) -> bool {
    actor.has(Right::Urge).is_ok()
        && part.row.state.is_owed()
        && part.row.recipient.id != actor.centre.id
        && actor.scope.contains(&part.row.recipient.path)
}

/// What the actor may do with a part by hand now.
fn moves(actor: &Actor, part: &Part) -> Vec<(AssignmentId, AssignmentMove)> {
    let may = |step: &&AssignmentMove| {
        let theirs = if step.is_issuers() {
            actor.scope.contains(&part.row.issuer.path)
        } else {
            actor.centre.id == part.row.recipient.id
        };
        let by_hand = !matches!(step, AssignmentMove::Deliver | AssignmentMove::Read);
        theirs && by_hand && actor.has(step.right()).is_ok() && part.row.state.after(**step).is_ok()
    };
    AssignmentMove::ALL.iter().filter(may).map(|step| (part.row.id, *step)).collect()
}

/// Marks the parts of the actor's own centre that are on the screen now; says whether there were any.
async fn receive(
    connection: &mut PgConnection,
    actor: &Actor,
    parts: &mut [Part],
    state: AssignmentState,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    let again = |part: &&Part| {
        state == AssignmentState::Read
            && part.row.read_at.is_none()
            && matches!(part.row.state, AssignmentState::Accepted | AssignmentState::Doing)
    };
    let (step, from): (_, &[AssignmentState]) = match state {
        AssignmentState::Read => {
            (AssignmentMove::Read, &[AssignmentState::Issued, AssignmentState::Delivered])
        }
        _ => (AssignmentMove::Deliver, &[AssignmentState::Issued]),
    };
    // A leader who looks over a shoulder has not received what the duty officer must do.
    if actor.has(step.right()).is_err() {
        return Ok(false);
    }
    let own = parts.iter().filter(|part| part.row.recipient.id == actor.centre.id);
    let ids: Vec<_> =
        own.filter(|part| from.contains(&part.row.state) || again(part)).map(|part| part.row.id).collect();
    if ids.is_empty() {
        return Ok(false);
    }
    let moved = store::assignments::received(&mut *connection, &ids, state, from, now).await?;
    let before: HashMap<_, _> = moved.into_iter().collect();
    let mut ledger = Ledger::default();
    for part in parts.iter_mut() {
        let Some(before) = before.get(&part.row.id) else { continue };
        // What is worked on and was corrected is read again where it stands.
        let state = if from.contains(before) { state } else { *before };
        let entry = Entry::by(actor, Verb::AssignmentMoved, now).on(
            "assignment",
            part.row.id.0,
            part.row.action.clone(),
        );
        let entry = entry.of_event(part.event).of_root(part.root);
        ledger.log(entry.moved(before.as_str(), state.as_str()));
        let told = [&part.row.issuer.path, &part.row.recipient.path];
        ledger.announce(Topic::Orders, part.row.order.0, told);
        part.row.state = state;
        part.row.delivered_at = part.row.delivered_at.or(Some(now));
        if step == AssignmentMove::Read {
            part.row.read_at = part.row.read_at.or(Some(now));
        }
    }
    ledger.write(connection).await?;
    Ok(true)
}
