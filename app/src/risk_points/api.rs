//! What pages ask about risk points.

use domain::RiskPointId;
use domain::names::Name;
use domain::pages::Page;
use domain::risk_points::{RiskPointDetail, RiskPointFilter, RiskPointRow};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// Kinds of risk points, for the filter.
#[server(prefix = "/api", endpoint = "risk-points/kinds", protocol = Get)]
pub async fn risk_kinds() -> Result<Vec<(String, Name)>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.risk_points.kinds(&actor).await)
}

/// Risk points in a centre.
#[server(prefix = "/api", endpoint = "risk-points/list", protocol = Get)]
pub async fn list_risk_points(filter: RiskPointFilter) -> Result<Page<RiskPointRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.risk_points.risk_points(&actor, filter).await)
}

/// One risk point.
#[server(prefix = "/api", endpoint = "risk-points/one", protocol = Get)]
pub async fn one_risk_point(id: RiskPointId) -> Result<RiskPointDetail, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.risk_points.risk_point(&actor, id).await)
}
