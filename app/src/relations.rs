//! Relations between cases, and the centres that help with one.

mod alike;
pub mod api;
mod card;
mod deeds;
mod forms;
mod helping;
mod lines;
mod split;
mod words;

pub use alike::{about_filled, candidates};
pub use card::related_cards;
pub use deeds::RelationDeeds;
