//! Warnings.

mod list;
mod detail;

pub use list::WarningsPage;
pub use detail::WarningPage;
