//! After-action reviews: what happened, plan against actual, and what must change.

pub mod api;
mod detail;
mod improvements;
mod list;
mod measures;
pub mod words;

pub use detail::ReviewPage;
pub use list::ReviewsPage;
