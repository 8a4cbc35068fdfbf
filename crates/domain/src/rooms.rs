//! Rooms: where several parties talk about an order or a case, by phone or video. The product opens the link and notes
//! who joined; the talking is done by the city's own conference system.

use std::str::FromStr;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::names::Name;
use crate::{EventId, Fault, OrderId, Refusal, Remedy, RoomId};

/// What stands in a template for the number of the order or case.
const NUMBER: &str = "{number}";

/// A kind of room that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomTemplate {
    /// What it is called.
    pub name: Name,
    /// Its link, `https://…` or `tel:…`, with `{number}` where the number of the order or case goes.
    pub link: String,
}

impl RoomTemplate {
    /// The link of a room for an order or case.
    #[must_use]
    pub fn link_of(&self, number: &str) -> String {
        self.link.replace(NUMBER, number)
    }
}

impl FromStr for RoomTemplate {
    type Err = Refusal;

    /// Reads `视频会商|Video=https://meet.example/{number}`; a line to call may do without the number.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let wrong = || Refusal::unknown("rooms", text);
        let (name, link) = text.split_once('=').ok_or_else(wrong)?;
        let (zh, en) = name.split_once('|').unwrap_or((name, name));
        let (zh, en, link) = (zh.trim(), en.trim(), link.trim());
        let of = |schemes: [&str; 2]| schemes.iter().any(|scheme| link.starts_with(scheme));
        // A conference bridge may have one number for all; on the web each room has an address of its own.
        let known = of(["tel:", "sip:"]) || of(["https://", "http://"]) && link.contains(NUMBER);
        if zh.is_empty() || en.is_empty() || !known {
            return Err(wrong());
        }
        Ok(Self { name: Name::new(zh, en), link: link.to_owned() })
    }
}

/// What a room is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoomSubject {
    /// An order.
    Order(OrderId),
    /// A case.
    Event(EventId),
}

impl RoomSubject {
    /// Of the two ids that a form sends, the one that is there.
    ///
    /// # Errors
    /// `Field` when both or none are.
    pub fn of(order: Option<OrderId>, event: Option<EventId>) -> Result<Self, Refusal> {
        match (order, event) {
            (Some(order), None) => Ok(Self::Order(order)),
            (None, Some(event)) => Ok(Self::Event(event)),
            _ => Err(Refusal::field("subject", Remedy::Required)),
        }
    }
}

/// A room as a page shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Room {
    /// Identity.
    pub id: RoomId,
    /// What it is called.
    pub name: Name,
    /// The link, for whoever has joined; none for the others.
    pub link: Option<String>,
    /// Who opened it.
    pub opened_by: String,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// When it was closed, if it was.
    pub closed_at: Option<DateTime<Utc>>,
    /// Who joined, from which centre and when, first come first.
    pub joined: Vec<(String, Name, DateTime<Utc>)>,
    /// The actor may close it.
    pub may_close: bool,
}

/// The rooms of an order or case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rooms {
    /// Those that were opened, latest first.
    pub rooms: Vec<Room>,
    /// What can be opened, by place in the settings; none where the actor may not open any.
    pub offered: Vec<(u16, Name)>,
}

/// Opens rooms and notes who joins.
#[async_trait]
pub trait RoomDesk: Send + Sync {
    /// The rooms of an order or case.
    async fn rooms(&self, actor: &Actor, of: RoomSubject) -> Result<Rooms, Fault>;
    /// Opens one by the template at a place in the settings; the same again while one is open gives that one.
    async fn open_room(&self, actor: &Actor, of: RoomSubject, template: u16) -> Result<RoomId, Fault>;
    /// Notes that the actor joins, who then sees the link.
    async fn join_room(&self, actor: &Actor, id: RoomId) -> Result<(), Fault>;
    /// Closes it.
    async fn close_room(&self, actor: &Actor, id: RoomId) -> Result<(), Fault>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_says_its_name_and_where_the_number_goes() {
        let template: RoomTemplate =
            "视频会商|Video=https://meet.example/{number}?a=b".parse().expect("a template");
        assert_eq!(template.name, Name::new("视频会商", "Video"));
        assert_eq!(template.link_of("ZL-1"), "https://meet.example/ZL-1?a=b");
        for wrong in [
            "https://meet.example/{number}",
            "会=https://meet.example",
            "会=javascript:alert({number})",
            "|=tel:{number}",
        ] {
            assert_eq!(wrong.parse::<RoomTemplate>(), Err(Refusal::unknown("rooms", wrong)));
        }
    }
}
