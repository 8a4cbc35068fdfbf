//! Files the browser loads, compressed beforehand; a path that is none gets the app's own "not found".

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tower_http::services::ServeDir;

use super::pages;
use crate::state::Server;

/// Serves what lies in the site root.
pub fn service(server: &Server) -> Router {
    let missing = pages::missing(server);
    let files = ServeDir::new(&server.config.site_root)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(missing);
    Router::new().fallback_service(files).layer(from_fn(keep))
}

/// The libraries change with a release of ours only, and then under the same name: a day. Our own files are asked for
/// each time and answered "not modified".
async fn keep(request: Request, next: Next) -> Response {
    let vendored = request.uri().path().starts_with("/vendor/");
    let mut response = next.run(request).await;
    let is_page = response.headers().contains_key(header::CONTENT_SECURITY_POLICY);
    if !is_page && (response.status().is_success() || response.status().is_redirection()) {
        let value = if vendored { "public, max-age=86400" } else { "public, no-cache" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
    response
}
