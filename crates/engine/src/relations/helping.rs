//! Centres that help with a case: named by the centre above, or by the lead with that centre's consent.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::{CentrePath, CentreTag};
use domain::live::Topic;
use domain::refusal::{optional_text, required_text};
use domain::relations::{Helper, HelperMove, HelperState, NewHelper, above_both, may_help};
use domain::{EventId, Refusal, Remedy};
use store::PgConnection;
use store::event_helpers::Named;
use store::events::Case;

use super::line;
use crate::events::{audience, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn helper_named(
        &self,
        actor: &Actor,
        id: EventId,
        new: &NewHelper,
    ) -> Result<HelperState, Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = opened(&mut tx, actor, id, now).await?;
        let (lead, code) = (&case.row.centre, required_text("centre", &new.centre, 40)?);
        let task = optional_text("task", &new.task, 500)?;
        let helper = store::centres::by_code(&mut tx, &code).await?;
        let helper = helper.ok_or_else(|| Refusal::unknown("centre", code.clone()))?;
        may_help(lead, &helper)?;
        let decider = above(&mut tx, &lead.path, &helper.path).await?;
        let state = if actor.centre.path.contains(&decider.path) {
            HelperState::Helping
        } else if actor.centre.id == lead.id {
            HelperState::Asked
        } else {
            return Err(Refusal::BelongsTo { centre: centres::spoken(&decider) }.into());
        };
        let named = Named {
            event: id,
            centre: helper.id,
            state,
            task: &task,
            by: actor.person,
            at: now,
            decider: decider.id,
        };
        if !store::event_helpers::name(&mut tx, &named).await? {
            return Err(Refusal::field("centre", Remedy::Taken { given: code }).into());
        }
        let mut ledger = Ledger::default();
        ledger.log(said(actor, Verb::HelperNamed, &case, &helper, (None, state), &task, now));
        told(tx, &case, &helper, &decider, state, ledger).await?;
        Ok(state)
    }

    pub(super) async fn helper_stepped(
        &self,
        actor: &Actor,
        id: EventId,
        centre: &str,
        step: HelperMove,
        reason: &str,
    ) -> Result<HelperState, Error> {
        actor.has(right(step))?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = opened(&mut tx, actor, id, now).await?;
        let helper = named(&mut tx, id, centre).await?;
        entitled(actor, &case, &helper, step)?;
        let state = helper.state.after(step)?;
        let reason = if step.needs_reason() {
            required_text("reason", reason, 500)?
        } else {
            optional_text("reason", reason, 500)?
        };
        store::event_helpers::moved(&mut tx, id, helper.centre.id, state, &reason, now).await?;
        let mut ledger = Ledger::default();
        let states = (Some(helper.state), state);
        ledger.log(said(actor, Verb::HelperMoved, &case, &helper.centre, states, &reason, now));
        told(tx, &case, &helper.centre, &helper.decider, state, ledger).await?;
        Ok(state)
    }

    pub(super) async fn lead_given(
        &self,
        actor: &Actor,
        id: EventId,
        centre: &str,
        reason: &str,
    ) -> Result<(), Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = opened(&mut tx, actor, id, now).await?;
        let helper = named(&mut tx, id, centre).await?;
        may_lead(actor, &case, &helper)?;
        let reason = required_text("reason", reason, 500)?;
        let (before, lead) = (&case.row.centre, &helper.centre);
        let decider = above(&mut tx, &before.path, &lead.path).await?;
        store::events::reassigned(&mut tx, id, lead.id).await?;
        let centres = (lead.id, before.id);
        store::event_helpers::swap(&mut tx, id, centres, actor.person, now, decider.id).await?;
        let note = [&centres::spoken(before), " → ", &centres::spoken(lead), " · ", &reason].concat();
        let mut ledger = Ledger::default();
        ledger.log(line(actor, Verb::LeadChanged, &case, note, now));
        ledger.announce(Topic::Events, id.0, audience(&case).chain([&lead.path]));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// The case, locked, if it is open: nobody helps with what is over.
async fn opened(
    connection: &mut PgConnection,
    actor: &Actor,
    id: EventId,
    now: DateTime<Utc>,
) -> Result<Case, Error> {
    store::events::locked(&mut *connection, id).await?.ok_or(Refusal::NotFound)?;
    let case = seen(connection, actor, id, now).await?;
    if case.row.state.is_open() {
        Ok(case)
    } else {
        Err(Refusal::not_now("event", case.row.state, "help").into())
    }
}

/// The helping centre of a code.
async fn named(connection: &mut PgConnection, id: EventId, code: &str) -> Result<Helper, Error> {
    let mut helpers = store::event_helpers::of_event(connection, id).await?.into_iter();
    Ok(helpers.find(|helper| helper.centre.code == code).ok_or_else(|| Refusal::unknown("centre", code))?)
}

/// The lowest centre above two.
async fn above(
    connection: &mut PgConnection,
    one: &CentrePath,
    other: &CentrePath,
) -> Result<CentreTag, Error> {
    let path = above_both(one, other).ok_or(Refusal::NotFound)?;
    Ok(store::centres::by_path(connection, &path).await?.ok_or(Refusal::NotFound)?)
}

/// The right that a move of a helping centre's part needs.
const fn right(step: HelperMove) -> Right {
    match step {
        HelperMove::Consent | HelperMove::Refuse => Right::DecideApproval,
        HelperMove::Finish => Right::WorkOrder,
        HelperMove::Resume | HelperMove::Release => Right::HandleEvent,
    }
}

/// Whether a move is the actor's to make.
fn entitled(actor: &Actor, case: &Case, helper: &Helper, step: HelperMove) -> Result<(), Refusal> {
    let decides = match step {
        HelperMove::Finish => return centres::own(actor, &helper.centre),
        HelperMove::Consent | HelperMove::Refuse => &helper.decider,
        HelperMove::Resume | HelperMove::Release => &case.row.centre,
    };
    if actor.centre.path.contains(&decides.path) {
        Ok(())
    } else {
        Err(Refusal::BelongsTo { centre: centres::spoken(decides) })
    }
}

/// Whether the actor may give the lead to a helping centre: the centre above both does.
pub(super) fn may_lead(actor: &Actor, case: &Case, helper: &Helper) -> Result<(), Refusal> {
    if !helper.state.takes_part() {
        return Err(Refusal::unknown("centre", helper.centre.code.clone()));
    }
    let above = above_both(&case.row.centre.path, &helper.centre.path);
    if above.is_some_and(|above| actor.centre.path.contains(&above)) {
        Ok(())
    } else {
        Err(Refusal::BelongsTo { centre: centres::spoken(&helper.decider) })
    }
}

/// The helping centres as the actor sees them, each with what they may do.
pub(super) async fn shown(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
) -> Result<Vec<Helper>, Error> {
    let mut helpers = store::event_helpers::of_event(connection, case.row.id).await?;
    if case.row.state.is_open() {
        for helper in &mut helpers {
            let may = |step: &HelperMove| {
                helper.state.after(*step).is_ok()
                    && actor.has(right(*step)).is_ok()
                    && entitled(actor, case, helper, *step).is_ok()
            };
            helper.moves = HelperMove::ALL.iter().copied().filter(may).collect();
        }
    }
    Ok(helpers)
}

/// Centres that the actor may name: in their scope, and for the lead itself in the whole city, because it only asks.
pub(super) async fn candidates(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
) -> Result<Vec<CentreTag>, Error> {
    let lead = &case.row.centre;
    let mut within = actor.scope.clone();
    while let Some(above) = within.parent().filter(|_| actor.centre.id == lead.id) {
        within = above;
    }
    Ok(store::event_helpers::candidates(connection, lead.id, &within).await?)
}

/// A line about a helping centre.
fn said(
    actor: &Actor,
    verb: Verb,
    case: &Case,
    helper: &CentreTag,
    (before, after): (Option<HelperState>, HelperState),
    words: &str,
    now: DateTime<Utc>,
) -> store::audit::Entry {
    let mut note = centres::spoken(helper);
    if !words.is_empty() {
        note = [&note, " · ", words].concat();
    }
    line(actor, verb, case, note, now).moved(before.map_or("", HelperState::as_str), after.as_str())
}

/// Lets a centre that takes part see the case, tells everybody, and ends.
async fn told(
    mut tx: store::db::Tx,
    case: &Case,
    helper: &CentreTag,
    decider: &CentreTag,
    state: HelperState,
    mut ledger: Ledger,
) -> Result<(), Error> {
    let mut paths = vec![&decider.path];
    if state.takes_part() {
        store::events::shared(&mut tx, case.row.id, &[&helper.path]).await?;
        paths.push(&helper.path);
    }
    ledger.announce(Topic::Events, case.row.id.0, audience(case).chain(paths));
    ledger.write(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}
