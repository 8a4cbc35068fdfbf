//! Answers a panel puts together from more than one desk.

use domain::Fault;
use domain::actors::{Actor, Right};
use domain::assignments::AssignmentRow;
use domain::centres::Tier;
use domain::orders::OrderFilter;
use domain::pages::Page;

use super::api::Worst;
use crate::asking::Desks;
use crate::orders::asked::confirmation_of;

/// Warnings the front shows.
pub(super) const WARNINGS: u8 = 5;
/// Events the front shows.
pub(super) const EVENTS: u8 = 4;
/// Orders the front shows.
pub(super) const ORDERS: u8 = 3;

/// The worst open warning; among those of one level, first what nobody has ordered anything about.
pub(super) async fn worst(desks: &Desks, actor: &Actor, centre: String) -> Result<Option<Worst>, Fault> {
    let rows = desks.cockpit.front_warnings(actor, centre, WARNINGS).await?;
    let Some(level) = rows.iter().map(|row| row.level).max() else { return Ok(None) };
    let of_level = || rows.iter().filter(|row| row.level == level);
    let waiting = of_level().find(|row| !row.ordered && row.event.is_some());
    let Some(row) = waiting.or_else(|| of_level().next()).cloned() else { return Ok(None) };
    let order = match row.event {
        Some(event) if !row.ordered && actor.role.has(Right::IssueOrder) => {
            // The card stands without a button when no plan fits; the event's page says why.
            confirmation_of(desks, actor, event, None).await.ok()
        }
        _ => None,
    };
    Ok(Some(Worst { row, order }))
}

/// What a township's own people owe.
pub(super) async fn owed(
    desks: &Desks,
    actor: &Actor,
    centre: String,
) -> Result<Option<Page<AssignmentRow>>, Fault> {
    let own =
        actor.centre.code == centre && actor.tier() == Tier::Township && actor.role.has(Right::WorkOrder);
    if !own {
        return Ok(None);
    }
    desks.orders.owed(actor, OrderFilter { centre, ..OrderFilter::default() }).await.map(Some)
}
