//! Nouns and rules of the city: what things are, how they may move, what follows from a number.
//!
//! No I/O: everything here compiles natively and to WASM and is tested without a database. Pages reach the
//! engine through the desk traits declared beside their nouns; the engine implements them.

#[macro_use]
mod text_enum;
#[macro_use]
mod ids;

pub mod actors;
pub mod api_clients;
pub mod approvals;
pub mod assignments;
pub mod attachments;
pub mod audit;
pub mod calendar;
pub mod centres;
pub mod clocks;
pub mod cockpit;
pub mod devices;
pub mod duty;
pub mod events;
pub mod exchange;
pub mod exports;
pub mod hand_offs;
pub mod indicators;
pub mod kpis;
pub mod lanes;
pub mod live;
pub mod names;
pub mod notices;
pub mod order_drafts;
pub mod orders;
pub mod pages;
pub mod plans;
pub mod posts;
pub mod rates;
pub mod recipient_groups;
pub mod refusal;
pub mod relations;
pub mod responsibilities;
pub mod reviews;
pub mod risk;
pub mod risk_points;
pub mod rooms;
pub mod sensors;
pub mod supervision;
pub mod time;
pub mod views;
pub mod warnings;
pub mod webhooks;

pub use ids::*;
pub use refusal::{Fault, Overtaken, Refusal, Remedy};
