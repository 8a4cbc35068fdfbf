//! Other systems that ask through the API, and where they are told of what happens.

pub mod api;
mod deliveries;
mod form;
mod list;
mod page;
mod webhooks;
mod words;

pub use list::ApiClientsPage;
pub use page::ApiClientPage;
