//! Cases of the event hub.

mod detail;
mod list;
mod new;

pub use detail::EventPage;
pub use list::EventsPage;
pub use new::NewEventPage;
