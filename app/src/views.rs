//! Saved views: the chips above a list.

mod api;
mod change;
mod chips;
mod words;

pub(crate) use chips::ViewChips;
