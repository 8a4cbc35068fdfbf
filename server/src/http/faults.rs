//! Refusals and incidents as HTTP says them.

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::{Fault, Refusal};

/// A fault on its way out of a handler.
#[derive(Debug)]
pub struct Refused(pub Fault);

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self(fault)
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self(refusal.into())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry = match &self.0 {
            Fault::Refused(Refusal::TooMany { retry_after_s } | Refusal::Unavailable { retry_after_s }) => {
                Some(HeaderValue::from(*retry_after_s))
            }
            _ => None,
        };
        let mut response = (status, Json(self.0)).into_response();
        if let Some(retry) = retry {
            response.headers_mut().insert(header::RETRY_AFTER, retry);
        }
        response
    }
}

/// Whether the asker is a browser going to a page or sending a plain form: it wants to see a page.
pub fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("text/html"))
}

/// Sends a browser to sign in and come back to `to`; tells others that nobody is signed in.
pub fn signed_out(headers: &HeaderMap, to: &str, expired: bool) -> Response {
    if !wants_page(headers) {
        return Refused(Refusal::SignedOut.into()).into_response();
    }
    let mut address = String::from("/sign-in?to=");
    for byte in to.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.push_str(&hex::encode_upper([byte]));
        }
    }
    if expired {
        address.push_str("&refused=expired");
    }
    Redirect::to(&address).into_response()
}
