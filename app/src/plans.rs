//! Plans.

mod detail;
mod list;

pub use detail::PlanPage;
pub use list::PlansPage;
