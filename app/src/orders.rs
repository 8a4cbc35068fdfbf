//! Orders: issued with one click, handed down, worked on, verified.

pub mod api;
#[cfg(feature = "ssr")]
pub(crate) mod asked;
mod cards;
#[cfg(feature = "ssr")]
mod chart;
mod confirm;
mod detail;
mod dialog;
mod letter;
mod list;
mod mine;
mod progress;
mod recipients;
mod row_actions;
mod tree;
pub mod words;

pub use confirm::OrderConfirmPage;
pub use detail::OrderPage;
pub use dialog::IssueDialog;
pub use list::OrdersPage;
pub use recipients::OrderRecipientsPage;
