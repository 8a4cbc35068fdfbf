//! Duty rosters, and who is on duty as other pages mention it.

pub mod api;
mod calendar;
mod forms;
mod hand_overs;
mod import;
mod judged;
mod now;
mod on_duty;
mod page;
mod shift;
pub mod words;

pub use import::RosterImportPage;
pub use on_duty::{DutyNow, Served, dial, on_duty, served};
pub use page::DutyPage;
