//! The list of routes, kept while the router is built: axum does not tell them afterwards.

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, on};

use crate::state::Server;

/// A way in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Door {
    /// Method.
    pub method: String,
    /// Path as axum matches it.
    pub path: String,
}

/// A router that remembers what was added to it.
#[derive(Default)]
pub struct Doors {
    router: Router<Server>,
    list: Vec<Door>,
}

impl Doors {
    /// Adds a route for reading.
    #[must_use]
    pub fn get<H, T>(self, path: &str, handler: H) -> Self
    where
        H: Handler<T, Server>,
        T: 'static,
    {
        self.add(MethodFilter::GET, &Method::GET, path, handler)
    }

    /// Adds a route for writing.
    #[must_use]
    pub fn post<H, T>(self, path: &str, handler: H) -> Self
    where
        H: Handler<T, Server>,
        T: 'static,
    {
        self.add(MethodFilter::POST, &Method::POST, path, handler)
    }

    fn add<H, T>(mut self, filter: MethodFilter, method: &Method, path: &str, handler: H) -> Self
    where
        H: Handler<T, Server>,
        T: 'static,
    {
        self.list.push(Door { method: method.to_string(), path: path.to_owned() });
        Self { router: self.router.route(path, on(filter, handler)), ..self }
    }

    /// Adds routes that somebody else lists: pages and server functions.
    #[must_use]
    pub fn with(mut self, listed: Vec<Door>, add: impl FnOnce(Router<Server>) -> Router<Server>) -> Self {
        self.list.extend(listed);
        Self { router: add(self.router), ..self }
    }

    /// Every way in, in order.
    #[must_use]
    pub fn list(&self) -> Vec<Door> {
        let mut list = self.list.clone();
        list.sort();
        list.dedup();
        list
    }

    /// The router.
    pub fn into_router(self) -> Router<Server> {
        self.router
    }
}
