//! The HTTP API for other systems, under `/api/v1`: who asks is told by a token, what may be asked by the token's scopes, and
//! what is decided by the engine. Its description is at `/api/openapi.json`, for people at `/api/docs`.

mod assignments;
mod docs;
mod events;
mod input;
mod once;
mod orders;
mod problem;
mod shapes;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::http::header;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Html;
use axum::routing::get;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::Server;

/// Where the API begins.
const BASE: &str = "/api/v1";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "cityhelm",
        version = "1",
        description = include_str!("api/about.md"),
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/", description = "This installation")),
    tags(
        (name = "events", description = "Cases: sent, read, followed."),
        (name = "orders", description = "Orders and their parts, as the client's centre issued or received them."),
        (name = "receipts", description = "What a recipient says: signed for, under way, done."),
    ),
    modifiers(&Token),
)]
struct About;

struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("chm_…")
            .description(Some("The token that the system administrator was shown when the client was added."))
            .build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}

/// The routes that change something, each answered once for each Idempotency-Key.
fn writing() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(events::send))
        .routes(routes!(assignments::accept))
        .routes(routes!(assignments::progress))
        .routes(routes!(assignments::done))
}

/// The routes that read.
fn reading() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(events::list))
        .routes(routes!(events::one))
        .routes(routes!(events::history))
        .routes(routes!(events::categories))
        .routes(routes!(orders::list))
        .routes(routes!(orders::one))
        .routes(routes!(orders::parts))
        .routes(routes!(assignments::list))
}

/// The document and the router that it describes.
fn described(server: &Server) -> (Router<Server>, utoipa::openapi::OpenApi) {
    let writing = writing().route_layer(from_fn_with_state(server.clone(), once::answer));
    OpenApiRouter::with_openapi(About::openapi())
        .nest(BASE, OpenApiRouter::new().merge(reading()).merge(writing))
        .split_for_parts()
}

/// The API, its description, and the page that shows it.
pub fn router(server: &Server) -> Router<Server> {
    let (routes, document) = described(server);
    let page: Arc<str> = docs::page(&document).into();
    let json: Arc<str> = document.to_json().unwrap_or_default().into();
    let open = Router::new()
        .route(
            "/api/openapi.json",
            get(async move || ([(header::CONTENT_TYPE, "application/json")], json.to_string())),
        )
        .route("/api/docs", get(async move || Html(page.to_string())))
        .route(
            "/api/docs.css",
            get(async || ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("api/docs.css"))),
        );
    // What is asked under the base and is no route is answered in the API's terms too.
    let missing = "/api/v1/{*rest}";
    let routes = routes
        .route(missing, axum::routing::any(problem::no_route))
        .method_not_allowed_fallback(problem::no_method)
        .layer(from_fn_with_state(server.clone(), token::admit))
        .layer(from_fn(problem::speak));
    open.merge(routes)
}
