//! Orders: issued with one click, handed down, worked on, verified.

mod confirm;
mod list;
mod detail;

pub use confirm::OrderConfirmPage;
pub use list::OrdersPage;
pub use detail::OrderPage;
