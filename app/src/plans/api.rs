//! What pages ask about plans.

use domain::PlanId;
use domain::pages::Page;
use domain::plans::{PlanDetail, PlanRow};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// Plans usable in the reader's centre.
#[server(prefix = "/api", endpoint = "plans/list", protocol = Get)]
pub async fn list_plans(after: Option<String>) -> Result<Page<PlanRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.plans.plans(&actor, after).await)
}

/// One plan.
#[server(prefix = "/api", endpoint = "plans/one", protocol = Get)]
pub async fn one_plan(id: PlanId) -> Result<PlanDetail, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.plans.plan(&actor, id).await)
}
