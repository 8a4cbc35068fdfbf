//! What the phone's home asks.

use domain::assignments::AssignmentRow;
use domain::centres::CentreTag;
use domain::kpis::KpiRow;
use domain::orders::OrderFilter;
use domain::pages::Page;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::asking::{Get, Trouble};

/// What a centre owes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Owed {
    /// The centre.
    pub here: CentreTag,
    /// Assignments, most urgent first.
    pub assignments: Page<AssignmentRow>,
    /// KPIs to report this period.
    pub kpis: Vec<KpiRow>,
}

/// What the actor's centre owes. Marks it as delivered.
#[server(prefix = "/api", endpoint = "orders/owed", protocol = Get)]
pub async fn what_i_owe(filter: OrderFilter) -> Result<Owed, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let assignments = match domain::actors::Right::WorkOrder {
        right if actor.role.has(right) => crate::asking::answer(desks.orders.owed(&actor, filter).await)?,
        _ => Page::default(),
    };
    let kpis = match domain::actors::Right::ReportKpi {
        right if actor.role.has(right) => crate::asking::answer(desks.kpis.kpis_owed(&actor).await)?,
        _ => Vec::new(),
    };
    Ok(Owed { here: actor.centre, assignments, kpis })
}
