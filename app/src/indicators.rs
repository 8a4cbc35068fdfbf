//! Vital signs of a centre.

mod page;

pub use page::IndicatorPage;
