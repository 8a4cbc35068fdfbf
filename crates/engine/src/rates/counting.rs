//! A case counts in the same transaction as the move that makes it count.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::centres::Tier;
use domain::clocks::Clocks;
use domain::rates::{Course, Fact, Passed, Timing, shares};
use store::PgConnection;
use store::events::Case;

use crate::Error;

/// Counts what moves have ended: each step by whoever ended it, the whole case once it is closed.
pub(crate) async fn count(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &Case,
    ended: &[Fact],
    more: Passed,
    closed: Option<Clocks>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let id = case.row.id;
    let steps: Vec<_> = ended.iter().flat_map(shares).collect();
    if !steps.is_empty() {
        store::rates::note(&mut *connection, id, now, Some((actor.post, actor.person)), &steps).await?;
    }
    if more == Passed::default() && closed.is_none() {
        return Ok(());
    }
    let (passed, extensions) = store::rates::passed(&mut *connection, id, more).await?;
    let Some(clocks) = closed else { return Ok(()) };
    let course = Course {
        closing: Timing { at: now, due: clocks.due_at },
        dispatches: passed.dispatches.into(),
        returns: passed.returns.into(),
        hand_backs: passed.hand_backs.into(),
        reworks: passed.reworks.into(),
        extensions,
        solved_at: solved_at(&mut *connection, case).await?,
    };
    store::rates::note(connection, id, now, None, &shares(&Fact::Closed(course))).await?;
    Ok(())
}

/// The highest tier that took part: the responsible centre's, that of whoever ordered from above, or one that the case was
/// handed up to on its way.
async fn solved_at(connection: &mut PgConnection, case: &Case) -> Result<Tier, Error> {
    let handed = store::hand_offs::handed_up_to(&mut *connection, case.row.id).await?;
    let here = commanded_at(connection, case).await?;
    // The tiers stand in the order of the tree, the city first.
    Ok(handed.map_or(here, |handed| handed.min(here)))
}

async fn commanded_at(connection: &mut PgConnection, case: &Case) -> Result<Tier, Error> {
    let own = &case.row.centre;
    let (_, ordered) = store::events::standing(&mut *connection, case.row.id).await?;
    let Some(id) = ordered.filter(|id| *id != own.id) else { return Ok(own.tier) };
    let ordering = store::centres::by_id(connection, id).await?;
    Ok(match ordering {
        Some(centre) if centre.path.contains(&own.path) => centre.tier,
        _ => own.tier,
    })
}
