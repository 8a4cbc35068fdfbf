//! What every page's frame asks.

use domain::actors::{Actor, PostRow};
use domain::centres::CentreHead;
use domain::views::ViewList;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::asking::{Get, Trouble};

/// Who acts, as what, where, and what waits for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Who acts.
    pub actor: Actor,
    /// The posts they could act under.
    pub posts: Vec<PostRow>,
    /// Their centre; none for posts without a view of the city.
    pub head: Option<CentreHead>,
    /// What waits.
    pub badges: Badges,
    /// Lists with the path and query string by which the menu opens them, where the actor chose one.
    pub views: Vec<(ViewList, String)>,
}

/// How many of each wait; 0 shows nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badges {
    /// Open warnings.
    pub warnings: i64,
    /// Of these, red.
    pub warnings_red: i64,
    /// Open events.
    pub events: i64,
    /// Of these, late.
    pub events_late: i64,
    /// Assignments under supervision.
    pub supervised: i64,
    /// Requests that wait for the centre's decision.
    pub approvals: i64,
    /// Open reviews.
    pub reviews: i64,
    /// Improvements past their day.
    pub improvements_late: i64,
    /// Open notices.
    pub notices: i64,
}

/// The frame of a page.
#[server(prefix = "/api", endpoint = "account/frame", protocol = Get)]
pub async fn my_frame() -> Result<Frame, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    super::frame::frame_of(desks, actor).await
}
