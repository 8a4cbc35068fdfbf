//! Who asks: told by the token, counted against the client's quota.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Refusal;
use domain::api_clients::{Caller, Quota};

use super::problem::Problem;
use crate::state::Server;

/// The caller, for handlers.
pub struct Asker(pub Caller);

impl<S: Sync> FromRequestParts<S> for Asker {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let caller = parts.extensions.get::<Caller>().cloned();
        caller.map(Self).ok_or_else(|| Refusal::SignedOut.into())
    }
}

/// Lets in whoever has a token and has not asked too much.
pub async fn admit(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let Some(token) = bearer(request.headers()) else {
        return Problem::from(Refusal::SignedOut).into_response();
    };
    let caller = match server.engine.caller(token).await {
        Ok(caller) => caller,
        Err(fault) => return Problem::from(fault).into_response(),
    };
    let quota = caller.quota;
    let mut response = if quota.let_in {
        request.extensions_mut().insert(caller);
        next.run(request).await
    } else {
        Problem::from(Refusal::TooMany { retry_after_s: quota.retry_after_s() }).into_response()
    };
    tell(quota, response.headers_mut());
    response
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// As draft-ietf-httpapi-ratelimit-headers has it.
fn tell(quota: Quota, headers: &mut HeaderMap) {
    let Quota { minute, minute_resets_s, day, day_resets_s, .. } = quota;
    let policy = format!("\"minute\";q={};w=60, \"day\";q={};w=86400", minute.0, day.0);
    let left = format!("\"minute\";r={};t={minute_resets_s}, \"day\";r={};t={day_resets_s}", minute.1, day.1);
    for (name, value) in [("ratelimit-policy", policy), ("ratelimit", left)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
}
