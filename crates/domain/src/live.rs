//! What changed, told to the screens. A message says what changed, never how: the page asks again.

use serde::{Deserialize, Serialize};

use crate::centres::CentrePath;

text_enum! {
    /// What kind of thing changed.
    Topic {
        Warnings = "warnings", Events = "events", Orders = "orders", Kpis = "kpis",
        Reviews = "reviews", Readings = "readings", Indicators = "indicators", Sessions = "sessions", Exports = "exports",
        Calendar = "calendar", Duty = "duty", Notices = "notices", Supervision = "supervision", Posts = "posts",
        Rates = "rates", Responsibilities = "responsibilities",
    }
}

/// A change, as `/live` sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Grows with each change; resumes a stream as Last-Event-ID.
    pub id: i64,
    /// Kind.
    pub topic: Topic,
    /// The row that changed, if one did.
    pub row: Option<i64>,
    /// Centres whose viewers it concerns: each viewer whose scope contains one of them.
    pub paths: Vec<CentrePath>,
}
