//! Sends to webhooks what the engine says is due.

mod door;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use domain::webhooks::DeliveryTry;
use engine::Error;
use futures::future::join_all;
use hmac::{Hmac, Mac};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use sha2::Sha256;
use store::webhooks::Due;

use crate::state::Server;

/// How long an endpoint may take to answer, from the first packet on.
const PATIENCE: Duration = Duration::from_secs(10);
/// Characters kept of why a try failed.
const REASON: usize = 200;

static ANYWHERE: LazyLock<Option<Client>> = LazyLock::new(|| client(true));
static ELSEWHERE: LazyLock<Option<Client>> = LazyLock::new(|| client(false));

/// No redirects, no proxy of the environment, and no way to this machine unless it is allowed.
fn client(local: bool) -> Option<Client> {
    let client = Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .timeout(PATIENCE)
        .connect_timeout(PATIENCE / 2)
        .user_agent(concat!("cityhelm/", env!("CARGO_PKG_VERSION")))
        .dns_resolver(std::sync::Arc::new(door::Resolver { local }));
    client.build().inspect_err(|error| tracing::error!(%error, "Webhooks cannot be sent.")).ok()
}

/// Gives out what happened and sends what is due, until nothing is.
///
/// # Errors
/// When the database is away.
pub async fn send(server: &Server) -> Result<(), Error> {
    server.engine.spread_news().await?;
    while !server.stopping.is_cancelled() {
        let due = server.engine.deliveries_due().await?;
        if due.is_empty() {
            break;
        }
        let tries = due.iter().map(|due| async move {
            let tried = attempt(server, due).await;
            server.engine.delivery_tried(due, &tried).await
        });
        for state in join_all(tries).await {
            metrics::counter!("cityhelm_webhook_tries_total", "state" => state?.as_str()).increment(1);
        }
    }
    Ok(())
}

async fn attempt(server: &Server, due: &Due) -> DeliveryTry {
    let at = server.engine.now();
    let start = Instant::now();
    let outcome = post(server.config.webhook_local, due, at.timestamp()).await;
    let took_ms = i32::try_from(start.elapsed().as_millis()).unwrap_or(i32::MAX);
    let (status, error) = match outcome {
        Ok(status) => (i16::try_from(status).ok(), String::new()),
        Err(reason) => (None, reason.chars().take(REASON).collect()),
    };
    DeliveryTry { at, status, took_ms, error }
}

async fn post(local: bool, due: &Due, at: i64) -> Result<u16, String> {
    let url: Url = due.url.parse().map_err(|_| "the address cannot be read".to_owned())?;
    door::check(&url, local)?;
    let client = if local { &*ANYWHERE } else { &*ELSEWHERE };
    let client = client.as_ref().ok_or("no client")?;
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    for (name, value) in [
        ("cityhelm-signature", signature(&due.secret, at, &due.body)),
        ("cityhelm-delivery", due.id.to_string()),
        ("cityhelm-type", due.verb.clone()),
    ] {
        headers.insert(name, HeaderValue::from_str(&value).map_err(|error| error.to_string())?);
    }
    let sent = client.post(url).headers(headers).body(due.body.clone()).send().await;
    // What it says is not read: the status is the answer.
    sent.map(|response| response.status().as_u16()).map_err(|error| reason(&error))
}

/// The chain of reasons, without the address, which stands beside it.
fn reason(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return format!("no answer within {} s", PATIENCE.as_secs());
    }
    let mut source = std::error::Error::source(error);
    let mut words = Vec::new();
    while let Some(cause) = source {
        words.push(cause.to_string());
        source = cause.source();
    }
    if words.is_empty() { error.to_string() } else { words.join(": ") }
}

/// `t=…,v1=…`: the moment, and the HMAC-SHA256 of moment, full stop and body.
fn signature(secret: &str, at: i64, body: &str) -> String {
    let mut mac =
        <Hmac<Sha256> as Mac>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(at.to_string().as_bytes());
    mac.update(b".");
    mac.update(body.as_bytes());
    format!("t={at},v1={}", hex::encode(mac.finalize().into_bytes()))
}
