//! One gateway's connection, from its CONNECT until it ends.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use domain::Refusal;
use engine::Error;
use engine::gateways::Gate;
use engine::sensors::Message;
use futures::StreamExt;
use futures::future::BoxFuture;
use futures::stream::FuturesOrdered;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tokio_util::sync::CancellationToken;

use super::batches::{Inbox, Room};
use super::gateway_of;
use super::protocol::{Credentials, Heard, IN_FLIGHT, Protocol, Published, Wrong};

/// How long a client may take to say who it is.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Bytes it may say before that.
const HANDSHAKE_BYTES: usize = 16 * 1024;
/// How long a client may take to read what it is told.
const PATIENCE: Duration = Duration::from_secs(20);
/// Before a wrong password is answered, so that guessing is slow.
const WRONG: Duration = Duration::from_secs(1);
/// Bytes read at once.
const READ: usize = 64 * 1024;

/// Serves one connection until it ends.
pub async fn serve(stream: TcpStream, gate: Arc<Gate>, inbox: Inbox, stopping: CancellationToken) {
    let mut session = Session {
        stream,
        protocol: Protocol::new(),
        buffer: vec![0; HANDSHAKE_BYTES],
        login: String::new(),
        answers: FuturesOrdered::new(),
    };
    let let_in = tokio::select! {
        () = stopping.cancelled() => return,
        let_in = session.shake_hands(&gate) => let_in,
    };
    match let_in {
        Ok(true) => {}
        Ok(false) => return,
        Err(error) => return tracing::debug!(%error, "A gateway did not say who it is."),
    }
    tracing::debug!(gateway = session.login, "A gateway has connected.");
    session.buffer.resize(READ, 0);
    let ended = session.take_messages(&inbox, &stopping).await;
    tracing::debug!(gateway = session.login, ?ended, "A gateway's connection has ended.");
}

/// What is to be said of a message once its turn comes: they are answered in the order in which they came.
enum Answer {
    Committed(u16),
    Declined(Option<u16>, Wrong),
    /// It could be neither stored nor buried: the gateway must send it again.
    Failed,
}

struct Session {
    stream: TcpStream,
    protocol: Protocol,
    buffer: Vec<u8>,
    login: String,
    answers: FuturesOrdered<BoxFuture<'static, Answer>>,
}

impl Session {
    /// Reads the CONNECT and answers it. Says whether the gateway was let in.
    async fn shake_hands(&mut self, gate: &Gate) -> io::Result<bool> {
        // What was signed in with an acknowledgement at hand should not wait for more.
        self.stream.set_nodelay(true)?;
        let late = || io::Error::new(io::ErrorKind::TimedOut, "no CONNECT in time");
        let credentials = timeout(HANDSHAKE, self.read_connect()).await.map_err(|_| late())??;
        let Some(credentials) = credentials else {
            self.flush().await?;
            return Ok(false);
        };
        match gate.lets_in(&credentials.login, &credentials.password).await {
            Ok(true) => {
                self.protocol.accept(&credentials);
                self.login = credentials.login;
            }
            Ok(false) => {
                tracing::info!("A gateway gave a wrong name or password.");
                metrics::counter!("cityhelm_mqtt_refused_total").increment(1);
                sleep(WRONG).await;
                self.protocol.refuse(false);
            }
            Err(error) => {
                if !matches!(error, Error::Refused(Refusal::Unavailable { .. })) {
                    tracing::error!(%error, "A gateway's password could not be checked.");
                }
                self.protocol.refuse(true);
            }
        }
        self.flush().await?;
        Ok(!self.protocol.closing)
    }

    async fn read_connect(&mut self) -> io::Result<Option<Credentials>> {
        let mut all = 0;
        loop {
            let read = self.stream.read(&mut self.buffer[..HANDSHAKE_BYTES - all]).await?;
            if read == 0 {
                return Ok(None);
            }
            all += read;
            self.protocol.feed(&self.buffer[..read]);
            match self.protocol.heard.pop_front() {
                Some(Heard::Connect(credentials)) => return Ok(Some(credentials)),
                Some(_) => return Ok(None),
                None if self.protocol.closing || all == HANDSHAKE_BYTES => return Ok(None),
                None => {}
            }
        }
    }

    /// Takes messages until either side ends it. Stops to read while the database does not keep up.
    async fn take_messages(&mut self, inbox: &Inbox, stopping: &CancellationToken) -> io::Result<()> {
        let mut heard_at = Instant::now();
        let mut room: Option<BoxFuture<'static, Option<Room>>> = None;
        loop {
            self.handle_heard(inbox, &mut room);
            self.flush().await?;
            if self.protocol.closing {
                return self.stream.shutdown().await;
            }
            let listening = room.is_none() && self.answers.len() < usize::from(IN_FLIGHT);
            let silence = self.protocol.silence.filter(|_| listening).map(|silence| heard_at + silence);
            tokio::select! {
                biased;
                () = stopping.cancelled() => self.protocol.shut_down(),
                Some(answer) = self.answers.next(), if !self.answers.is_empty() => self.answer(&answer),
                found = async { room.as_mut().expect("checked by the condition").await }, if room.is_some() => {
                    room = None;
                    match found {
                        Some(found) => self.put(found),
                        None => self.protocol.shut_down(),
                    }
                    heard_at = Instant::now();
                }
                read = self.stream.read(&mut self.buffer), if listening => {
                    let read = read?;
                    if read == 0 {
                        return Ok(());
                    }
                    heard_at = Instant::now();
                    self.protocol.feed(&self.buffer[..read]);
                }
                () = async { sleep_until(silence.expect("checked by the condition")).await }, if silence.is_some() => {
                    self.protocol.silent();
                }
            }
        }
    }

    /// Handles what was heard, up to the next message, for which it asks for room.
    fn handle_heard(&mut self, inbox: &Inbox, room: &mut Option<BoxFuture<'static, Option<Room>>>) {
        while room.is_none() {
            match self.protocol.heard.front() {
                Some(Heard::Publish(published)) => {
                    let (id, bytes) = (published.id, published.payload.len());
                    if let Some(wrong) = self.wrong(published) {
                        self.protocol.heard.pop_front();
                        self.answers.push_back(Box::pin(async move { Answer::Declined(id, wrong) }));
                    } else {
                        let inbox = inbox.clone();
                        *room = Some(Box::pin(async move { inbox.room(bytes).await }));
                    }
                }
                Some(Heard::Goodbye) => {
                    self.protocol.closing = true;
                    return;
                }
                // A second CONNECT breaks the rules; the library has seen to it.
                Some(Heard::Connect(_)) => {
                    self.protocol.heard.pop_front();
                }
                None => return,
            }
        }
    }

    /// Puts the first message heard into the inbox.
    fn put(&mut self, room: Room) {
        let Some(Heard::Publish(published)) = self.protocol.heard.pop_front() else { return };
        let done = room.put(Message {
            gateway: self.login.clone(),
            topic: published.topic,
            payload: published.payload,
        });
        // Of QoS 0 nothing is said: nobody waits.
        if let Some(id) = published.id {
            self.answers.push_back(Box::pin(async move {
                match done.await {
                    Ok(()) => Answer::Committed(id),
                    Err(_) => Answer::Failed,
                }
            }));
        }
    }

    fn answer(&mut self, answer: &Answer) {
        match *answer {
            Answer::Committed(id) => self.protocol.acknowledge(id),
            Answer::Declined(id, wrong) => self.protocol.decline(id, wrong),
            Answer::Failed => self.protocol.closing = true,
        }
    }

    /// What is wrong with where a message goes: a gateway sends readings, and only its own.
    fn wrong(&self, published: &Published) -> Option<Wrong> {
        match gateway_of(&published.topic) {
            Some(login) if login == self.login => None,
            Some(_) => Some(Wrong::NotYours),
            None => Some(Wrong::NoSuchTopic),
        }
    }

    async fn flush(&mut self) -> io::Result<()> {
        if self.protocol.out.is_empty() {
            return Ok(());
        }
        let out = std::mem::take(&mut self.protocol.out);
        let slow = || io::Error::new(io::ErrorKind::TimedOut, "the gateway does not read");
        timeout(PATIENCE, self.stream.write_all(&out)).await.map_err(|_| slow())?
    }
}
