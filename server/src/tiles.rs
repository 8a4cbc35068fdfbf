//! `/tiles/{layer}/{z}/{x}/{y}`: the map's layers as vector tiles, within the asker's scope.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::http::{Doors, Refused};
use crate::sessions::Acting;
use crate::state::Server;

/// Adds the tiles' route.
pub fn add(doors: Doors) -> Doors {
    doors.get("/tiles/{layer}/{z}/{x}/{y}", tile)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    /// Code of the centre whose part is asked; the asker's own if empty.
    centre: String,
}

async fn tile(
    State(server): State<Server>,
    Extension(acting): Extension<Acting>,
    Path((layer, z, x, y)): Path<(String, i32, i32, i32)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let bytes = server.engine.tile(&acting.actor, &layer, (z, x, y), &asked.centre).await?;
    if bytes.is_empty() {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let tag = ["\"", &hex::encode(&Sha256::digest(&bytes)[..12]), "\""].concat();
    let known =
        headers.get(header::IF_NONE_MATCH).is_some_and(|v| v.to_str().is_ok_and(|v| v.contains(&tag)));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "application/vnd.mapbox-vector-tile")], bytes).into_response()
    };
    let headers = response.headers_mut();
    // Asked for each time, because a warning changes it; sent only when it did.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    Ok(response)
}
