//! Vital signs of a centre.

pub mod api;
#[cfg(feature = "ssr")]
mod chart;
mod page;
mod plot;
mod thresholds;
mod words;

pub use page::IndicatorPage;
