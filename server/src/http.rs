//! The web server's doors, in the order a request passes them.

mod answered;
mod doors;
mod faults;
mod guard;
mod headers;
pub mod health;
mod pages;
mod patience;
mod site;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use crate::state::Server;
use crate::{api, attachments, duty, exports, live, rates, sessions, tiles};

pub use doors::{Door, Doors};
pub use faults::{Refused, signed_out};
pub use guard::Address;
pub use patience::{Peer, Unhurried};

/// The doors of the server: what is listed here is what the access table must know.
pub fn doors(server: &Server) -> Doors {
    let doors = Doors::default();
    let doors = pages::add(doors, server);
    let doors = sessions::forms::add(doors);
    let doors = live::add(doors);
    let doors = tiles::add(doors);
    let doors = exports::add(doors);
    let doors = attachments::add(doors);
    let doors = duty::add(doors);
    rates::add(doors)
}

/// The whole service.
pub fn router(server: Server) -> Router {
    let compression = CompressionLayer::new().quality(CompressionLevel::Fastest);
    let signed_in = doors(&server)
        .into_router()
        .layer(compression)
        .layer(from_fn_with_state(server.clone(), sessions::recognise))
        .layer(server.sessions.layer());
    let open = health::router();
    let pages = Router::new()
        .merge(signed_in)
        .layer(from_fn(guard::size))
        .layer(from_fn_with_state(server.clone(), guard::origin));
    Router::new()
        .merge(pages)
        // Other systems come with a token and no cookie: no page of another site can send that for them.
        .merge(api::router(&server))
        .layer(from_fn_with_state(server.clone(), guard::host))
        .merge(open)
        .fallback_service(site::service(&server))
        .layer(from_fn_with_state(answered::LONGEST, answered::answered))
        .layer(from_fn_with_state(server.clone(), headers::secure))
        .layer(from_fn(health::measure))
        .with_state(server)
}
