//! What pages ask about notices, and what they do to them.

use domain::NoticeId;
use domain::notices::{NoticeFilter, NoticeRow};
use domain::pages::Page;
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// Notices to the actor's centre and about it.
#[server(prefix = "/api", endpoint = "notices/list", protocol = Get)]
pub async fn list_notices(filter: NoticeFilter) -> Result<Page<NoticeRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.notices.notices(&actor, filter).await)
}

/// Says that somebody takes care of it.
#[server(prefix = "/api", endpoint = "notices/acknowledge")]
pub async fn acknowledge_notice(id: NoticeId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.notices.acknowledge_notice(&actor, id).await)
}
