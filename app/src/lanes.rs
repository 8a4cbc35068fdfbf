//! Boards and lanes.

mod list;
mod detail;

pub use list::LanesPage;
pub use detail::LanePage;
