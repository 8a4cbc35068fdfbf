//! Lists as files.

pub mod api;
mod page;
mod wish;
mod words;

pub use page::ExportsPage;
pub(crate) use wish::export_form;
pub(crate) use words::state_text;
