//! After-action reviews.

mod list;
mod detail;

pub use list::ReviewsPage;
pub use detail::ReviewPage;
