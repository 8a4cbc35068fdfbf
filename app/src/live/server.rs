//! On the server a page lives for one moment.

use super::Live;

/// There is nothing to open.
pub(super) fn open(_live: Live) {}

/// There is nobody typing.
pub(super) fn settle_forms(_action: &str) {}
