//! Merging, and taking apart.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::events::{EventMove, EventState};
use domain::live::Topic;
use domain::refusal::required_text;
use domain::{EventId, Refusal};
use store::PgConnection;
use store::events::Case;

use super::{line, named, two};
use crate::events::{audience, carry_out, overtaken, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn event_merged(
        &self,
        actor: &Actor,
        id: EventId,
        into: &str,
        reason: &str,
    ) -> Result<(), Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let (case, into) = two(&mut tx, actor, id, ("into", into), now).await?;
        let reason = required_text("reason", reason, 500)?;
        let mut ledger = Ledger::default();
        merged(&mut tx, actor, case, &into, &reason, now, &mut ledger).await?;
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(super) async fn event_unmerged(
        &self,
        actor: &Actor,
        id: EventId,
        reason: &str,
    ) -> Result<EventState, Error> {
        actor.has(Right::HandleEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let before = seen(&mut tx, actor, id, now).await?;
        store::relations::lock(&mut tx, &[id]).await?;
        let mut case = seen(&mut tx, actor, id, now).await?;
        if case.parent != before.parent {
            // The lock holds the case above that it had.
            return Err(Refusal::Conflict.into());
        }
        centres::within(actor, &case.row.centre)?;
        let reason = required_text("reason", reason, 500)?;
        let above = store::relations::parent_state(&mut tx, id).await?;
        if let Err(refusal) = store::relations::kin(&mut tx, &case).await?.may_unmerge(above) {
            return Err(overtaken(&mut tx, actor, &case, refusal, now).await);
        }
        let mut ledger = Ledger::default();
        let mut note = reason.clone();
        // Whoever takes it apart may not see where it went: the line there is then left to those who do.
        let from = match case.merged_into.take() {
            Some(from) => store::events::case(&mut tx, from, now).await?,
            None => None,
        };
        if let Some(from) = &from {
            note = named("←", from, &reason);
            ledger.log(line(actor, Verb::EventGaveBack, from, named("→", &case, &reason), now));
            ledger.announce(Topic::Events, from.row.id.0, audience(from));
        }
        let state = carry_out(&mut tx, actor, &case, &[EventMove::Unmerge], &note, now, &mut ledger).await?;
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }
}

/// Merges a case into another, both of them locked.
pub(super) async fn merged(
    connection: &mut PgConnection,
    actor: &Actor,
    mut case: Case,
    into: &Case,
    reason: &str,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    let kin = store::relations::kin(&mut *connection, &case).await?;
    let target = store::relations::kin(&mut *connection, into).await?;
    if let Err(refusal) = kin.may_merge(&target) {
        return Err(overtaken(connection, actor, &case, refusal, now).await);
    }
    no_open_orders(&mut *connection, &case).await?;
    case.merged_into = Some(into.row.id);
    let note = named("→", into, reason);
    carry_out(connection, actor, &case, &[EventMove::Merge], &note, now, ledger).await?;
    ledger.log(line(actor, Verb::EventTookIn, into, named("←", &case, reason), now));
    ledger.announce(Topic::Events, into.row.id.0, audience(into));
    Ok(())
}

/// Orders bind those who hold them: the centre that commands recalls or verifies them before the case goes.
async fn no_open_orders(connection: &mut PgConnection, case: &Case) -> Result<(), Error> {
    let (standing, commander) = store::events::standing(&mut *connection, case.row.id).await?;
    let Ok(count) = u32::try_from(standing.parts - standing.approved) else { return Ok(()) };
    if count == 0 {
        return Ok(());
    }
    let centre = match commander {
        Some(id) => store::centres::by_id(connection, id).await?,
        None => None,
    };
    let centre = centres::spoken(centre.as_ref().unwrap_or(&case.row.centre));
    Err(Refusal::OrdersOpen { count, centre }.into())
}
