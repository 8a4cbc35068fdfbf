//! A clock that stands until the test moves it.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, Utc};
use domain::time::Clock;

/// Time in a test's hand. Its copies are one clock.
#[derive(Debug, Clone)]
pub struct HandClock(Arc<Mutex<DateTime<Utc>>>);

impl HandClock {
    /// A clock that stands at a moment.
    #[must_use]
    pub fn at(moment: DateTime<Utc>) -> Self {
        Self(Arc::new(Mutex::new(moment)))
    }

    /// Moves it on.
    ///
    /// # Panics
    /// When another test thread panicked while moving it.
    pub fn pass(&self, span: Duration) {
        *self.0.lock().expect("no test panics holding it") += span;
    }
}

impl Clock for HandClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("no test panics holding it")
    }
}
