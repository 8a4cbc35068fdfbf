//! `/attachments/{id}`: photos and files that came with reports and orders.

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::AttachmentId;

use crate::http::{Doors, Refused};
use crate::sessions::Acting;
use crate::state::Server;

/// Kinds a browser may show in place; everything else is saved.
const SHOWN: [&str; 10] = [
    "image/jpeg",
    "image/png",
    "image/webp",
    "audio/webm",
    "audio/ogg",
    "audio/mp4",
    "audio/wav",
    "audio/amr",
    "audio/mpeg",
    "audio/aac",
];

/// How a saved file is called, so that the reader's machine knows what opens it.
fn saved_as(kind: &str) -> &'static str {
    match kind {
        "application/pdf" => "attachment; filename=\"attachment.pdf\"",
        kind if kind.ends_with("spreadsheetml.sheet") => "attachment; filename=\"attachment.xlsx\"",
        kind if kind.ends_with("wordprocessingml.document") => "attachment; filename=\"attachment.docx\"",
        _ => "attachment",
    }
}

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
    let place = if shown { "inline" } else { saved_as(&kind) };
    let kind = if shown { kind } else { "application/octet-stream".to_owned() };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(place));
    // The bytes of an attachment never change; who may see them does.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}
