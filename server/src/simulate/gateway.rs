//! A gateway's connection to the MQTT endpoint, as any MQTT 5 client would make it.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, bail};
use domain::sensors::SentReading;
use rumqttc::v5::mqttbytes::QoS;
use rumqttc::v5::mqttbytes::v5::Packet;
use rumqttc::v5::{AsyncClient, ConnectionError, Event, EventLoop, MqttOptions};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

/// Messages that may wait for their acknowledgement.
const IN_FLIGHT: usize = 200;
/// How long the endpoint may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where gateways connect, and their passwords.
pub struct Broker {
    host: String,
    port: u16,
    given: Option<(String, String)>,
    passwords: HashMap<String, String>,
}

impl Broker {
    /// Reads an address such as `mqtt://127.0.0.1:1883`; a name and password in it are used in place of the gateways' own.
    pub fn at(address: &str, passwords: HashMap<String, String>) -> anyhow::Result<Self> {
        let Some(rest) = address.strip_prefix("mqtt://").or_else(|| address.strip_prefix("tcp://")) else {
            bail!("the simulator speaks mqtt:// only");
        };
        let (login, server) =
            rest.trim_end_matches('/').rsplit_once('@').map_or((None, rest), |(l, s)| (Some(l), s));
        let given =
            login.map(|l| l.split_once(':').unwrap_or((l, ""))).map(|(n, p)| (n.to_owned(), p.to_owned()));
        let server = server.trim_end_matches('/');
        let (host, port) = match server.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().context("the MQTT address has a bad port")?),
            None => (server, 1883),
        };
        Ok(Self { host: host.to_owned(), port, given, passwords })
    }

    /// Connects as a gateway and waits until it is let in.
    pub async fn connect(&self, login: &str) -> anyhow::Result<Gateway> {
        let password = self.passwords.get(login).with_context(|| format!("gateway {login} is not known"))?;
        let id = format!("simulate-{login}-{}", std::process::id());
        let mut options = MqttOptions::new(id, &self.host, self.port);
        let (name, secret) = self.given.as_ref().map_or((login, password.as_str()), |(n, p)| (n, p));
        options.set_credentials(name, secret);
        options.set_keep_alive(Duration::from_secs(30));
        let (client, mut events) = AsyncClient::new(options, IN_FLIGHT);
        match timeout(PATIENCE, events.poll()).await {
            Ok(Ok(_)) => {}
            Ok(Err(ConnectionError::ConnectionRefused(code))) => {
                bail!("the MQTT endpoint refuses {login}: {code:?}")
            }
            Ok(Err(error)) => bail!("no MQTT endpoint at {}:{}: {error}", self.host, self.port),
            Err(_) => bail!("the MQTT endpoint at {}:{} does not answer", self.host, self.port),
        }
        let acknowledged = Arc::new(AtomicU64::new(0));
        let work = tokio::spawn(listen(events, login.to_owned(), Arc::clone(&acknowledged)));
        let work = AbortOnDropHandle::new(work);
        let topic = format!("v1/gateways/{login}/readings");
        Ok(Gateway { client, topic, sent: AtomicU64::new(0), acknowledged, work })
    }
}

/// A gateway that is connected, for as long as this is held.
pub struct Gateway {
    client: AsyncClient,
    topic: String,
    sent: AtomicU64,
    acknowledged: Arc<AtomicU64>,
    work: AbortOnDropHandle<()>,
}

impl Gateway {
    /// Sends readings as one message, once there is room for it.
    pub async fn send(&self, readings: &[SentReading]) -> anyhow::Result<()> {
        let number = self.sent.fetch_add(1, Ordering::Relaxed) + 1;
        let payload =
            serde_json::to_vec(&serde_json::json!({"id": format!("s-{number}"), "readings": readings}))?;
        let publish = self.client.publish(&self.topic, QoS::AtLeastOnce, false, payload);
        timeout(PATIENCE, publish).await.context("the MQTT endpoint takes nothing any more")??;
        Ok(())
    }

    /// Waits a while for what is not acknowledged yet: messages sent, and acknowledged.
    pub async fn finish(self) -> (u64, u64) {
        let sent = self.sent.load(Ordering::Relaxed);
        let until = Instant::now() + PATIENCE;
        while self.acknowledged.load(Ordering::Relaxed) < sent && Instant::now() < until {
            sleep(Duration::from_millis(50)).await;
        }
        let acknowledged = self.acknowledged.load(Ordering::Relaxed).min(sent);
        // Whether it still hears us does not matter any more.
        self.client.disconnect().await.unwrap_or_default();
        timeout(Duration::from_secs(1), self.work).await.map(|_| ()).unwrap_or_default();
        (sent, acknowledged)
    }
}

/// Counts acknowledgements; comes back by itself when the endpoint was away, and what was in flight is sent again.
async fn listen(mut events: EventLoop, login: String, acknowledged: Arc<AtomicU64>) {
    loop {
        match events.poll().await {
            Ok(Event::Incoming(Packet::PubAck(_))) => {
                acknowledged.fetch_add(1, Ordering::Relaxed);
            }
            Ok(Event::Outgoing(rumqttc::Outgoing::Disconnect)) | Err(ConnectionError::RequestsDone) => return,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(gateway = login, %error, "The MQTT endpoint is away; trying again.");
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
}
