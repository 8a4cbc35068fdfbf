//! Posts of a centre: who holds them, who held them, and who follows.

pub mod api;
mod page;
mod sheet;
mod words;

pub use page::PostsPage;
