//! What I owe: the home of the phone.

pub mod api;
mod card;
mod page;
pub mod words;

pub use page::OwedPage;
