//! Boards, lanes and sub-lanes.

mod api;
mod detail;
mod list;
mod words;

pub use detail::LanePage;
pub use list::LanesPage;
