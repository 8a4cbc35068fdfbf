//! What pages ask about centres.

use domain::centres::CentreHead;
use leptos::prelude::*;

use crate::asking::{Get, Trouble};
#[cfg(feature = "ssr")]
use crate::asking::{answer, asked};

/// The head of a centre by code; of the actor's own for an empty one.
#[server(prefix = "/api", endpoint = "centres/head", protocol = Get)]
pub async fn head_of(#[server(default)] code: String) -> Result<CentreHead, Trouble> {
    let (desks, actor) = asked()?;
    let code = if code.is_empty() { actor.centre.code.clone() } else { code };
    answer(desks.centres.head(&actor, &code).await)
}

/// The same for a page about something else: none where the centre lies outside the reader's scope.
#[server(prefix = "/api", endpoint = "centres/way", protocol = Get)]
pub async fn way_to(code: String) -> Result<Option<CentreHead>, Trouble> {
    let (desks, actor) = asked()?;
    Ok(desks.centres.head(&actor, &code).await.ok())
}
