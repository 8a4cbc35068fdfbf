//! Assignments: signed for, worked on, passed down, reported, verified, sent back, urged.

mod delegating;
mod pass_down;
mod progress;
mod redispatch;

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::assignments::{AssignmentMove, AssignmentState, Supervision};
use domain::audit::Verb;
use domain::live::Topic;
use domain::refusal::{optional_text, required_text};
use domain::{AssignmentId, OrderId, Refusal, Remedy};
use store::PgConnection;
use store::assignments::Part;
use store::audit::Entry;
use store::orders::Recalled;

pub(crate) use delegating::may_delegate;

use crate::events::follow_orders;
use crate::ledger::Ledger;
use crate::orders::may_urge;
use crate::reviews::settle_improvements;
use crate::supervision::ask_explanations;
use crate::{Engine, Error, centres};

impl Engine {
    pub(crate) async fn assignment_stepped(
        &self,
        actor: &Actor,
        id: AssignmentId,
        step: AssignmentMove,
        reason: &str,
    ) -> Result<AssignmentState, Error> {
        use AssignmentMove as M;
        actor.has(step.right())?;
        if matches!(step, M::Deliver | M::Read | M::Progress) {
            // These follow from what is shown and what is reported.
            return Err(Refusal::unknown("step", step.as_str()).into());
        }
        let now = self.now();
        let reason = if step.needs_reason() {
            required_text("reason", reason, 500)?
        } else {
            optional_text("reason", reason, 500)?
        };
        let mut tx = self.db.people(actor).await?;
        // Whoever signs for a part holds it, unless they leave their post at this moment. Posts are held before trees.
        let holder =
            if step == M::Accept && store::posts::still_held(&mut tx, actor.post, actor.person).await? {
                Some((actor.person, actor.post))
            } else {
                None
            };
        let part = held(&mut tx, id, now).await?;
        if step.is_issuers() {
            centres::within(actor, &part.row.issuer)?;
        } else {
            centres::own(actor, &part.row.recipient)?;
        }
        let state = part.row.state.after(step)?;
        let mut ledger = Ledger::default();
        match step {
            M::Finish => may_finish(&mut tx, &part).await?,
            M::SendBack => nothing_open_below(&mut tx, &part).await?,
            M::Recall => recall_below(&mut tx, &part, now, &reason, &mut ledger).await?,
            _ => {}
        }
        store::assignments::moved(&mut tx, &[id], step, state, now, &reason, None).await?;
        match step {
            M::Accept => store::assignments::hold(&mut tx, id, holder).await?,
            // What is issued anew lies with the centre as a whole again.
            M::Reissue => store::assignments::hold(&mut tx, id, None).await?,
            _ => {}
        }
        follow(&mut tx, actor, &part, step, now, &mut ledger).await?;
        ledger.log(about(actor, &part, Verb::AssignmentMoved, now, state).noted(reason));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }

    pub(crate) async fn assignment_urged(
        &self,
        actor: &Actor,
        id: AssignmentId,
        note: &str,
    ) -> Result<Supervision, Error> {
        actor.has(Right::Urge)?;
        let (now, note) = (self.now(), optional_text("note", note, 500)?);
        let mut tx = self.db.people(actor).await?;
        let part = held(&mut tx, id, now).await?;
        may_be_urged(actor, &part)?;
        let (before, after) = (part.row.supervision, part.row.supervision.raised());
        store::assignments::supervised(&mut tx, id, after).await?;
        let mut ledger = Ledger::default();
        let entry = about(actor, &part, Verb::Supervised, now, part.row.state);
        ledger.log(entry.moved(before.as_str(), after.as_str()).noted(note));
        announce(&part, &mut ledger);
        if after == Supervision::Red {
            ask_explanations(&mut tx, Some(&[id]), now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(after)
    }
}

/// Says why the actor may not press a part, if they may not.
pub(crate) fn may_be_urged(actor: &Actor, part: &Part) -> Result<(), Refusal> {
    if may_urge(actor, part) {
        return Ok(());
    }
    centres::within(actor, &part.row.recipient)?;
    if !part.row.state.is_owed() {
        return Err(Refusal::not_now("assignment", part.row.state, Right::Urge));
    }
    // One does not urge oneself: who gave the order does.
    Err(Refusal::BelongsTo { centre: centres::spoken(&part.row.issuer) })
}

/// The part, with its whole tree held until the transaction ends.
pub(crate) async fn held(
    connection: &mut PgConnection,
    id: AssignmentId,
    now: DateTime<Utc>,
) -> Result<Part, Error> {
    let part = store::assignments::by_id(&mut *connection, id, now).await?.ok_or(Refusal::NotFound)?;
    store::orders::lock_tree(&mut *connection, part.root).await?;
    // Somebody may have moved it while we waited.
    Ok(store::assignments::by_id(connection, id, now).await?.ok_or(Refusal::NotFound)?)
}

/// A line in the log about a part.
pub(crate) fn about(
    actor: &Actor,
    part: &Part,
    verb: Verb,
    now: DateTime<Utc>,
    state: AssignmentState,
) -> Entry {
    Entry::by(actor, verb, now)
        .on("assignment", part.row.id.0, part.row.action.clone())
        .of_event(part.event)
        .of_root(part.root)
        .moved(part.row.state.as_str(), state.as_str())
}

pub(crate) fn announce(part: &Part, ledger: &mut Ledger) {
    let told = [&part.row.issuer.path, &part.row.recipient.path];
    ledger.announce(Topic::Orders, part.row.order.0, told);
    if part.root != part.row.order {
        ledger.announce(Topic::Orders, part.root.0, told);
    }
}

/// What follows from a move of a part: its order may be over, its case may go on.
async fn follow(
    connection: &mut PgConnection,
    actor: &Actor,
    part: &Part,
    step: AssignmentMove,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    if step.is_issuers() {
        store::orders::settle(&mut *connection, part.row.order, now).await?;
        settle_improvements(&mut *connection, actor, part.row.order, now, ledger).await?;
    }
    // Parts of an order that was passed down move the assignment above, by hand; only the first order's move the case.
    if let Some(event) = part.event.filter(|_| part.parent.is_none()) {
        let signed = step == AssignmentMove::Accept;
        follow_orders(connection, actor, event, signed, now, ledger).await?;
    }
    announce(part, ledger);
    Ok(())
}

/// A part is done when what was passed down from it is, and when all that must come back has come.
async fn may_finish(connection: &mut PgConnection, part: &Part) -> Result<(), Error> {
    nothing_open_below(&mut *connection, part).await?;
    let came = store::assignments::came_back(connection, part.row.id).await?;
    let asked = [
        ("photos", came.photo),
        ("number", came.number),
        ("files", came.file),
        ("signature", came.signature),
        ("note", came.words),
    ];
    match asked.into_iter().find(|(_, came)| !came) {
        Some((field, _)) => Err(Refusal::field(field, Remedy::Required).into()),
        None => Ok(()),
    }
}

async fn nothing_open_below(connection: &mut PgConnection, part: &Part) -> Result<(), Error> {
    let (_, open) = store::assignments::passed_down(connection, part.row.id).await?;
    if open == 0 {
        return Ok(());
    }
    Err(Refusal::PartsOpen { count: u32::try_from(open).unwrap_or(u32::MAX) }.into())
}

/// Takes back everything that was passed down from a part.
async fn recall_below(
    connection: &mut PgConnection,
    part: &Part,
    now: DateTime<Utc>,
    reason: &str,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    let orders = store::orders::recall(&mut *connection, Recalled::Below(part.row.id), now).await?;
    recall_parts(connection, &orders, now, reason, ledger).await
}

/// Takes back what is not final among the parts of orders that were recalled.
pub(crate) async fn recall_parts(
    connection: &mut PgConnection,
    orders: &[OrderId],
    now: DateTime<Utc>,
    reason: &str,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    let parts = store::assignments::of_orders(&mut *connection, orders, now).await?;
    let open = parts.iter().filter(|part| !part.row.state.is_final());
    let ids: Vec<_> = open.map(|part| part.row.id).collect();
    let (step, state) = (AssignmentMove::Recall, AssignmentState::Recalled);
    store::assignments::moved(connection, &ids, step, state, now, reason, None).await?;
    for part in &parts {
        announce(part, ledger);
    }
    Ok(())
}
