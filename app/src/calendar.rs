//! The work calendar.

mod api;
mod form;
mod month;
mod page;
mod words;

pub use page::CalendarPage;
