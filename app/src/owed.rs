//! What I owe: the home of the phone.

mod page;

pub use page::OwedPage;
