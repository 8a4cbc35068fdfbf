//! Evaluation: centres side by side by published rates, the cases behind each figure, and appeals.

pub mod api;
mod appeals;
mod cases;
mod definitions;
mod figures;
mod page;
mod tables;
mod tiers;
mod why;
pub mod words;

pub use appeals::AppealsPage;
pub use cases::CountedPage;
pub use definitions::RatesPage;
pub use page::EvaluationPage;
