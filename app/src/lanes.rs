//! Boards and lanes.

mod detail;
mod list;

pub use detail::LanePage;
pub use list::LanesPage;
