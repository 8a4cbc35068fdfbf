//! What pages ask about rooms, and what they do to them.

use domain::rooms::Rooms;
use domain::{EventId, OrderId, RoomId};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// The rooms of an order or case.
#[server(prefix = "/api", endpoint = "rooms/list", protocol = Get)]
pub async fn list_rooms(order: Option<OrderId>, event: Option<EventId>) -> Result<Rooms, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let of = crate::asking::answer(domain::rooms::RoomSubject::of(order, event).map_err(Into::into))?;
    crate::asking::answer(desks.rooms.rooms(&actor, of).await)
}

/// Opens a room.
#[server(prefix = "/api", endpoint = "rooms/open")]
pub async fn open_room(
    #[server(default)] order: Option<OrderId>,
    #[server(default)] event: Option<EventId>,
    template: u16,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let of = crate::asking::answer(domain::rooms::RoomSubject::of(order, event).map_err(Into::into))?;
    crate::asking::answer(desks.rooms.open_room(&actor, of, template).await).map(|_| ())
}

/// Joins a room.
#[server(prefix = "/api", endpoint = "rooms/join")]
pub async fn join_room(id: RoomId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.rooms.join_room(&actor, id).await)
}

/// Closes a room.
#[server(prefix = "/api", endpoint = "rooms/close")]
pub async fn close_room(id: RoomId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.rooms.close_room(&actor, id).await)
}
