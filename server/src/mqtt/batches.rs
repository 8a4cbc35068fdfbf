//! Messages gathered into batches: each batch is one transaction, and its messages are acknowledged after the commit.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::{Fault, Refusal};
use engine::sensors::{Intake, Message, Taken};
use engine::{Engine, Error};
use futures::future::BoxFuture;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// KiB of messages that may wait for the database, of all connections together. Past it nobody is read from.
const ROOM_KIB: u32 = 64 * 1024;
/// Messages that may wait.
const WAITING: usize = 4096;
/// Messages of a batch.
const BATCH: usize = 512;
/// KiB of a batch, some 10,000 readings.
const BATCH_KIB: u32 = 1024;
/// How long nothing must have come in before the screens are told of the last readings.
const QUIET: Duration = Duration::from_secs(1);
/// Between two tries while the database is away.
const PAUSES: [Duration; 4] =
    [Duration::from_millis(200), Duration::from_millis(500), Duration::from_secs(1), Duration::from_secs(3)];

/// A message that waits for its batch.
struct Waiting {
    message: Message,
    done: oneshot::Sender<()>,
    since: Instant,
    room: OwnedSemaphorePermit,
}

/// Where the ways in put messages.
#[derive(Clone)]
pub struct Inbox {
    messages: mpsc::Sender<Waiting>,
    room: Arc<Semaphore>,
}

/// Room for one message.
pub struct Room {
    place: mpsc::OwnedPermit<Waiting>,
    room: OwnedSemaphorePermit,
}

/// Answers once a message is committed; with an error if it cannot be and must be sent again.
pub type Done = oneshot::Receiver<()>;

fn kib(bytes: usize) -> u32 {
    u32::try_from(bytes / 1024 + 1).unwrap_or(ROOM_KIB).min(ROOM_KIB)
}

impl Inbox {
    /// Waits until there is room for a message of so many bytes; none when the server stops.
    pub async fn room(&self, bytes: usize) -> Option<Room> {
        let room = Arc::clone(&self.room).acquire_many_owned(kib(bytes)).await.ok()?;
        let place = self.messages.clone().reserve_owned().await.ok()?;
        Some(Room { place, room })
    }
}

impl Room {
    /// Puts the message in.
    pub fn put(self, message: Message) -> Done {
        let (done, answer) = oneshot::channel();
        self.place.send(Waiting { message, done, since: Instant::now(), room: self.room });
        answer
    }
}

/// Starts the batcher of this process.
pub fn start(engine: &Engine, stopping: &CancellationToken, tasks: &mut JoinSet<()>) -> Inbox {
    let (messages, waiting) = mpsc::channel(WAITING);
    let inbox = Inbox { messages, room: Arc::new(Semaphore::new(ROOM_KIB as usize)) };
    let batcher = Batcher { intake: Intake::new(engine.clone()), waiting, stopping: stopping.clone() };
    tasks.spawn(batcher.run());
    inbox
}

struct Batcher {
    intake: Intake,
    waiting: mpsc::Receiver<Waiting>,
    stopping: CancellationToken,
}

impl Batcher {
    async fn run(mut self) {
        loop {
            let first = tokio::select! {
                () = self.stopping.cancelled() => return,
                first = tokio::time::timeout(QUIET, self.waiting.recv()) => first,
            };
            match first {
                Ok(Some(first)) => {
                    let batch = self.gather(first);
                    self.take(batch).await;
                }
                Ok(None) => return,
                Err(_quiet) => {
                    if let Err(error) = self.intake.settle().await {
                        tracing::debug!(%error, "The screens were not told of the last readings yet.");
                    }
                }
            }
        }
    }

    /// A batch of what has come in while the one before was committed: under load they grow by themselves.
    fn gather(&mut self, first: Waiting) -> Vec<Waiting> {
        let mut size = kib(first.message.payload.len());
        let mut batch = vec![first];
        while batch.len() < BATCH && size < BATCH_KIB {
            let Ok(next) = self.waiting.try_recv() else { break };
            size += kib(next.message.payload.len());
            batch.push(next);
        }
        batch
    }

    /// Commits a batch and acknowledges its messages in the order in which they came. While the database is away this tries
    /// again; a batch that fails for another reason is halved until the message at fault is alone.
    async fn take(&mut self, batch: Vec<Waiting>) {
        let mut parts = VecDeque::from([batch]);
        let mut tries = 0;
        while let Some(part) = parts.pop_front() {
            let messages: Vec<Message> = part.iter().map(|waiting| waiting.message.clone()).collect();
            let start = Instant::now();
            match self.intake.take(&messages).await {
                Ok(taken) => {
                    tries = 0;
                    counted(taken, start.elapsed());
                    acknowledge(part);
                }
                Err(Error::Refused(Refusal::Unavailable { .. })) => {
                    parts.push_front(part);
                    if !self.pause(&mut tries).await {
                        return;
                    }
                }
                Err(error) if part.len() > 1 => {
                    tracing::warn!(messages = part.len(), %error, "A batch failed and is tried in halves.");
                    let mut head = part;
                    let tail = head.split_off(head.len() / 2);
                    parts.push_front(tail);
                    parts.push_front(head);
                }
                Err(error) => self.give_up(part, error).await,
            }
        }
    }

    /// Buries a message that cannot be taken in. If even that fails it is not acknowledged, and its sender hears nothing.
    async fn give_up(&mut self, part: Vec<Waiting>, error: Error) {
        let Fault::Incident(incident) = error.fault() else { return };
        for waiting in part {
            let reason = Refusal::unknown("incident", incident.clone());
            match self.intake.bury(&waiting.message, reason).await {
                Ok(()) => {
                    counted(Taken { buried: 1, ..Taken::default() }, Duration::ZERO);
                    acknowledge(vec![waiting]);
                }
                Err(error) => {
                    tracing::error!(%error, incident, "A message could be neither stored nor buried.");
                }
            }
        }
    }

    /// Waits a little, longer each time; false when the server stops.
    fn pause<'a>(&'a self, tries: &mut usize) -> BoxFuture<'a, bool> {
        let pause = PAUSES[(*tries).min(PAUSES.len() - 1)];
        *tries += 1;
        Box::pin(async move {
            tokio::select! {
                () = self.stopping.cancelled() => false,
                () = tokio::time::sleep(pause) => true,
            }
        })
    }
}

fn acknowledge(part: Vec<Waiting>) {
    for waiting in part {
        metrics::histogram!("cityhelm_reading_ack_seconds").record(waiting.since.elapsed().as_secs_f64());
        drop(waiting.room);
        // Who sent it may be gone: then it is sent again, and found to be there.
        waiting.done.send(()).ok();
    }
}

fn counted(taken: Taken, time: Duration) {
    metrics::counter!("cityhelm_readings_kept_total").increment(taken.kept);
    metrics::counter!("cityhelm_readings_repeated_total").increment(taken.repeated);
    metrics::counter!("cityhelm_readings_buried_total").increment(taken.buried);
    metrics::counter!("cityhelm_warnings_raised_total").increment(taken.raised);
    if !time.is_zero() {
        metrics::histogram!("cityhelm_reading_batch_seconds").record(time.as_secs_f64());
    }
}
