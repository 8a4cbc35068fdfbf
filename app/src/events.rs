//! Cases of the event hub.

mod actions;
mod api;
#[cfg(feature = "ssr")]
mod asked;
mod cards;
mod clocks;
mod detail;
mod filters;
mod list;
mod new;
mod report_fields;
mod report_files;
mod report_place;
mod steps;
mod words;

pub(crate) use clocks::state_chip;
pub use detail::EventPage;
pub use list::EventsPage;
pub use new::NewEventPage;
