//! Risk points.

mod list;
mod detail;

pub use list::RiskPointsPage;
pub use detail::RiskPointPage;
