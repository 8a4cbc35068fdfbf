//! What browsers are told not to do.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::state::Server;

/// The policy of a page whose inline scripts carry this nonce.
///
/// - `wasm-unsafe-eval` lets WASM compile, not text become code.
/// - Style attributes are allowed: charts' tips set them by markup, and a style runs nothing.
/// - The map's worker is a file of our own; it draws into images from blobs and data.
pub fn page_policy(nonce: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; \
         style-src-attr 'unsafe-inline'; img-src 'self' blob: data:; worker-src 'self'; connect-src 'self'; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// The policy of everything that is no page.
const BARE_POLICY: &str =
    "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// Sets the headers that every response carries; a page's own policy stands.
pub async fn secure(State(server): State<Server>, request: Request, next: Next) -> Response {
    // A worker obeys the policy its script came with: the map's fetches tiles.
    let is_script = [".mjs", ".js", ".wasm"].iter().any(|ending| request.uri().path().ends_with(ending));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    let policy = if is_script { "default-src 'self'; frame-ancestors 'none'" } else { BARE_POLICY };
    set(header::CONTENT_SECURITY_POLICY, policy);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(self), geolocation=(self), payment=(), usb=()",
    );
    // What is said to one person is for no cache that others read.
    set(header::CACHE_CONTROL, "no-store");
    if server.config.is_https() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    response
}
