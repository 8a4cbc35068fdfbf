//! After-action reviews: what happened, plan against actual, and what must change.

pub mod api;
mod case;
mod detail;
mod findings;
mod improvements;
mod list;
mod measures;
mod rules;
pub mod words;

pub use case::{Cares, case_cards};
pub use detail::ReviewPage;
pub use list::ReviewsPage;
