//! Plans: "one point, one policy, one plan".

mod api;
mod detail;
mod list;
mod rows;
mod words;

pub use detail::PlanPage;
pub use list::PlansPage;
pub use rows::PlanRows;
