//! Cases of the event hub.

mod actions;
mod api;
mod cards;
mod clocks;
mod detail;
mod filters;
mod list;
mod new;
mod report_fields;
mod steps;
mod words;

pub(crate) use clocks::state_chip;
pub use detail::EventPage;
pub use list::EventsPage;
pub use new::NewEventPage;
