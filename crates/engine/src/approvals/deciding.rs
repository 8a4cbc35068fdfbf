//! Decisions on requests, and what follows from them in the same transaction.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::approvals::{ApprovalKind, ApprovalMove, ApprovalRow, ApprovalState, Decision};
use domain::audit::Verb;
use domain::centres::CentreTag;
use domain::live::Topic;
use domain::refusal::{optional_text, required_text};
use domain::{ApprovalId, Refusal, Remedy};
use store::PgConnection;
use store::approvals::Outcome;
use store::audit::Entry;
use store::events::Case;

use super::{arbitrated, entitled, named};
use crate::events::{audience, carry_out as moved, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn approval_decided(
        &self,
        actor: &Actor,
        id: ApprovalId,
        decision: Decision,
    ) -> Result<ApprovalState, Error> {
        let right = match decision.step {
            ApprovalMove::Withdraw => Right::HandleEvent,
            ApprovalMove::Grant | ApprovalMove::Refuse => Right::DecideApproval,
        };
        actor.has(right)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let asked = store::approvals::one(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        // The case's lock is the requests' too: read again what was decided while it was waited for.
        store::events::locked(&mut tx, asked.event).await?.ok_or(Refusal::NotFound)?;
        let asked = store::approvals::one(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        let case = seen(&mut tx, actor, asked.event, now).await?;
        entitled(actor, &asked, decision.step)?;
        let mut ledger = Ledger::default();
        let state = carry_out(&mut tx, actor, &case, &asked, decision, now, &mut ledger).await?;
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }
}

/// Keeps a decision and does what it brings: a grant moves the case or its clocks, a second refusal calls the arbiter.
pub(super) async fn carry_out(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    asked: &ApprovalRow,
    decision: Decision,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<ApprovalState, Error> {
    let Decision { step, reason, taker } = decision;
    let state = asked.state.after(step, asked.kind)?;
    let reason = if step.needs_reason(asked.kind) {
        required_text("reason", &reason, 500)?
    } else {
        optional_text("reason", &reason, 500)?
    };
    let arbitrates = asked.kind == ApprovalKind::Arbitration;
    let taker = if arbitrates { Some(chosen(&mut *connection, actor, case, &taker).await?) } else { None };
    let note = match &taker {
        Some(taker) => [&centres::spoken(taker), " · ", &reason].concat(),
        None => reason.clone(),
    };
    let entry = Entry::by(actor, Verb::ApprovalMoved, now).on("approval", asked.id.0, named(asked.kind));
    ledger.log(entry.of_event(case.row.id).moved(asked.state.as_str(), state.as_str()).noted(note));
    ledger.announce(Topic::Events, case.row.id.0, audience(case).chain([&asked.decider.path]));
    let outcome = Outcome {
        state,
        by: actor.person,
        at: now,
        answer: reason,
        taker: taker.as_ref().map(|centre| centre.id),
    };
    store::approvals::decided(&mut *connection, asked.id, &outcome).await?;
    match (state, taker) {
        (ApprovalState::Granted, Some(taker)) => {
            given(connection, actor, case, &taker, now, ledger).await?;
        }
        (ApprovalState::Granted, None) => granted(connection, actor, case, asked, now, ledger).await?,
        (ApprovalState::Refused, _) => {
            let refused = store::approvals::refused(&mut *connection, case.row.id, asked.kind).await?;
            if asked.kind.needs_arbiter(refused) {
                arbitrated(connection, actor, case, &asked.decider, now, ledger).await?;
            }
        }
        _ => {}
    }
    Ok(state)
}

/// Does what was asked for.
async fn granted(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    asked: &ApprovalRow,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    asked.kind.fits(case.row.state)?;
    if let Some(step) = asked.kind.step() {
        moved(connection, actor, case, &[step], &asked.reason, now, ledger).await?;
        return Ok(());
    }
    let calendar = store::calendar::since(&mut *connection, case.clocks.started_at).await?;
    let clocks = case.clocks.extended(asked.minutes.unwrap_or_default(), &case.limits, &calendar);
    let (id, state) = (case.row.id, case.row.state);
    store::events::moved(connection, id, (state, case.state_before), case.merged_into, &clocks, now).await?;
    Ok(())
}

/// Gives the case to the centre that must take it: it stands before its dispatch again there, or goes on where it was.
async fn given(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    taker: &CentreTag,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    if taker.id == case.row.centre.id {
        return Ok(());
    }
    let back = ApprovalKind::Arbitration.step().filter(|step| case.row.state.after(*step, None).is_ok());
    moved(&mut *connection, actor, case, back.as_slice(), "", now, ledger).await?;
    store::events::reassigned(connection, case.row.id, taker.id).await?;
    ledger.announce(Topic::Events, case.row.id.0, [&taker.path]);
    Ok(())
}

/// Centres that an arbiter may give a case to: those of the tier that the responsibility list names; of townships, those of
/// the case's district.
pub(super) async fn takers(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
) -> Result<Vec<CentreTag>, Error> {
    use domain::centres::Tier;
    let (tier, _) = &case.responsible;
    let within =
        if *tier == Tier::Township { case.row.centre.path.district() } else { actor.centre.path.clone() };
    Ok(store::approvals::takers(connection, *tier, &within).await?)
}

async fn chosen(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    code: &str,
) -> Result<CentreTag, Error> {
    let code = required_text("taker", code, 40).map_err(|_| Refusal::field("taker", Remedy::Required))?;
    let mut takers = takers(connection, actor, case).await?.into_iter();
    Ok(takers.find(|centre| centre.code == code).ok_or_else(|| Refusal::unknown("taker", code))?)
}
