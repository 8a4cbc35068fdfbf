//! Vital signs of a centre.

pub mod api;
#[cfg(feature = "ssr")]
mod chart;
mod page;
mod words;

pub use page::IndicatorPage;
