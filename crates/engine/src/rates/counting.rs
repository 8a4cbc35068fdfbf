//! A case counts in the same transaction as the move that makes it count.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::centres::{CentreTag, Tier};
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

/// The highest tier that took part: the responsible centre's, one that worked on the case or that it was handed up to, or that
/// of whoever ordered from above. Townships order nothing themselves: what their district orders of them, they solve.
async fn solved_at(connection: &mut PgConnection, case: &Case) -> Result<Tier, Error> {
    let own = &case.row.centre;
    let took_part = store::hand_offs::took_part_at(&mut *connection, case.row.id).await?;
    let (_, ordered) = store::events::standing(&mut *connection, case.row.id).await?;
    let ordering = match ordered.filter(|id| *id != own.id) {
        Some(id) => store::centres::by_id(connection, id).await?,
        None => None,
    };
    let dispatches = |centre: &CentreTag| own.tier == Tier::Township && centre.tier == Tier::District;
    let commanded = ordering.filter(|centre| centre.path.contains(&own.path) && !dispatches(centre));
    // Tiers stand in the order of the tree, the city first.
    let tiers = [Some(own.tier), took_part, commanded.map(|centre| centre.tier)];
    Ok(tiers.into_iter().flatten().min().unwrap_or(own.tier))
}
