//! Requests for approval: on their case's page, and those that wait for a centre.

pub mod api;
mod ask;
mod card;
mod decide;
mod elsewhere;
mod list;
mod words;

pub use card::approvals_card;
pub use list::ApprovalsPage;
