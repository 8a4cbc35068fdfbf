//! `/attachments/{id}`: photos that came with reports.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::AttachmentId;

use crate::http::{Doors, Refused};
use crate::sessions::Acting;
use crate::state::Server;

/// Kinds a browser may show in place; everything else is saved.
const SHOWN: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

/// Adds the attachments' route.
pub fn add(doors: Doors) -> Doors {
    doors.get("/attachments/{id}", attachment)
}

async fn attachment(
    State(server): State<Server>,
    Extension(acting): Extension<Acting>,
    Path(id): Path<i64>,
) -> Result<Response, Refused> {
    let (kind, bytes) = server.desks.orders.attachment(&acting.actor, AttachmentId(id)).await?;
    let shown = SHOWN.contains(&kind.as_str());
    let kind = if shown { kind } else { "application/octet-stream".to_owned() };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    let place = if shown { "inline" } else { "attachment" };
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(place));
    // The bytes of an attachment never change; who may see them does.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}
