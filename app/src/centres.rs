//! Governance centres as other pages mention them: the head of one, and the way up and down.

pub mod api;
mod way;

pub use way::Way;
