//! The cockpit of a centre.

mod page;

pub use page::CockpitPage;
