//! What pages ask about the responsibility list, and how it is changed.

use domain::ResponsibilityChangeId;
use domain::responsibilities::{
    NewVersion, ResponsibilityFilter, ResponsibilityList, ResponsibilityPage, VersionMove,
};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// The list.
#[server(prefix = "/api", endpoint = "responsibilities/list", protocol = Get)]
pub async fn list_responsibilities(filter: ResponsibilityFilter) -> Result<ResponsibilityList, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.responsibilities.responsibilities(&actor, filter).await)
}

/// A category's row with its history.
#[server(prefix = "/api", endpoint = "responsibilities/one", protocol = Get)]
pub async fn one_responsibility(category: String) -> Result<ResponsibilityPage, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.responsibilities.responsibility(&actor, category).await)
}

/// Proposes a version.
#[server(prefix = "/api", endpoint = "responsibilities/propose")]
pub async fn propose_version(new: NewVersion) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.responsibilities.propose_version(&actor, new).await).map(|_| ())
}

/// Puts a proposal in force, or withdraws it.
#[server(prefix = "/api", endpoint = "responsibilities/move")]
pub async fn move_version(
    id: ResponsibilityChangeId,
    step: VersionMove,
    #[server(default)] day: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.responsibilities.move_version(&actor, id, step, day).await).map(|_| ())
}
