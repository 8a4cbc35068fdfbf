//! Notices: what a centre must hear about another, and the bell that says how many.

pub mod api;
mod bell;
mod list;
pub mod words;

pub use bell::bell;
pub use list::NoticesPage;
