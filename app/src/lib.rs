//! Pages of cityhelm: drawn on the server, taken over in the browser.
//!
//! Pages ask through the desk traits that `domain` declares; here is neither SQL nor HTTP. The server provides, as
//! context: [`look::Look`], [`asking::Desks`], `Option<domain::actors::Actor>` and [`asking::Reply`].

#![recursion_limit = "256"]
#![allow(
    clippy::needless_pass_by_value,
    clippy::large_types_passed_by_value,
    reason = "a component's properties are its own"
)]

mod account;
mod api_clients;
mod approvals;
pub mod asking;
mod calendar;
mod centres;
mod charts;
mod cockpit;
mod duty;
mod events;
mod exports;
mod hand_offs;
mod indicators;
mod kpis;
mod lanes;
pub mod live;
pub mod look;
mod map;
mod notices;
mod order_drafts;
mod orders;
mod owed;
pub mod pages;
pub mod parts;
mod plans;
mod posts;
mod rates;
mod realms;
mod relations;
mod responsibilities;
mod reviews;
mod risk_points;
mod rooms;
mod routes;
mod supervision;
mod views;
mod warnings;
pub mod words;

use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::{MetaTags, Title, provide_meta_context};

use crate::account::words::PRODUCT;
use crate::look::{Theme, present};
use crate::words::t;

/// The document around the app, drawn by the server only.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let look = present();
    view! {
        <!DOCTYPE html>
        <html lang=look.html_lang() data-theme=look.theme.map(Theme::as_str) data-now=look.now.to_rfc3339() data-illustrative=look.illustrative.then_some("")>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="stylesheet" href="/pkg/cityhelm.css" />
                <HydrationScripts options />
                // Here and not where somebody signs: a script that a page brings along later is not run.
                <script type="module" nonce=use_nonce() src="/signature.mjs"></script>
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// All of cityhelm.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(present());
    live::provide_live();
    let product = t(PRODUCT);
    view! {
        // Its own text stands while a page is between two drawings and has none.
        <Title text=product formatter=move |page: String| if page == product { page } else { format!("{page} · {product}") } />
        <routes::AppRoutes />
    }
}
