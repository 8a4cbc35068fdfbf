//! Our own MQTT endpoint: ingest only. It accepts connections and counts them; a connection is served by `session`.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use engine::Engine;
use engine::gateways::Gate;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::Inlet;
use super::batches::Inbox;
use super::session;
use crate::http::health::Readiness;

/// Connections at once; one more waits in the listener's backlog until another ends.
const CONNECTIONS: usize = 4096;
/// How long connections may take to end when the server stops.
const GRACE: Duration = Duration::from_secs(5);
/// After the machine refused a connection, e.g. for lack of file descriptors.
const BREATH: Duration = Duration::from_millis(100);

/// The endpoint, listening.
pub struct Endpoint {
    listener: TcpListener,
    gate: Arc<Gate>,
    readiness: Readiness,
}

impl Endpoint {
    /// Begins to listen.
    pub async fn open(engine: &Engine, listen: SocketAddr, readiness: &Readiness) -> io::Result<Self> {
        let listener = TcpListener::bind(listen).await?;
        Ok(Self { listener, gate: Arc::new(Gate::new(engine.clone())), readiness: readiness.clone() })
    }

    /// Where it listens.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

#[async_trait]
impl Inlet for Endpoint {
    async fn run(self: Box<Self>, inbox: Inbox, stopping: CancellationToken) {
        let places = Arc::new(Semaphore::new(CONNECTIONS));
        let mut sessions = JoinSet::new();
        self.readiness.mqtt(true);
        loop {
            let Ok(place) = Arc::clone(&places).acquire_owned().await else { break };
            let stream = tokio::select! {
                () = stopping.cancelled() => break,
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => stream,
                    Err(error) => {
                        tracing::warn!(%error, "A connection for MQTT could not be accepted.");
                        tokio::time::sleep(BREATH).await;
                        continue;
                    }
                },
            };
            let serving = session::serve(stream, Arc::clone(&self.gate), inbox.clone(), stopping.clone());
            sessions.spawn(async move {
                metrics::gauge!("cityhelm_mqtt_connections").increment(1.0);
                serving.await;
                metrics::gauge!("cityhelm_mqtt_connections").decrement(1.0);
                drop(place);
            });
            // Those that have ended are let go of here, so that the set does not grow.
            while sessions.try_join_next().is_some() {}
        }
        self.readiness.mqtt(false);
        let ended = async { while sessions.join_next().await.is_some() {} };
        drop(tokio::time::timeout(GRACE, ended).await);
    }
}
