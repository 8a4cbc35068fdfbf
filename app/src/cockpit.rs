//! The cockpit of a centre: one page for city, district and township, drawn from what each has.

pub mod api;
#[cfg(feature = "ssr")]
mod desk;
mod events;
mod map_card;
mod map_feed;
mod matrix;
mod orders;
mod owed;
mod page;
mod panel;
mod questions;
mod ribbon;
mod risk_map;
mod signs;
mod strip;
mod title;
mod warnings;
mod words;
mod worst;

pub use page::CockpitPage;
