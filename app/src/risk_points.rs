//! Risk points: places where something may go wrong.

mod api;
mod detail;
mod devices;
mod list;
mod words;

pub use detail::RiskPointPage;
pub use list::RiskPointsPage;
