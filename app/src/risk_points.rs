//! Risk points.

mod detail;
mod list;

pub use detail::RiskPointPage;
pub use list::RiskPointsPage;
