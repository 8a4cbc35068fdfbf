//! Whether the process lives, whether it can work, and how much it does.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use serde::Serialize;

use super::patience::Peer;
use crate::state::Server;

/// Upper bounds of the buckets of request times, in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0];

static METRICS: LazyLock<Option<PrometheusHandle>> = LazyLock::new(|| {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &BUCKETS)
        .and_then(PrometheusBuilder::install_recorder)
        .inspect_err(|error| tracing::warn!(%error, "Metrics are not recorded."))
        .ok()
});

/// Whether the way in for readings is up. The MQTT part says so.
#[derive(Debug, Clone, Default)]
pub struct Readiness {
    mqtt: Arc<AtomicU8>,
}

impl Readiness {
    /// Readings can come in, or not.
    pub fn mqtt(&self, up: bool) {
        self.mqtt.store(u8::from(up), Ordering::Relaxed);
    }
}

/// What `/readyz` says.
#[derive(Debug, Serialize)]
struct Ready {
    database: bool,
    migrations: bool,
    mqtt: bool,
}

/// The routes that need no session and answer under any host name, for probes.
pub fn router() -> Router<Server> {
    // Started here so that what is counted from the first request on is kept.
    LazyLock::force(&METRICS);
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready)).route("/metrics", get(measured))
}

async fn alive() -> &'static str {
    "alive\n"
}

async fn ready(State(server): State<Server>) -> Response {
    let missing = async {
        let mut tx = server.engine.db.tick().await?;
        store::migrations::missing(&mut tx).await
    };
    let missing = missing.await;
    let ready = Ready {
        database: missing.is_ok(),
        migrations: matches!(missing, Ok(Some(0))),
        mqtt: server.readiness.mqtt.load(Ordering::Relaxed) == 1,
    };
    let up = ready.database && ready.migrations && ready.mqtt && !server.stopping.is_cancelled();
    (if up { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, Json(ready)).into_response()
}

/// For Prometheus on the same machine; a proxy in front adds a header and is refused, since it speaks for others.
async fn measured(
    State(server): State<Server>,
    headers: HeaderMap,
    ConnectInfo(peer): ConnectInfo<Peer>,
) -> Response {
    let proxied = server.config.client_address_header.as_ref().is_some_and(|name| headers.contains_key(name));
    let Some(metrics) = METRICS.as_ref().filter(|_| peer.0.ip().is_loopback() && !proxied) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    for (role, open, idle) in server.engine.db.connections() {
        metrics::gauge!("cityhelm_database_connections", "role" => role.name()).set(f64::from(open));
        let idle = u32::try_from(idle).unwrap_or(u32::MAX);
        metrics::gauge!("cityhelm_database_connections_idle", "role" => role.name()).set(f64::from(idle));
    }
    let streams = u32::try_from(server.hub.streams()).unwrap_or(u32::MAX);
    metrics::gauge!("cityhelm_live_streams").set(f64::from(streams));
    metrics.run_upkeep();
    ([("content-type", "text/plain; version=0.0.4")], metrics.render()).into_response()
}

/// Counts requests and their time, by route and not by path, so that the series stay few.
pub async fn measure(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("other", |p| p.as_str()).to_owned();
    let method = request.method().to_string();
    let start = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("cityhelm_http_requests_total", "method" => method, "route" => route.clone(), "status" => status).increment(1);
    metrics::histogram!("cityhelm_http_request_seconds", "route" => route)
        .record(start.elapsed().as_secs_f64());
    response
}
