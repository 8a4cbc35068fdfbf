//! Moves of a case: by hand, and carried out for whoever decided them; with each its clocks.

use chrono::{DateTime, Duration, Utc};
use domain::actors::Actor;
use domain::approvals::{ApprovalKind, ApprovalState};
use domain::audit::Verb;
use domain::centres::{CentreTag, Tier};
use domain::events::{EventMove, EventState};
use domain::hand_offs::HandOffState;
use domain::live::Topic;
use domain::rates::{Passed, step_ended};
use domain::refusal::{optional_text, required_text};
use domain::{EventId, Overtaken, Refusal};
use store::PgConnection;
use store::audit::Entry;
use store::events::Case;

use super::{audience, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, approvals, centres, rates, reviews};

/// How long a page may have been looked at for its reader to be told who was faster.
const OVERTAKEN_WITHIN: Duration = Duration::minutes(15);

impl Engine {
    pub(super) async fn event_stepped(
        &self,
        actor: &Actor,
        id: EventId,
        step: EventMove,
        reason: &str,
    ) -> Result<EventState, Error> {
        actor.has(step.right())?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        store::events::locked(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        let case = seen(&mut tx, actor, id, now).await?;
        centres::within(actor, &case.row.centre)?;
        let reason = if step.needs_reason() {
            required_text("reason", reason, 500)?
        } else {
            optional_text("reason", reason, 500)?
        };
        let state = case.row.state;
        if !step.is_by_hand() {
            return Err(Refusal::not_now("event", state, step).into());
        }
        if let Err(refusal) = state.after(step, case.state_before) {
            return Err(overtaken(&mut tx, actor, &case, refusal, now).await);
        }
        if store::hand_offs::is_on_the_way(&mut tx, id).await? {
            HandOffState::Sent.lets(step)?;
        }
        if step == EventMove::Close {
            store::relations::kin(&mut tx, &case).await?.may_end()?;
        }
        if matches!(step, EventMove::Verify | EventMove::Close) {
            let (standing, _) = store::events::standing(&mut tx, id).await?;
            let open = standing.parts - standing.approved;
            if open > 0 {
                return Err(Refusal::PartsOpen { count: u32::try_from(open).unwrap_or(u32::MAX) }.into());
            }
        }
        belongs(&mut tx, actor, &case, step).await?;
        let mut ledger = Ledger::default();
        let next = carry_out(&mut tx, actor, &case, &[step], &reason, now, &mut ledger).await?;
        if next == EventState::Closed {
            reviews::open_by_rule(&mut tx, actor, &case.row, now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(next)
    }
}

/// Moves by hand that the actor, in whose scope the case lies, may make now.
pub(super) async fn offered(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
) -> Result<Vec<EventMove>, Error> {
    let mut offered = Vec::new();
    if store::hand_offs::is_on_the_way(&mut *connection, case.row.id).await? {
        return Ok(offered);
    }
    for step in case.row.state.moves().filter(|step| step.is_by_hand() && actor.has(step.right()).is_ok()) {
        match belongs(&mut *connection, actor, case, step).await {
            Ok(()) => offered.push(step),
            Err(Error::Refused(_)) => {}
            Err(broken) => return Err(broken),
        }
    }
    Ok(offered)
}

/// Whether a move is the actor's to make: closing is the commanding centre's; return, suspension and voiding belong to the
/// centre that would be asked for them, or one above it; and no return undoes what an arbiter decided.
async fn belongs(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    step: EventMove,
) -> Result<(), Error> {
    if step == EventMove::Close {
        return Ok(centres::own(actor, &commander(connection, case).await?)?);
    }
    let Some(kind) = ApprovalKind::of(step) else { return Ok(()) };
    approvals::unsettled(&mut *connection, case.row.id, kind).await?;
    let decider = decider(connection, case).await?;
    if actor.centre.path.contains(&decider.path) {
        Ok(())
    } else {
        Err(Refusal::BelongsTo { centre: centres::spoken(&decider) }.into())
    }
}

/// Who moved a case so that a move is not possible any more, if somebody else just did; otherwise the refusal as it is.
pub(crate) async fn overtaken(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    refusal: Refusal,
    now: DateTime<Utc>,
) -> Error {
    let Refusal::NotNow { noun, state, wanted } = refusal else { return refusal.into() };
    match store::relations::last_moved(connection, case.row.id, now - OVERTAKEN_WITHIN).await {
        Ok(Some((person, who, centre, at))) if person != actor.person => {
            let overtaken = Overtaken { noun, state, wanted, who, centre, at };
            Refusal::Overtaken(Box::new(overtaken)).into()
        }
        Ok(_) => Refusal::NotNow { noun, state, wanted }.into(),
        Err(broken) => broken.into(),
    }
}

/// Keeps moves of a case that follow one another, each with its line in the log, and its clocks; tells whoever sees it. What
/// was asked for and no longer fits is withdrawn. Gives its state.
pub(crate) async fn carry_out(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    moves: &[EventMove],
    reason: &str,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<EventState, Error> {
    let id = case.row.id;
    ledger.announce(Topic::Events, id.0, audience(case));
    if moves.is_empty() {
        return Ok(case.row.state);
    }
    let from = case.clocks.started_at.min(now);
    let calendar = store::calendar::since(&mut *connection, from).await?;
    let (mut state, mut before, mut clocks) = (case.row.state, case.state_before, case.clocks);
    let (mut ended, mut passed) = (Vec::new(), Passed::default());
    for step in moves {
        let next = state.after(*step, before)?;
        ended.extend(step_ended(*step, &clocks, now, &case.limits, &calendar));
        passed.take(*step);
        clocks = clocks.moved(state, next, now, &case.limits, &calendar);
        before = next.rests().then_some(state);
        let entry = Entry::by(actor, verb(*step), now).on("event", id.0, case.row.title.clone());
        ledger.log(entry.of_event(id).moved(state.as_str(), next.as_str()).noted(reason));
        state = next;
    }
    store::events::moved(&mut *connection, id, (state, before), case.merged_into, &clocks, now).await?;
    let closed = (state == EventState::Closed).then_some(clocks);
    rates::count(&mut *connection, actor, case, &ended, passed, closed, now).await?;
    lapse(connection, actor, id, &ApprovalKind::lapsing(state), now, ledger).await?;
    Ok(state)
}

/// How the log names a move.
const fn verb(step: EventMove) -> Verb {
    match step {
        EventMove::PushUp => Verb::EventPushedUp,
        EventMove::PushDown => Verb::EventPushedDown,
        _ => Verb::EventMoved,
    }
}

/// Withdraws what was asked for a case, of some kinds.
async fn lapse(
    connection: &mut PgConnection,
    actor: &Actor,
    id: EventId,
    kinds: &[ApprovalKind],
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    for (approval, kind) in store::approvals::withdrawn(connection, id, actor.person, now, kinds).await? {
        let entry =
            Entry::by(actor, Verb::ApprovalMoved, now).on("approval", approval.0, approvals::named(kind));
        let (asked, withdrawn) = (ApprovalState::Asked, ApprovalState::Withdrawn);
        ledger.log(entry.of_event(id).moved(asked.as_str(), withdrawn.as_str()));
    }
    Ok(())
}

/// Withdraws whatever people asked for a case: it goes to another centre, and another one decides there.
pub(crate) async fn lapse_all(
    connection: &mut PgConnection,
    actor: &Actor,
    id: EventId,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    let asked: Vec<_> = ApprovalKind::ALL.iter().copied().filter(|kind| kind.is_asked()).collect();
    lapse(connection, actor, id, &asked, now, ledger).await
}

/// The centre that decides what is asked for a case: whose order commands it from above, or else the one above the
/// responsible centre. The city, which has none above, decides on its own cases.
pub(crate) async fn decider(connection: &mut PgConnection, case: &Case) -> Result<CentreTag, Error> {
    let own = &case.row.centre;
    let (_, ordered) = store::events::standing(&mut *connection, case.row.id).await?;
    if let Some(id) = ordered {
        let ordering = store::centres::by_id(&mut *connection, id).await?.ok_or(Refusal::NotFound)?;
        if ordering.id != own.id && ordering.path.contains(&own.path) {
            return Ok(ordering);
        }
    }
    above(connection, own).await
}

/// The centre above; the city stands above itself.
pub(crate) async fn above(connection: &mut PgConnection, centre: &CentreTag) -> Result<CentreTag, Error> {
    let Some(path) = centre.path.parent() else { return Ok(centre.clone()) };
    Ok(store::centres::by_path(connection, &path).await?.ok_or(Refusal::NotFound)?)
}

/// The centre that commands a case and so closes it: whose order came first; the responsible one if nobody ordered, or
/// above a township its district, because townships close nothing.
async fn commander(connection: &mut PgConnection, case: &Case) -> Result<CentreTag, Error> {
    let (_, ordered) = store::events::standing(&mut *connection, case.row.id).await?;
    let mut commander = match ordered {
        Some(id) => store::centres::by_id(&mut *connection, id).await?.ok_or(Refusal::NotFound)?,
        None => case.row.centre.clone(),
    };
    if !matches!(commander.tier, Tier::City | Tier::District) {
        let district = commander.path.district();
        commander = store::centres::by_path(connection, &district).await?.ok_or(Refusal::NotFound)?;
    }
    Ok(commander)
}
