//! How a case follows its orders: dispatched by the first, in handling once somebody signed, handed back when all is reported
//! done, verified when all is verified.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::events::{EventMove, EventState};
use domain::{EventId, Refusal};
use store::PgConnection;

use crate::Error;
use crate::ledger::Ledger;

/// Whether an order may be issued on a case in this state.
pub(crate) const fn may_be_ordered(state: EventState) -> bool {
    use EventState as S;
    matches!(state, S::Reported | S::Accepted | S::Registered | S::Returned | S::Dispatched | S::Handling)
}

/// Brings a case to where it may be dispatched and dispatches it: one click does what three would.
///
/// # Errors
/// `NotNow` when its state allows no order.
pub(crate) fn dispatch(from: EventState) -> Result<Vec<EventMove>, Refusal> {
    let (mut state, mut moves) = (from, Vec::new());
    loop {
        let step = match state {
            EventState::Dispatched | EventState::Handling => return Ok(moves),
            EventState::Reported => EventMove::Accept,
            EventState::Accepted => EventMove::Register,
            _ => EventMove::Dispatch,
        };
        state = state.after(step, None).map_err(|_| Refusal::not_now("event", from, EventMove::Dispatch))?;
        moves.push(step);
    }
}

/// Moves a case after what has just become of its orders. `signed` says that a recipient has just signed for one.
pub(crate) async fn follow_orders(
    connection: &mut PgConnection,
    actor: &Actor,
    id: EventId,
    signed: bool,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    let Some((mut state, before)) = store::events::locked(&mut *connection, id).await? else { return Ok(()) };
    let (mut standing, _) = store::events::standing(&mut *connection, id).await?;
    standing.started = signed;
    let mut moves = Vec::new();
    while let Some(step) = state.follows(standing) {
        state = state.after(step, before)?;
        moves.push(step);
    }
    if moves.is_empty() {
        return Ok(());
    }
    let case = store::events::case(&mut *connection, id, now).await?.ok_or(Refusal::NotFound)?;
    super::carry_out(connection, actor, &case, &moves, "", now, ledger).await?;
    Ok(())
}
