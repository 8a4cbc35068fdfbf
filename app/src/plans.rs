//! Plans.

mod list;
mod detail;

pub use list::PlansPage;
pub use detail::PlanPage;
