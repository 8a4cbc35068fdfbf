//! What pages ask about hand-offs, and what they do.

use domain::events::EventMove;
use domain::hand_offs::{HandOffs, OnTheWay};
use domain::{EventId, HandOffId};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// The hand-offs of a case.
#[server(prefix = "/api", endpoint = "hand-offs/of-event", protocol = Get)]
pub async fn hand_offs_of_event(event: EventId) -> Result<HandOffs, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.hand_offs.hand_offs(&actor, event).await)
}

/// What is on its way to the reader's centre and from it.
#[server(prefix = "/api", endpoint = "hand-offs/on-the-way", protocol = Get)]
pub async fn what_travels() -> Result<OnTheWay, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.hand_offs.on_the_way(&actor).await)
}

/// Pushes a case up or down.
#[server(prefix = "/api", endpoint = "hand-offs/push")]
pub async fn push_event(
    id: EventId,
    way: EventMove,
    #[server(default)] receiver: String,
    #[server(default)] reason: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.hand_offs.push(&actor, id, way, receiver, reason).await).map(|_| ())
}

/// Signs for a case.
#[server(prefix = "/api", endpoint = "hand-offs/receive")]
pub async fn receive_event(id: HandOffId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.hand_offs.receive(&actor, id).await).map(|_| ())
}
