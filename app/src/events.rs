//! Cases of the event hub.

mod list;
mod new;
mod detail;

pub use list::EventsPage;
pub use new::NewEventPage;
pub use detail::EventPage;
