//! Warnings: what crossed a threshold, and whether somebody has seen it.

mod api;
#[cfg(feature = "ssr")]
mod chart;
mod detail;
mod facts;
mod list;
mod rows;
mod series;
mod words;

pub use detail::WarningPage;
pub use list::WarningsPage;
pub use rows::WarningRows;
