//! The same request sent twice is answered once (draft-ietf-httpapi-idempotency-key-header).

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Fault;
use domain::api_clients::Caller;
use sha2::{Digest, Sha256};
use store::api_answers::{Answer, Begun};

use super::problem::Problem;
use crate::state::Server;

/// The header.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Characters it has at most.
const LONGEST: usize = 200;
/// Bytes that a body or an answer has at most.
const LIMIT: usize = 64 * 1024;

/// The key by which the engine knows the same request, also when its answer was never kept.
#[derive(Debug, Clone)]
pub struct OnceKey(pub String);

impl<S: Sync> FromRequestParts<S> for OnceKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let key = parts.extensions.get::<Self>().cloned();
        key.ok_or_else(|| Problem::unreadable("Idempotency-Key", "Every POST carries one."))
    }
}

/// Answers a request that was answered before as it was, and keeps the answer of one that was not.
pub async fn answer(State(server): State<Server>, request: Request, next: Next) -> Response {
    match once(&server, request, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn once(server: &Server, request: Request, next: Next) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let caller: Option<Caller> = parts.extensions.get().cloned();
    let client = caller.ok_or(Problem::from(domain::Refusal::SignedOut))?.client;
    let key = key(&parts)?;
    let body = to_bytes(body, LIMIT).await.map_err(|_| Problem::too_large())?;
    let path = parts.uri.path().to_owned();
    let same = [parts.method.as_str().as_bytes(), path.as_bytes(), &body];
    match server.engine.answer_begun(client, &key, &same).await? {
        Begun::New => {}
        Begun::UnderWay => return Err(Problem::under_way()),
        Begun::Other => return Err(Problem::key_reused()),
        Begun::Answered(answer) => return Ok(replayed(&answer)),
    }
    // With the body: the engine knows its keys for longer than a day, and after that a key may serve for something else.
    let known =
        [client.to_string().as_bytes(), b" ", key.as_bytes(), b" ", path.as_bytes(), b" ", &body].concat();
    parts.extensions.insert(OnceKey(hex::encode(Sha256::digest(known))));
    let request = Request::from_parts(parts, Body::from(body));
    // Also when the asker hangs up meanwhile: what is begun is brought to its end and its answer kept.
    let engine = server.engine.clone();
    let answering = tokio::spawn(async move {
        let response = super::problem::speak(request, next).await;
        let (parts, body) = response.into_parts();
        let text = to_bytes(body, LIMIT).await.ok().and_then(|body| String::from_utf8(body.into()).ok());
        let location = parts.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let answer = text.as_ref().filter(|_| !parts.status.is_server_error()).map(|text| Answer {
            status: i16::try_from(parts.status.as_u16()).unwrap_or(500),
            location: location.to_owned(),
            body: text.clone(),
        });
        engine.answer_ended(client, &key, answer.as_ref()).await?;
        Ok::<_, Fault>(Response::from_parts(parts, Body::from(text.unwrap_or_default())))
    });
    let broken = |error: tokio::task::JoinError| engine::Error::from(anyhow::Error::from(error)).fault();
    Ok(answering.await.map_err(broken)??)
}

fn key(parts: &Parts) -> Result<String, Problem> {
    let wrong = || {
        let detail =
            "Send one Idempotency-Key of 1 to 200 visible ASCII characters, new for each thing to be done.";
        Problem::unreadable("Idempotency-Key", detail)
    };
    let mut keys = parts.headers.get_all(KEY).iter();
    let (Some(key), None) = (keys.next(), keys.next()) else { return Err(wrong()) };
    let key = key.to_str().map_err(|_| wrong())?;
    let fits = (1..=LONGEST).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic());
    if fits { Ok(key.to_owned()) } else { Err(wrong()) }
}

fn replayed(answer: &Answer) -> Response {
    let status = u16::try_from(answer.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.unwrap_or(StatusCode::OK);
    let kind = if status.is_success() { "application/json" } else { "application/problem+json" };
    let mut response = (status, [(header::CONTENT_TYPE, kind)], answer.body.clone()).into_response();
    let headers = response.headers_mut();
    headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    if let Some(location) = HeaderValue::from_str(&answer.location).ok().filter(|l| !l.is_empty()) {
        headers.insert(header::LOCATION, location);
    }
    response
}
