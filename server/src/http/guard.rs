//! What is turned away before anybody looks at it: foreign hosts, foreign origins, too much at once.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::Limited;

use super::patience::Peer;
use crate::state::Server;

/// Bytes a form or question may have.
const FORM_LIMIT: usize = 64 * 1024;
/// Bytes a form with files may have.
const UPLOAD_LIMIT: usize = 50 * 1024 * 1024;

/// The asker's network address, for the log of tries and the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(pub String);

impl Address {
    /// The connection's, or what the proxy in front says as the last entry of its header.
    fn of(request: &Request, server: &Server) -> Self {
        let proxied = server.config.client_address_header.as_ref().and_then(|name| {
            let value = request.headers().get_all(name).iter().next_back()?.to_str().ok()?;
            let last = value.rsplit(',').next()?.trim();
            last.parse::<std::net::IpAddr>().ok().map(|ip| ip.to_string())
        });
        let connected = || {
            let peer: Option<SocketAddr> = request.extensions().get::<ConnectInfo<Peer>>().map(|c| c.0.0);
            peer.map_or_else(|| "unknown".to_owned(), |peer| peer.ip().to_string())
        };
        Self(proxied.unwrap_or_else(connected))
    }
}

/// Refuses a request under a name the server does not have: links made of a forged host would lead elsewhere.
pub async fn host(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let asked = request.headers().get(header::HOST).and_then(|v| v.to_str().ok());
    let asked = asked.or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str));
    let known = asked.map(str::to_ascii_lowercase).is_some_and(|asked| server.config.hosts.contains(&asked));
    if !known {
        return (StatusCode::MISDIRECTED_REQUEST, "This server has another name.\n").into_response();
    }
    let address = Address::of(&request, &server);
    request.extensions_mut().insert(address);
    next.run(request).await
}

/// Refuses a write that another site's page sent.
pub async fn origin(State(server): State<Server>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads && !is_ours(request.headers(), &server) {
        return (StatusCode::FORBIDDEN, "This was sent by a page of another site.\n").into_response();
    }
    next.run(request).await
}

fn is_ours(headers: &HeaderMap, server: &Server) -> bool {
    let text = |name| headers.get(name).and_then(|v| v.to_str().ok());
    match (text(header::ORIGIN), text(header::HeaderName::from_static("sec-fetch-site"))) {
        // `null` is what a sandboxed frame or a file says.
        (Some(origin), _) => {
            let ours = origin == server.config.public_url;
            let here = origin.split_once("://").is_some_and(|(scheme, host)| {
                (scheme == "https") == server.config.is_https() && text(header::HOST) == Some(host)
            });
            ours || here
        }
        (None, Some(site)) => site == "same-origin",
        // A browser says at least one of them with every write; what says neither carries no cookie by itself either,
        // but nothing of ours needs it.
        (None, None) => false,
    }
}

/// Refuses a body that is larger than what it is for.
pub async fn size(request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    let limit =
        if kind.is_some_and(|k| k.starts_with("multipart/form-data")) { UPLOAD_LIMIT } else { FORM_LIMIT };
    let told: Option<usize> = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.parse().ok());
    if told.is_some_and(|told| told > limit) {
        return (StatusCode::PAYLOAD_TOO_LARGE, "This is too large.\n").into_response();
    }
    // What does not tell its length is cut off where the limit is.
    let request = request.map(|body| Body::new(Limited::new(body, limit)));
    next.run(request).await
}
