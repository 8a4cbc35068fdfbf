//! All open streams of this server. What is told goes into a short queue a stream; who does not take it is dropped here,
//! from outside the stream.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use domain::PersonId;
use domain::centres::CentrePath;
use domain::live::Change;
use store::accounts::Footing;
use tokio::sync::{Notify, mpsc};

/// Messages that wait for one stream.
const QUEUE: usize = 64;
/// Streams of one person: as many tabs and walls as anybody watches.
const STREAMS_A_PERSON: usize = 24;
/// Streams of one server, at about 21 KB each.
const STREAMS: usize = 10_000;

/// There are as many streams as there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

struct Listener {
    queue: mpsc::Sender<Bytes>,
    /// None for whoever has no view of the city: hears the time alone.
    scope: Option<CentrePath>,
    footing: Footing,
    since: DateTime<Utc>,
}

/// The open streams.
#[derive(Clone, Default)]
pub struct Hub {
    listeners: Arc<Mutex<HashMap<u64, Listener>>>,
    next: Arc<Mutex<u64>>,
    latest: Arc<AtomicI64>,
    check: Arc<Notify>,
}

impl Hub {
    fn listeners(&self) -> MutexGuard<'_, HashMap<u64, Listener>> {
        // Nothing in here panics between two changes of the map.
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a stream; what is told from now on arrives in the queue. Dropping the queue ends it.
    ///
    /// # Errors
    /// When the person or the server has as many as may be.
    pub fn open(
        &self,
        scope: Option<CentrePath>,
        footing: Footing,
        since: DateTime<Utc>,
    ) -> Result<mpsc::Receiver<Bytes>, TooMany> {
        let (queue, receiver) = mpsc::channel(QUEUE);
        let mut listeners = self.listeners();
        listeners.retain(|_, listener| !listener.queue.is_closed());
        let theirs = listeners.values().filter(|listener| listener.footing.person == footing.person).count();
        if theirs >= STREAMS_A_PERSON || listeners.len() >= STREAMS {
            return Err(TooMany);
        }
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        *next += 1;
        listeners.insert(*next, Listener { queue, scope, footing, since });
        Ok(receiver)
    }

    /// How many are open.
    #[must_use]
    pub fn streams(&self) -> usize {
        self.listeners().len()
    }

    /// The latest change that was told.
    #[must_use]
    pub fn latest(&self) -> i64 {
        self.latest.load(Ordering::Relaxed)
    }

    /// Remembers the latest change, so that a stream that hears nothing of it can be resumed after it.
    pub fn reached(&self, id: i64) {
        self.latest.fetch_max(id, Ordering::Relaxed);
    }

    /// Tells a change to those whose scope it concerns.
    pub fn tell(&self, change: &Change) {
        // Written once a scope, not once a stream.
        let mut written: HashMap<CentrePath, Option<Bytes>> = HashMap::new();
        self.send(|listener| {
            let scope = listener.scope.as_ref()?;
            written.entry(scope.clone()).or_insert_with(|| message(change, scope)).clone()
        });
        self.reached(change.id);
    }

    /// Tells everybody to ask everything again.
    pub fn reset(&self) {
        self.send(|_| Some(Bytes::from_static(b"event: reset\ndata: {}\n\n")));
    }

    /// Tells everybody what time it is.
    pub fn beat(&self, now: DateTime<Utc>) {
        let beat = heartbeat(now, self.latest());
        self.send(|_| Some(beat.clone()));
    }

    /// Sends to each listener what `words` says for it. A full queue ends the stream: the page opens it anew and resumes.
    fn send(&self, mut words: impl FnMut(&Listener) -> Option<Bytes>) {
        self.listeners().retain(|_, listener| match words(listener) {
            Some(bytes) => {
                let sent = listener.queue.try_send(bytes).is_ok();
                if !sent && !listener.queue.is_closed() {
                    metrics::counter!("cityhelm_live_dropped_total").increment(1);
                }
                sent
            }
            None => !listener.queue.is_closed(),
        });
    }

    /// What every open stream stands on, with when its session began.
    #[must_use]
    pub fn footings(&self) -> Vec<(u64, Footing, DateTime<Utc>)> {
        self.listeners().iter().map(|(id, l)| (*id, l.footing.clone(), l.since)).collect()
    }

    /// Ends streams.
    pub fn end(&self, ids: &[u64]) {
        let mut listeners = self.listeners();
        for id in ids {
            listeners.remove(id);
        }
    }

    /// Ends every stream.
    pub fn end_all(&self) {
        self.listeners().clear();
    }

    /// Ends a person's streams, wherever they come from.
    pub fn end_of(&self, person: PersonId) {
        self.listeners().retain(|_, listener| listener.footing.person != person);
    }

    /// Asks that what the streams stand on is looked at now.
    pub fn check_now(&self) {
        self.check.notify_one();
    }

    /// Waits until somebody asks for that.
    pub async fn asked_to_check(&self) {
        self.check.notified().await;
    }
}

/// A change as the stream says it to readers of this scope: other centres it concerns are not theirs to know.
pub fn message(change: &Change, scope: &CentrePath) -> Option<Bytes> {
    let paths: Vec<CentrePath> = change.paths.iter().filter(|path| scope.contains(path)).cloned().collect();
    if paths.is_empty() {
        return None;
    }
    let json = serde_json::to_string(&Change { paths, ..change.clone() }).ok()?;
    Some(Bytes::from(["event: change\nid: ", &change.id.to_string(), "\ndata: ", &json, "\n\n"].concat()))
}

/// The heartbeat; it carries the latest change's number, so that a quiet stream is resumed from now and not from long ago.
pub fn heartbeat(now: DateTime<Utc>, latest: i64) -> Bytes {
    let now = now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    Bytes::from(
        ["event: heartbeat\nid: ", &latest.to_string(), "\ndata: {\"now\":\"", &now, "\"}\n\n"].concat(),
    )
}
