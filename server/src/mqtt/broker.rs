//! Readings from a broker of yours: a shared subscription, acknowledged by hand after the commit.
//!
//! What the broker itself has acknowledged to a gateway and lost, nobody here can know.

use std::time::Duration;

use anyhow::{Context, bail};
use async_trait::async_trait;
use engine::sensors::Message;
use futures::StreamExt;
use futures::stream::FuturesOrdered;
use rumqttc::v5::mqttbytes::QoS;
use rumqttc::v5::mqttbytes::v5::{Packet, Publish, SubscribeReasonCode};
use rumqttc::v5::{AsyncClient, Event, EventLoop, MqttOptions};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::batches::{Done, Inbox};
use super::{Inlet, PACKET_MAX, gateway_of};
use crate::http::health::Readiness;

/// Every gateway's readings, shared among the servers that subscribe.
const FILTER: &str = "$share/cityhelm/v1/gateways/+/readings";
/// Messages the broker sends before it waits for an acknowledgement.
const IN_FLIGHT: u16 = 64;
/// How long the broker keeps what came while this server was away, in seconds.
const KEPT_S: u32 = 24 * 3600;
/// Between two tries to connect.
const PAUSE: Duration = Duration::from_secs(2);

/// A broker to subscribe at.
pub struct Broker {
    options: MqttOptions,
    readiness: Readiness,
}

impl Broker {
    /// Reads the broker's address.
    pub fn at(url: &str, readiness: Readiness) -> anyhow::Result<Self> {
        let address = Address::read(url)?;
        let mut options = MqttOptions::new(address.client_id, address.host, address.port);
        if let Some((login, password)) = address.credentials {
            options.set_credentials(login, password);
        }
        options
            .set_keep_alive(Duration::from_secs(30))
            .set_clean_start(false)
            .set_session_expiry_interval(Some(KEPT_S))
            .set_receive_maximum(Some(IN_FLIGHT))
            .set_max_packet_size(Some(PACKET_MAX))
            .set_manual_acks(true);
        Ok(Self { options, readiness })
    }

    /// One connection, from CONNECT until it breaks. An acknowledgement belongs to the connection its message came by: what is
    /// pending when that breaks is forgotten, and the broker sends it again.
    async fn connect(&self, inbox: &Inbox) -> anyhow::Result<()> {
        let (client, events) = AsyncClient::new(self.options.clone(), usize::from(IN_FLIGHT) * 2);
        let (heard, hearing) = mpsc::channel(usize::from(IN_FLIGHT));
        tokio::select! {
            ended = listen(events, &client, heard, &self.readiness) => ended,
            ended = take(hearing, &client, inbox) => ended,
        }
    }
}

#[async_trait]
impl Inlet for Broker {
    async fn run(self: Box<Self>, inbox: Inbox, stopping: CancellationToken) {
        loop {
            let ended = tokio::select! {
                () = stopping.cancelled() => return,
                ended = self.connect(&inbox) => ended,
            };
            self.readiness.mqtt(false);
            if let Err(error) = ended {
                tracing::warn!(error = format!("{error:#}"), "The broker is away; trying again.");
            }
            tokio::select! {
                () = stopping.cancelled() => return,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }
}

/// Keeps the connection going and passes on what is published.
async fn listen(
    mut events: EventLoop,
    client: &AsyncClient,
    heard: mpsc::Sender<Publish>,
    readiness: &Readiness,
) -> anyhow::Result<()> {
    loop {
        match events.poll().await? {
            // Asked for even if the broker still knows the session: the filter may be a newer one.
            Event::Incoming(Packet::ConnAck(_)) => client.try_subscribe(FILTER, QoS::AtLeastOnce)?,
            Event::Incoming(Packet::SubAck(answer)) => {
                if !answer.return_codes.iter().all(|code| matches!(code, SubscribeReasonCode::Success(_))) {
                    bail!("the broker does not let us subscribe to {FILTER}");
                }
                tracing::info!("Subscribed at the broker.");
                readiness.mqtt(true);
            }
            Event::Incoming(Packet::Publish(publish)) => heard.send(publish).await?,
            Event::Incoming(Packet::Disconnect(why)) => bail!("the broker hung up: {:?}", why.reason_code),
            _ => {}
        }
    }
}

/// Puts what was published into the inbox, and acknowledges in the order in which it came.
async fn take(
    mut hearing: mpsc::Receiver<Publish>,
    client: &AsyncClient,
    inbox: &Inbox,
) -> anyhow::Result<()> {
    let mut pending = FuturesOrdered::new();
    loop {
        tokio::select! {
            Some((publish, committed)) = pending.next(), if !pending.is_empty() => {
                let committed: bool = committed;
                if !committed {
                    bail!("a message could be neither stored nor buried");
                }
                client.ack(&publish).await?;
            }
            publish = hearing.recv() => {
                let publish = publish.context("the connection has ended")?;
                let topic = String::from_utf8_lossy(&publish.topic).into_owned();
                let gateway = gateway_of(&topic).unwrap_or_default().to_owned();
                let room = inbox.room(publish.payload.len()).await.context("the server stops")?;
                let done: Done = room.put(Message { gateway, topic, payload: publish.payload.to_vec() });
                pending.push_back(async move { (publish, done.await.is_ok()) });
            }
        }
    }
}

/// A broker's address, read.
#[derive(Debug, PartialEq)]
struct Address {
    host: String,
    port: u16,
    credentials: Option<(String, String)>,
    client_id: String,
}

impl Address {
    fn read(url: &str) -> anyhow::Result<Self> {
        let Some(rest) = url.strip_prefix("mqtt://").or_else(|| url.strip_prefix("tcp://")) else {
            bail!(
                "the broker's address must begin with mqtt://; for TLS put a proxy on this machine in front"
            );
        };
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (credentials, place) = match rest.trim_end_matches('/').rsplit_once('@') {
            Some((credentials, place)) => (Some(credentials), place),
            None => (None, rest.trim_end_matches('/')),
        };
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().context("the broker's port is no number")?),
            None => (place, 1883),
        };
        if host.is_empty() {
            bail!("the broker's address names no host");
        }
        let credentials = credentials.map(|text| {
            let (login, password) = text.split_once(':').unwrap_or((text, ""));
            (plain(login), plain(password))
        });
        // The broker keeps what comes while this server is away under this name, so it must be the same the next time and
        // another on another server.
        let named = query.split('&').find_map(|part| part.strip_prefix("client_id="));
        let client_id = named.map_or_else(|| format!("cityhelm-{}", machine()), plain);
        Ok(Self { host: host.to_owned(), port, credentials, client_id })
    }
}

/// Undoes percent-encoding.
fn plain(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok()).filter(|_| *first == b'%');
        if let Some(byte) = code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// This machine's name.
fn machine() -> String {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    name.trim().chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read() {
        let address = Address::read("mqtt://hub:p%40ss@broker.city:1884/?client_id=one").expect("an address");
        let credentials = Some(("hub".to_owned(), "p@ss".to_owned()));
        let expected =
            Address { host: "broker.city".into(), port: 1884, credentials, client_id: "one".into() };
        assert_eq!(address, expected);
        assert_eq!(Address::read("mqtt://127.0.0.1").expect("an address").port, 1883);
        for wrong in ["", "http://x", "mqtt://", "mqtt://x:y", "mqtts://x"] {
            assert!(Address::read(wrong).is_err(), "{wrong}");
        }
    }
}
