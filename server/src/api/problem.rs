//! Errors as RFC 9457 has them, made from what the engine refuses.

use app::words::refusals::fault_sentence;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Response as HttpResponse, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::names::Lang;
use domain::{Fault, Refusal};
use serde::Serialize;
use serde_json::Value;
use utoipa::{IntoResponses, ToSchema};

/// What stood in the way (RFC 9457).
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Problem, example = json!({
    "type": "/api/docs#field", "title": "A field must be put right", "status": 422,
    "detail": "“Title”: fill it in.", "field": "title", "remedy": "required"
}))]
pub struct Said {
    /// Which kind of problem: an address on the documentation's page, the same for the same kind.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in words.
    title: String,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What happened, in the language that was asked for.
    detail: String,
    /// The field that must be put right: of the body, the query, the path, or a header.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// How: a word, or a word with its limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<serde_json::Value>)]
    remedy: Option<Value>,
    /// The scope that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
    /// The number under which the log knows what broke.
    #[serde(skip_serializing_if = "Option::is_none")]
    incident: Option<String>,
    #[serde(skip)]
    retry_after_s: Option<u32>,
    #[serde(skip)]
    fault: Option<Fault>,
}

/// The same on its way out of a handler.
#[derive(Debug, Clone)]
pub struct Problem(Box<Said>);

/// Answers that any request may get.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "read by the description only")]
pub enum Troubles {
    /// The request cannot be read: which field, and why.
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(#[to_schema] Said),
    /// No token, or one that is unknown, revoked or over.
    #[response(status = 401, content_type = "application/problem+json")]
    NoToken(#[to_schema] Said),
    /// The token has not the scope, or another centre decides this.
    #[response(status = 403, content_type = "application/problem+json")]
    NotAllowed(#[to_schema] Said),
    /// It does not exist, or lies outside the token's centre.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(#[to_schema] Said),
    /// A field can be read and does not hold: which, and how it is put right.
    #[response(status = 422, content_type = "application/problem+json")]
    Field(#[to_schema] Said),
    /// More than the quota.
    #[response(status = 429, content_type = "application/problem+json")]
    TooMany(#[to_schema] Said),
    /// Come back later.
    #[response(status = 503, content_type = "application/problem+json")]
    Unavailable(#[to_schema] Said),
}

/// Answers that a request that changes something may get besides.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "read by the description only")]
pub enum WriteTroubles {
    /// Not in the present state, or the same key is still being answered.
    #[response(status = 409, content_type = "application/problem+json")]
    NotNow(#[to_schema] Said),
    /// The body is larger than 64 KiB.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(#[to_schema] Said),
    /// The body is no JSON.
    #[response(status = 415, content_type = "application/problem+json")]
    NotJson(#[to_schema] Said),
}

/// Kinds of problems: what `type` ends in, status, title.
const FIELD: (&str, &str) = ("field", "A field must be put right");

impl Problem {
    fn of(status: StatusCode, kind: (&str, &str), detail: impl Into<String>) -> Self {
        Self(Box::new(Said {
            kind: ["/api/docs#", kind.0].concat(),
            title: kind.1.to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            field: None,
            remedy: None,
            scope: None,
            incident: None,
            retry_after_s: None,
            fault: None,
        }))
    }

    /// A field that cannot be read.
    pub fn unreadable(field: &str, detail: impl Into<String>) -> Self {
        let mut problem =
            Self::of(StatusCode::BAD_REQUEST, ("unreadable", "The request cannot be read"), detail);
        problem.0.field = Some(field.to_owned());
        problem
    }

    /// A body that is not what was announced.
    pub fn not_json() -> Self {
        let kind = ("not-json", "The body must be JSON");
        Self::of(StatusCode::UNSUPPORTED_MEDIA_TYPE, kind, "Send Content-Type: application/json.")
    }

    /// A body beyond what is read.
    pub fn too_large() -> Self {
        Self::of(StatusCode::PAYLOAD_TOO_LARGE, ("too-large", "The body is too large"), "At most 64 KiB.")
    }

    /// A key that was used for another request.
    pub fn key_reused() -> Self {
        let kind = ("key-reused", "The Idempotency-Key was used for another request");
        let detail = "The same key came with another path or body within 24 hours. Send a new key.";
        let mut problem = Self::of(StatusCode::UNPROCESSABLE_ENTITY, kind, detail);
        problem.0.field = Some("Idempotency-Key".to_owned());
        problem
    }

    /// A key whose first request is still being answered.
    pub fn under_way() -> Self {
        let kind = ("under-way", "The same request is still being answered");
        let detail = "A request with this Idempotency-Key is being answered. Ask again with the same key.";
        let mut problem = Self::of(StatusCode::CONFLICT, kind, detail);
        problem.0.retry_after_s = Some(2);
        problem
    }

    /// Says a refusal's sentence in the asker's language.
    fn said_in(mut self, lang: Lang) -> Self {
        if let Some(fault) = &self.0.fault {
            self.0.detail = fault_sentence(fault, lang);
        }
        self
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let status = StatusCode::from_u16(fault.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let kind = match &fault {
            Fault::Incident(_) => ("incident", "Something broke and was logged"),
            Fault::Refused(refusal) => kind_of(refusal),
        };
        let mut problem = Self::of(status, kind, "");
        match &fault {
            Fault::Refused(Refusal::Field { field, remedy }) => {
                problem.0.field = Some(field.clone());
                problem.0.remedy = serde_json::to_value(remedy).ok();
            }
            Fault::Refused(Refusal::NeedsScope { scope }) => problem.0.scope = Some(scope.to_string()),
            Fault::Refused(Refusal::TooMany { retry_after_s } | Refusal::Unavailable { retry_after_s }) => {
                problem.0.retry_after_s = Some(*retry_after_s);
            }
            Fault::Incident(number) => problem.0.incident = Some(number.clone()),
            Fault::Refused(_) => {}
        }
        problem.0.fault = Some(fault);
        problem
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Fault::from(refusal).into()
    }
}

const fn kind_of(refusal: &Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::SignedOut | Refusal::WrongCredentials => ("token", "A token is needed"),
        Refusal::NotFound => ("not-found", "Not found, or outside the scope"),
        Refusal::NeedsScope { .. } => ("scope", "The token has not the scope"),
        Refusal::NotAllowed { .. } => ("not-allowed", "The token may not do this"),
        Refusal::BelongsTo { .. } => ("belongs-to", "Another centre decides this"),
        Refusal::NotNow { .. } => ("not-now", "Not in the present state"),
        Refusal::Settled { .. } => ("settled", "This was decided for good"),
        Refusal::NotOnList { .. } => ("not-on-list", "The responsibility list gives it to another tier"),
        Refusal::PartsOpen { .. } => ("parts-open", "Parts below are not done"),
        Refusal::OrdersOpen { .. } => ("orders-open", "Orders on the case are open"),
        Refusal::ChildrenOpen { .. } => ("children-open", "Cases under it are open"),
        Refusal::ParentOver { .. } => ("parent-over", "The case above is over"),
        Refusal::WorkOpen { .. } => ("work-open", "Things are open and nobody would take them over"),
        Refusal::Overtaken(_) => ("overtaken", "Somebody else moved it a moment ago"),
        Refusal::Conflict => ("conflict", "It was changed in the meantime"),
        Refusal::Field { .. } => FIELD,
        Refusal::TooMany { .. } => ("quota", "Too many requests"),
        Refusal::Unavailable { .. } => ("unavailable", "Come back later"),
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = HttpResponse::new(Body::empty());
        *response.status_mut() = status;
        if let Some(seconds) = self.0.retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            let challenge = HeaderValue::from_static("Bearer realm=\"cityhelm\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        // Written by `speak`, which knows the asker's language.
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes a problem out in the language that the asker reads: Chinese, unless English is asked for first.
pub async fn speak(request: Request, next: Next) -> Response {
    let lang = language(request.headers());
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else { return response };
    let json = serde_json::to_vec(&problem.said_in(lang).0).unwrap_or_default();
    let kind = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    *response.body_mut() = Body::from(json);
    response
}

fn language(headers: &HeaderMap) -> Lang {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let first = asked.split(',').next().unwrap_or_default().trim().to_ascii_lowercase();
    if first.starts_with("en") { Lang::En } else { Lang::Zh }
}

/// No such path.
pub async fn no_route() -> Problem {
    Refusal::NotFound.into()
}

/// A path that is asked otherwise.
pub async fn no_method() -> Problem {
    let kind = ("method", "This path is asked otherwise");
    Problem::of(StatusCode::METHOD_NOT_ALLOWED, kind, "See the header Allow.")
}
