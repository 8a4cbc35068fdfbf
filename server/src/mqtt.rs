//! The ways in for readings: our own MQTT endpoint, or a broker of yours. Both feed one batcher, and what it has not
//! committed is not acknowledged.

mod batches;
mod broker;
mod endpoint;
mod protocol;
mod session;

use std::net::SocketAddr;

use anyhow::Context;
use async_trait::async_trait;
use engine::Engine;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::http::health::Readiness;
use batches::Inbox;

/// Bytes of one MQTT packet at most, in both modes.
const PACKET_MAX: u32 = 1024 * 1024;

/// What a gateway sends to: only readings, only its own.
const TOPIC_HEAD: &str = "v1/gateways/";
const TOPIC_TAIL: &str = "/readings";

/// The gateway whose topic this is.
fn gateway_of(topic: &str) -> Option<&str> {
    let login = topic.strip_prefix(TOPIC_HEAD)?.strip_suffix(TOPIC_TAIL)?;
    (!login.is_empty() && !login.contains('/')).then_some(login)
}

/// Where readings come in.
#[derive(Debug, Clone)]
pub enum Way {
    /// Gateways connect to us here.
    Endpoint(SocketAddr),
    /// We subscribe at this broker, `mqtt://[user[:password]@]host[:port][?client_id=…]`.
    Broker(String),
}

/// A way in for messages, running until it is told to stop.
#[async_trait]
trait Inlet: Send {
    /// Puts what comes in into the inbox, and acknowledges it once that says it is committed.
    async fn run(self: Box<Self>, inbox: Inbox, stopping: CancellationToken);
}

/// Opens the way in and starts to take readings. Says where gateways connect, if that is to us.
///
/// # Errors
/// When the address is taken, or the broker's cannot be read.
pub async fn start(
    engine: &Engine,
    way: Way,
    readiness: &Readiness,
    stopping: &CancellationToken,
    tasks: &mut JoinSet<()>,
) -> anyhow::Result<Option<SocketAddr>> {
    let inbox = batches::start(engine, stopping, tasks);
    let (inlet, address): (Box<dyn Inlet>, _) = match way {
        Way::Endpoint(listen) => {
            let endpoint = endpoint::Endpoint::open(engine, listen, readiness).await.with_context(|| {
                format!("cannot listen on {listen} for MQTT (is another broker running?)")
            })?;
            let address = endpoint.address()?;
            tracing::info!(%address, "Gateways may connect by MQTT.");
            (Box::new(endpoint), Some(address))
        }
        Way::Broker(url) => (Box::new(broker::Broker::at(&url, readiness.clone())?), None),
    };
    tasks.spawn(inlet.run(inbox, stopping.clone()));
    Ok(address)
}
