//! What pages ask about lanes.

use domain::lanes::{LaneDetail, LaneMatrix};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::asking::Trouble;

/// All boards of a centre.
#[server(prefix = "/api", endpoint = "lanes/matrix", input = GetUrl)]
pub async fn lane_matrix_of(centre: String) -> Result<LaneMatrix, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.lanes.matrix(&actor, centre).await)
}

/// One lane of a centre.
#[server(prefix = "/api", endpoint = "lanes/one", input = GetUrl)]
pub async fn one_lane(centre: String, lane: String) -> Result<LaneDetail, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.lanes.lane(&actor, centre, lane).await)
}
