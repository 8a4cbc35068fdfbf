//! Boards, lanes and sub-lanes.

mod api;
mod detail;
mod filter;
mod list;
mod words;

pub use detail::LanePage;
pub(crate) use filter::{Lanes, lane_fields, lanes_asked};
pub use list::LanesPage;
