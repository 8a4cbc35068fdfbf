//! Key performance indicators and their reports.

mod api;
#[cfg(feature = "ssr")]
mod asked;
mod cards;
#[cfg(feature = "ssr")]
mod chart;
mod detail;
mod form;
mod progress;
mod report_rows;
mod reports;
mod rows;
mod series;
mod words;

pub use detail::KpiPage;
pub use progress::AgainstTime;
pub use reports::KpiReportsPage;
pub use rows::KpiRows;
