//! What pages ask about saved views, and what they do to them.

use domain::ViewId;
use domain::views::{NewView, SavedViews, ViewList};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// Views of a list, for who looks at it by this query string.
#[server(prefix = "/api", endpoint = "views/list", protocol = Get)]
pub async fn list_views(list: ViewList, #[server(default)] query: String) -> Result<SavedViews, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.views.views(&actor, list, query).await)
}

/// Keeps one.
#[server(prefix = "/api", endpoint = "views/keep")]
pub async fn keep_view(new: NewView) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.views.keep_view(&actor, new).await).map(|_| ())
}

/// Gives one another name.
#[server(prefix = "/api", endpoint = "views/rename")]
pub async fn rename_view(id: ViewId, name: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.views.rename_view(&actor, id, name).await)
}

/// Removes one, or brings it back.
#[server(prefix = "/api", endpoint = "views/remove")]
pub async fn remove_view(id: ViewId, #[server(default)] back: bool) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.views.remove_view(&actor, id, back).await)
}

/// Has the menu open one for the reader, or no more.
#[server(prefix = "/api", endpoint = "views/default")]
pub async fn open_by_default(id: ViewId, #[server(default)] on: bool) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.views.open_by_default(&actor, id, on).await)
}
