//! Key performance indicators and their reports.

mod detail;
mod reports;

pub use detail::KpiPage;
pub use reports::KpiReportsPage;
