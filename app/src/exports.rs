//! Lists as files.

pub mod api;
#[cfg(feature = "ssr")]
mod asked;
mod page;
mod wish;
mod words;

pub use page::ExportsPage;
pub(crate) use wish::export_form;
pub(crate) use words::state_text;
