//! The responsibility list 分级分类库: who must take what, and its versions.

pub mod api;
mod form;
mod list;
mod one;
mod terms;
pub mod words;

pub use list::ResponsibilitiesPage;
pub use one::ResponsibilityPage;
