//! One page's stream, and the two tasks that feed and check all of them.

use std::time::Duration;

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Refusal;
use domain::actors::Right;
use domain::live::{Change, Topic};
use engine::live::Missed;
use futures::StreamExt as _;
use serde::Deserialize;
use store::live::CHANNEL;
use tokio_stream::wrappers::ReceiverStream;

use super::hub::{heartbeat, message};
use crate::http::Refused;
use crate::sessions::Acting;
use crate::state::Server;

/// Between two heartbeats: a page that hears none for ten seconds says that it is cut off.
const BEAT: Duration = Duration::from_secs(5);
/// Between two looks at what streams stand on: a revoked session's stream must end within five seconds.
const CHECK: Duration = Duration::from_secs(3);

/// Opens a page's stream: what it missed, then what happens.
pub async fn open(
    State(server): State<Server>,
    Extension(acting): Extension<Acting>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let scope = acting.actor.has(Right::ViewCity).is_ok().then(|| acting.actor.scope.clone());
    let last = headers.get("last-event-id").and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok());
    // Opened before it is asked what was missed: nothing falls between.
    let queue = server.hub.open(scope.clone(), acting.footing, acting.kept.since);
    let queue = queue.map_err(|_| Refusal::TooMany { retry_after_s: 30 })?;
    let latest = server.hub.latest();
    let missed = server.engine.missed(&acting.actor, last).await?;

    let mut first = vec![Bytes::from_static(b"retry: 2000\n\n")];
    match missed {
        Missed::Everything => first.push(Bytes::from_static(b"event: reset\ndata: {}\n\n")),
        Missed::Changes(changes) => {
            first.extend(changes.iter().filter_map(|change| message(change, scope.as_ref()?)));
        }
    }
    first.push(heartbeat(server.engine.now(), latest));
    let told =
        futures::stream::iter(first).chain(ReceiverStream::new(queue)).map(Ok::<_, std::convert::Infallible>);
    let mut response = (StatusCode::OK, Body::from_stream(told)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    // A proxy that collects before it passes on would hold back what is live.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

/// A notification: the change itself, or only its number when it was too long to carry.
#[derive(Deserialize)]
#[serde(untagged)]
enum Notice {
    Whole(Change),
    Number { id: i64 },
}

/// Hears of commits and tells the streams, until the server stops.
pub async fn hear(server: Server) {
    let mut beat = tokio::time::interval(BEAT);
    loop {
        let heard = tokio::select! {
            () = server.stopping.cancelled() => break,
            heard = listen(&server, &mut beat) => heard,
        };
        if let Err(error) = heard {
            tracing::warn!(%error, "Changes are not heard; trying again.");
        }
        tokio::select! {
            () = server.stopping.cancelled() => break,
            () = tokio::time::sleep(Duration::from_secs(1)) => {}
        }
    }
    server.hub.end_all();
}

async fn listen(server: &Server, beat: &mut tokio::time::Interval) -> anyhow::Result<()> {
    let mut listener = server.engine.db.listener().await?;
    listener.listen(CHANNEL).await?;
    let mut tx = server.engine.db.tick().await?;
    server.hub.reached(store::live::latest(&mut tx).await?);
    drop(tx);
    // What was told while nobody listened is unknown.
    server.hub.reset();
    loop {
        let notice = tokio::select! {
            notice = listener.try_recv() => notice?,
            _ = beat.tick() => {
                server.hub.beat(server.engine.now());
                continue;
            }
        };
        let Some(notice) = notice else { anyhow::bail!("the listening connection was lost") };
        match serde_json::from_str(notice.payload()) {
            Ok(Notice::Whole(change)) => tell(server, &change),
            Ok(Notice::Number { id }) => {
                let mut tx = server.engine.db.tick().await?;
                if let Some(change) = store::live::change(&mut tx, id).await? {
                    tell(server, &change);
                }
            }
            Err(error) => tracing::warn!(%error, "A change could not be read."),
        }
    }
}

fn tell(server: &Server, change: &Change) {
    if change.topic == Topic::Sessions {
        server.hub.check_now();
    }
    server.hub.tell(change);
}

/// Ends the streams of sessions that are no longer good and keeps the others from ending, until the server stops.
pub async fn sweep(server: Server) {
    loop {
        tokio::select! {
            () = server.stopping.cancelled() => break,
            () = server.hub.asked_to_check() => {}
            () = tokio::time::sleep(CHECK) => {}
        }
        let open = server.hub.footings();
        if open.is_empty() {
            continue;
        }
        let now = server.engine.now();
        let footings: Vec<_> = open.iter().map(|(_, footing, _)| footing.clone()).collect();
        // While the database is away nothing is told either; the streams wait for it.
        let Ok(good) = server.engine.still_good(&footings).await else { continue };
        let is_good = |place: usize, since| good.contains(&place) && !server.sessions.is_over(since, now);
        let over: Vec<u64> = open
            .iter()
            .enumerate()
            .filter(|(n, (_, _, since))| !is_good(*n, *since))
            .map(|(_, (id, _, _))| *id)
            .collect();
        server.hub.end(&over);
        let kept: Vec<String> =
            open.iter().filter(|(id, _, _)| !over.contains(id)).map(|(_, f, _)| f.session.clone()).collect();
        if server.sessions.touch(&server.engine, &kept).await.is_err() {
            tracing::debug!("Sessions of open streams could not be kept this time.");
        }
    }
}
