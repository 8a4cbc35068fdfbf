//! Lists in pages, by key and not by number, so that a deep page costs what the first costs.

use serde::{Deserialize, Serialize};

/// Rows a page of a list holds.
pub const PAGE_ROWS: i64 = 50;

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// At most [`PAGE_ROWS`] rows.
    pub rows: Vec<T>,
    /// Send this as `after` for the next page; none on the last.
    pub next: Option<String>,
    /// How many there are in all, counted up to 1,000, by a search up to 100; `more` says that the count stopped there.
    pub total: i64,
    /// There are more than `total`.
    pub more: bool,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), next: None, total: 0, more: false }
    }
}
