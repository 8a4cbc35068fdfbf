//! That readings came in, told to the screens once a second and not once a reading.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use domain::centres::CentrePath;
use domain::live::Topic;
use store::devices::Stream;
use store::{PgConnection, live};

use crate::Error;

/// How long news of one district waits for more.
const COALESCED_MS: i64 = 1000;

/// What came in and was not told yet: the centres whose series moved, by district.
#[derive(Default)]
pub(super) struct News {
    heard: BTreeMap<i64, BTreeSet<CentrePath>>,
    told_at: Option<DateTime<Utc>>,
}

impl News {
    /// Remembers that series have new readings.
    pub fn hear<'a>(&mut self, streams: impl Iterator<Item = &'a Stream>) {
        for stream in streams {
            let centres = self.heard.entry(stream.district).or_default();
            if !centres.contains(&stream.path) {
                centres.insert(stream.path.clone());
            }
        }
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.heard.is_empty()
    }

    /// Announces what was heard, unless something was told within the last second. Forgets nothing before the commit.
    pub async fn tell(&self, connection: &mut PgConnection, now: DateTime<Utc>) -> Result<bool, Error> {
        let since = now - Duration::milliseconds(COALESCED_MS);
        if self.is_empty() || self.told_at.is_some_and(|told| told > since && told <= now) {
            return Ok(false);
        }
        for centres in self.heard.values() {
            let centres: Vec<&CentrePath> = centres.iter().collect();
            live::announce(&mut *connection, Topic::Readings, None, &centres).await?;
        }
        Ok(true)
    }

    /// What was announced is committed.
    pub fn told(&mut self, now: DateTime<Utc>) {
        self.heard.clear();
        self.told_at = Some(now);
    }
}
