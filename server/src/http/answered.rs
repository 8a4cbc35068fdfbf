//! An answer to every request: whoever asks is told an incident number when a handler panics, or reads for too long.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use domain::Fault;
use futures::FutureExt as _;

use super::faults::{Refused, wants_page};

/// How long the first byte of a read may take. The database gives up on a question long before; what comes here waits for
/// something that will never be, such as an answer whose task has panicked.
pub const LONGEST: Duration = Duration::from_secs(60);

/// Answers in place of a handler that does not. Only reads have a time limit: a photo may take minutes to arrive.
pub async fn answered(State(longest): State<Duration>, request: Request, next: Next) -> Response {
    let (headers, reads) = (request.headers().clone(), request.method() == Method::GET);
    let answer = AssertUnwindSafe(next.run(request)).catch_unwind();
    let answer = if reads { tokio::time::timeout(longest, answer).await } else { Ok(answer.await) };
    match answer {
        Ok(Ok(response)) => response,
        Ok(Err(panic)) => {
            let incident = incident_number();
            let words = words_of(&*panic);
            tracing::error!(
                incident,
                words,
                "A request's handler panicked, and the asker was told its number."
            );
            told(&headers, incident, StatusCode::INTERNAL_SERVER_ERROR)
        }
        Err(_) => {
            let incident = incident_number();
            tracing::error!(incident, "A read took too long, and the asker was told its number.");
            told(&headers, incident, StatusCode::GATEWAY_TIMEOUT)
        }
    }
}

fn incident_number() -> String {
    format!("{:08x}", rand::random::<u32>())
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words")
}

/// A page for a reader, JSON for a script. The page asks nothing of the app, which has just failed.
fn told(headers: &HeaderMap, incident: String, status: StatusCode) -> Response {
    if !wants_page(headers) {
        return (status, Refused(Fault::Incident(incident))).into_response();
    }
    let page = include_str!("incident.html").replace("{incident}", &incident);
    (status, Html(page)).into_response()
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::http::header;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    async fn asked(method: Method, accept: &str) -> (StatusCode, String) {
        async fn breaks() -> StatusCode {
            panic!("the handler breaks")
        }
        let service = Router::new()
            .route("/", get(std::future::pending::<StatusCode>).post(breaks))
            .layer(from_fn_with_state(Duration::from_millis(10), answered));
        let request = Request::builder().method(method).header(header::ACCEPT, accept).body(Body::empty());
        let response = service.oneshot(request.expect("a request")).await.expect("an answer");
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("a body");
        (status, String::from_utf8(body.to_vec()).expect("text"))
    }

    #[tokio::test]
    async fn whoever_asks_hears_something() {
        let (status, page) = asked(Method::GET, "text/html").await;
        assert_eq!(status, StatusCode::GATEWAY_TIMEOUT);
        assert!(page.contains("故障编号") && !page.contains("{incident}"), "{page}");
        let (status, json) = asked(Method::POST, "application/json").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(json.contains("incident"), "{json}");
    }
}
