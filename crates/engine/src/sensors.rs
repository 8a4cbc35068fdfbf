//! Readings on their way in: decoded, checked, kept once each, and judged, many messages in one transaction.

mod known;
mod news;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::sensors::{BEHIND_LIMIT_DAYS, SentReading, decode};
use domain::{DatastreamId, Refusal};
use store::dead_letters::{self, DeadLetter};
use store::devices::Stream;
use store::readings::{self, Latest, Reading};
use store::rules::Ruling;

use crate::watches::{self, Series};
use crate::{Engine, Error, warnings};
use known::Known;
use news::News;

/// A message as a gateway sent it.
#[derive(Debug, Clone)]
pub struct Message {
    /// The gateway's login.
    pub gateway: String,
    /// Where it was sent to.
    pub topic: String,
    /// What was sent.
    pub payload: Vec<u8>,
}

/// What became of a batch of messages, counted in readings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// New ones, now in the database.
    pub kept: u64,
    /// Those that were there already.
    pub repeated: u64,
    /// Those that went to the dead letters.
    pub buried: u64,
    /// Warnings raised.
    pub raised: u64,
}

/// A series with the rule that watches it.
#[derive(Debug, Clone)]
pub struct Watched {
    /// The series.
    pub stream: Stream,
    /// The most particular rule for it, if any watches it.
    pub ruling: Option<Arc<Ruling>>,
}

/// Takes readings in. One a process: what it remembers of devices and rules is read again every minute.
pub struct Intake {
    engine: Engine,
    known: Known,
    news: News,
}

/// The same moment of the same series is the same reading.
type Key = (DatastreamId, DateTime<Utc>);
type Good = BTreeMap<Key, (Arc<Watched>, f64)>;

impl Intake {
    /// An intake that knows nothing yet.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        Self { engine, known: Known::default(), news: News::default() }
    }

    /// Takes messages in. When this answers, every reading of them is committed, or buried with the reason.
    ///
    /// # Errors
    /// When the database fails; then nothing of them was kept, and the same messages may be given again.
    pub async fn take(&mut self, messages: &[Message]) -> Result<Taken, Error> {
        let now = self.engine.now();
        let Apart { sent, ids, mut letters } = taken_apart(messages, now);
        let sent_well = sent.len() + letters.len();
        let mut tx = self.engine.db.ingest().await?;
        self.known.learn(&mut tx, now, messages, &sent).await?;
        let good = self.sorted_out(messages, sent, &ids, &mut letters);
        let rows: Vec<Reading> = good.iter().map(reading).collect();
        let new = if rows.is_empty() { HashSet::new() } else { readings::keep(&mut tx, &rows, now).await? };
        let series = by_series(&good, |key| new.contains(key));
        let mut raised = 0;
        if !series.is_empty() {
            let latest: Vec<Latest> = series.iter().filter_map(latest).collect();
            readings::latest(&mut tx, &latest).await?;
            let standings = watches::fold(&mut tx, &series).await?;
            raised = warnings::follow(&mut tx, now, &standings).await?;
            self.news.hear(series.iter().map(|series| &series.watched.stream));
        }
        if !letters.is_empty() {
            dead_letters::bury(&mut tx, now, &letters).await?;
        }
        let told = self.news.tell(&mut tx, now).await?;
        tx.commit().await?;
        if told {
            self.news.told(now);
        }
        let (kept, buried) = (new.len() as u64, letters.len() as u64);
        Ok(Taken { kept, repeated: sent_well as u64 - kept - buried, buried, raised })
    }

    /// Tells the screens of readings that were taken in but not told of yet. To be called when no more came for a second.
    ///
    /// # Errors
    /// When the database fails; then it may be called again.
    pub async fn settle(&mut self) -> Result<(), Error> {
        if self.news.is_empty() {
            return Ok(());
        }
        let now = self.engine.now();
        let mut tx = self.engine.db.ingest().await?;
        let told = self.news.tell(&mut tx, now).await?;
        tx.commit().await?;
        if told {
            self.news.told(now);
        }
        Ok(())
    }

    /// Buries a whole message that could not be taken in for no fault of the database.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn bury(&mut self, message: &Message, reason: Refusal) -> Result<(), Error> {
        let now = self.engine.now();
        let mut tx = self.engine.db.ingest().await?;
        let payload = domain::sensors::shown(&message.payload);
        dead_letters::bury(&mut tx, now, &[letter(message, None, payload, reason)]).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Finds each reading's series; what has none, or cannot be, goes to the letters.
    fn sorted_out(
        &self,
        messages: &[Message],
        sent: Vec<(usize, SentReading)>,
        ids: &[Option<String>],
        letters: &mut Vec<DeadLetter>,
    ) -> Good {
        let mut good = Good::new();
        for (of, reading) in sent {
            match self.known.series(&messages[of].gateway, &reading) {
                Ok(watched) => {
                    // The first that came of a moment stays, as in the database.
                    good.entry((watched.stream.id, in_micros(reading.at)))
                        .or_insert((watched, reading.value));
                }
                Err(reason) => {
                    let payload = serde_json::to_string(&reading).unwrap_or_default();
                    letters.push(letter(&messages[of], ids[of].clone(), payload, reason));
                }
            }
        }
        good
    }
}

/// Messages taken apart.
#[derive(Default)]
struct Apart {
    /// Every reading that can be read, with the number of its message.
    sent: Vec<(usize, SentReading)>,
    /// Each message's own id.
    ids: Vec<Option<String>>,
    /// Letters for what cannot be read.
    letters: Vec<DeadLetter>,
}

fn taken_apart(messages: &[Message], now: DateTime<Utc>) -> Apart {
    let mut apart = Apart::default();
    for (of, message) in messages.iter().enumerate() {
        let decoded = decode(&message.payload, now);
        apart.sent.extend(decoded.readings.into_iter().map(|reading| (of, reading)));
        for (payload, reason) in decoded.bad {
            apart.letters.push(letter(message, decoded.message_id.clone(), payload, reason));
        }
        apart.ids.push(decoded.message_id);
    }
    apart
}

fn letter(message: &Message, message_id: Option<String>, payload: String, reason: Refusal) -> DeadLetter {
    DeadLetter { gateway: message.gateway.clone(), topic: message.topic.clone(), message_id, payload, reason }
}

fn reading((&(datastream, at), (watched, value)): (&Key, &(Arc<Watched>, f64))) -> Reading {
    Reading { district: watched.stream.district, datastream, at, value: *value }
}

/// What is new of each series, in order of time.
fn by_series(good: &Good, is_new: impl Fn(&Key) -> bool) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for (key, (watched, value)) in good.iter().filter(|(key, _)| is_new(key)) {
        match all.last_mut() {
            Some(series) if series.watched.stream.id == key.0 => series.readings.push((key.1, *value)),
            _ => all.push(Series { watched: Arc::clone(watched), readings: vec![(key.1, *value)] }),
        }
    }
    all
}

fn latest(series: &Series) -> Option<Latest> {
    let stream = &series.watched.stream;
    let (at, value) = *series.readings.last()?;
    let before = series.readings.iter().rev().nth(1).map(|(_, value)| *value);
    let reading = Reading { district: stream.district, datastream: stream.id, at, value };
    Some(Latest { reading, path: stream.path.clone(), before })
}

/// A moment as the database keeps it. A leap second becomes the one after it.
fn in_micros(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// Days that dead letters are kept.
const LETTERS_DAYS: i64 = 30;
/// Rows that one transaction forgets.
const FORGOTTEN: i64 = 5000;

impl Engine {
    /// Forgets dead letters after a month, and steps of the threshold machine once no late reading is accepted that could
    /// ask for them; says how many rows.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn forget_letters(&self) -> Result<u64, Error> {
        let now = self.now();
        let mut tx = self.db.tick().await?;
        let letters = dead_letters::forget(&mut tx, now - Duration::days(LETTERS_DAYS), FORGOTTEN).await?;
        // A day more than readings may be late, so that one accepted just now still finds its step.
        let unasked = now - Duration::days(BEHIND_LIMIT_DAYS + 1);
        let steps = store::watches::forget_steps(&mut tx, unasked, FORGOTTEN).await?;
        tx.commit().await?;
        Ok(letters + steps)
    }
}
