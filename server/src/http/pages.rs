//! Pages and server functions of the app, with what they find as context.

use std::sync::Arc;

use app::asking::{Reply, Response};
use app::look::Look;
use app::{App, shell};
use axum::Router;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use domain::actors::Actor;
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::{LeptosRoutes, ResponseOptions, generate_route_list};

use super::doors::{Door, Doors};
use super::faults::wants_page;
use super::headers::page_policy;
use crate::sessions::Acting;
use crate::state::Server;

/// Adds the app's pages and server functions.
pub fn add(doors: Doors, server: &Server) -> Doors {
    let pages = generate_route_list(App);
    let listed_pages =
        pages.iter().map(|page| Door { method: "GET".to_owned(), path: page.path().to_owned() });
    let functions =
        server_fn_paths().map(|(path, method)| Door { method: method.to_string(), path: path.to_owned() });
    let listed = listed_pages.chain(functions).collect();
    let (context, options, state) = (context(server), server.leptos.clone(), server.clone());
    doors.with(listed, move |router| {
        router.leptos_routes_with_context(&state, pages, context, move || shell(options.clone()))
    })
}

/// The app's own page for a path that leads nowhere.
pub fn missing(server: &Server) -> Router {
    let options = server.leptos.clone();
    let render = leptos_axum::render_app_async_with_context(context(server), move || shell(options.clone()));
    Router::new().fallback(render)
}

/// What pages and server functions find as context.
fn context(server: &Server) -> impl Fn() + Clone + Send + Sync + 'static {
    let server = server.clone();
    move || {
        let (Some(parts), Some(options)) = (use_context::<Parts>(), use_context::<ResponseOptions>()) else {
            return;
        };
        let text = |name| parts.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let cookies: Vec<&str> =
            parts.headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).collect();
        let look = Look::of(
            &cookies.join("; "),
            text(header::ACCEPT_LANGUAGE),
            server.engine.now(),
            server.illustrative,
        );
        let actor: Option<Actor> = parts.extensions.get::<Acting>().map(|acting| acting.actor.clone());
        let plain_form = parts.method != Method::GET && wants_page(&parts.headers);
        if let Some(nonce) = use_nonce()
            && let Ok(policy) = HeaderValue::from_str(&page_policy(&nonce))
        {
            options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
        provide_context(look);
        provide_context(actor);
        provide_context(server.desks.clone());
        provide_context(Reply(Arc::new(Answer { options, plain_form })));
    }
}

/// The response a page or server function may speak to.
struct Answer {
    options: ResponseOptions,
    plain_form: bool,
}

impl Response for Answer {
    fn status(&self, code: u16) {
        if let Some(code) = StatusCode::from_u16(code).ok().filter(|_| !self.plain_form) {
            self.options.set_status(code);
        }
    }

    fn redirect(&self, to: &str) {
        // Only to a path of ours, and only if it can stand in a header.
        if to.starts_with('/') && !to.starts_with("//") && HeaderValue::from_str(to).is_ok() {
            leptos_axum::redirect(to);
        }
    }
}
