//! Rooms of an order or a case, as a card on its page.

pub mod api;
mod card;
mod words;

pub use card::RoomTalk;
