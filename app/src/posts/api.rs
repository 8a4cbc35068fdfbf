//! What pages ask about posts, and what they change.

use domain::posts::{HolderChange, PostsPage};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// The posts of a centre.
#[server(prefix = "/api", endpoint = "posts/of-centre", protocol = Get)]
pub async fn posts_of_centre(#[server(default)] centre: String) -> Result<PostsPage, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.posts.posts_of(&actor, centre).await)
}

/// Changes a post's holder.
#[server(prefix = "/api", endpoint = "posts/change")]
pub async fn change_holder(change: HolderChange) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.posts.change_holder(&actor, change).await)
}
