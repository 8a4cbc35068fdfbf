//! Orders written freely: the form, the page that shows whom it would reach, the second signature, the click.

pub mod api;
mod area;
#[cfg(feature = "ssr")]
mod asked;
mod compose;
mod letter;
mod link;
mod plan;
mod preview;
mod preview_acts;
mod preview_recipients;
mod recipients;
mod refill;
mod saved;
mod tree;
mod waiting;
pub mod words;

pub use compose::ComposePage;
pub use letter::deadline_fields;
pub use link::OrderLink;
pub use preview::DraftPage;
pub use saved::SavedPage;
pub use waiting::WaitingDrafts;
