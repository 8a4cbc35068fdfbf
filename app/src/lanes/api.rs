//! What pages ask about lanes.

use domain::lanes::{LaneDetail, LaneMatrix};
use domain::names::Name;
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// All boards of a centre.
#[server(prefix = "/api", endpoint = "lanes/matrix", protocol = Get)]
pub async fn lane_matrix_of(centre: String) -> Result<LaneMatrix, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.lanes.matrix(&actor, centre).await)
}

/// One lane of a centre.
#[server(prefix = "/api", endpoint = "lanes/one", protocol = Get)]
pub async fn one_lane(centre: String, lane: String) -> Result<LaneDetail, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.lanes.lane(&actor, centre, lane).await)
}

/// Lanes to which cases belong.
#[server(prefix = "/api", endpoint = "lanes/of-cases", protocol = Get)]
pub async fn case_lanes() -> Result<Vec<(String, Name)>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.lanes.case_lanes(&actor).await)
}
