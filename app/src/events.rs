//! Cases of the event hub.

mod actions;
mod api;
mod cards;
mod clocks;
mod detail;
mod filters;
mod list;
mod new;
mod steps;
mod words;

pub use detail::EventPage;
pub use list::EventsPage;
pub use new::NewEventPage;
