//! `/live`: what changed, told to each page within its reader's scope.

mod hub;
mod stream;

use crate::http::Doors;

pub use hub::{Hub, TooMany};
pub use stream::{hear, sweep};

/// Adds the stream's route.
pub fn add(doors: Doors) -> Doors {
    doors.get("/live", stream::open)
}
