//! Warnings.

mod detail;
mod list;

pub use detail::WarningPage;
pub use list::WarningsPage;
