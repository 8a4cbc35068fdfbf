//! Hand-offs of cases between tiers: on a case's page, and what waits for a receipt.

pub mod api;
mod card;
mod waiting;
pub mod words;

pub use card::{HandOffDeeds, hand_offs_card};
pub use waiting::WaitingReceipts;
