//! The plan behind a draft: where its steps are seen from, and what each sends to whom.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::centres::CentreTag;
use domain::names::Name;
use domain::order_drafts::{OfferedStep, OrderSpec};
use domain::plans::{PlanRow, PlanStep};
use domain::{CentreId, EventId, PlanId, Refusal, Remedy};
use store::PgConnection;
use store::plans::Line;

use super::ready::number;
use crate::Error;
use crate::events::seen;
use crate::orders::usable;

/// How many recipients of a step the form names.
const NAMED: usize = 5;

/// A plan in force, seen from a place.
#[derive(Debug)]
pub(super) struct Planned {
    pub row: PlanRow,
    /// All its steps, in order.
    pub steps: Vec<PlanStep>,
    /// What they send within the actor's scope, those left out too.
    pub lines: Vec<Line>,
}

impl Planned {
    /// What the steps send that were not left out.
    pub(super) fn sent(self, left_out: &[i32]) -> Vec<Line> {
        self.lines.into_iter().filter(|line| !left_out.contains(&line.seq)).collect()
    }

    /// Steps that were not left out, but that nobody in the actor's scope takes.
    pub(super) fn idle(&self, left_out: &[i32]) -> Vec<(i32, Name)> {
        let idle = |step: &&PlanStep| {
            !left_out.contains(&step.seq) && self.lines.iter().all(|line| line.seq != step.seq)
        };
        self.steps.iter().filter(idle).map(|step| (step.seq, step.action.clone())).collect()
    }

    /// The steps as the form offers them.
    pub(super) fn offered(&self, left_out: &[i32]) -> Vec<OfferedStep> {
        let mut takers: HashMap<i32, Vec<&CentreTag>> = HashMap::new();
        for line in &self.lines {
            takers.entry(line.seq).or_default().push(&line.recipient);
        }
        let offered = |step: &PlanStep| {
            let takers = takers.get(&step.seq).map(Vec::as_slice).unwrap_or_default();
            OfferedStep {
                ticked: !takers.is_empty() && !left_out.contains(&step.seq),
                centres: takers.iter().take(NAMED).copied().cloned().collect(),
                count: i64::try_from(takers.len()).unwrap_or(i64::MAX),
                step: step.clone(),
            }
        };
        self.steps.iter().map(offered).collect()
    }
}

/// The plan that a draft rests on, as it is in force now; none if it rests on none.
pub(super) async fn planned(
    connection: &mut PgConnection,
    actor: &Actor,
    spec: &OrderSpec,
    now: DateTime<Utc>,
) -> Result<Option<Planned>, Error> {
    let Some(id) = number("plan", &spec.plan)?.map(PlanId) else { return Ok(None) };
    let plan = store::plans::by_id(&mut *connection, id).await?;
    let plan = plan.ok_or_else(|| Refusal::unknown("plan", id.to_string()))?;
    let place = match place_of(&mut *connection, actor, spec, now).await? {
        Some(place) => place,
        // A plan of a centre below is for its places.
        None if actor.centre.path.contains(&plan.row.centre.path) => plan.row.centre.id,
        None => actor.centre.id,
    };
    let found = usable(connection, actor, id, place, now).await?;
    let (row, lines) = found.ok_or_else(|| Refusal::field("plan", Remedy::NotInForce))?;
    Ok(Some(Planned { row, steps: plan.steps, lines }))
}

/// Where a draft is about: its case's place, or that of the point or warning it was opened from; none if it is about none.
pub(super) async fn place_of(
    connection: &mut PgConnection,
    actor: &Actor,
    spec: &OrderSpec,
    now: DateTime<Utc>,
) -> Result<Option<CentreId>, Error> {
    if let Some(event) = number("event", &spec.event)?.map(EventId) {
        return Ok(Some(seen(connection, actor, event, now).await?.place_centre));
    }
    let code = spec.place.trim();
    if code.is_empty() {
        return Ok(None);
    }
    let place = store::centres::by_code(connection, code).await?;
    let place = place.filter(|place| actor.scope.contains(&place.path));
    Ok(Some(place.ok_or_else(|| Refusal::unknown("place", code))?.id))
}
