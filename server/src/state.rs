//! What every request handler holds.

use std::sync::Arc;

use app::asking::Desks;
use axum::extract::FromRef;
use engine::Engine;
use engine::rooms::Conference;
use leptos::config::LeptosOptions;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::http::health::Readiness;
use crate::live::Hub;
use crate::sessions::Sessions;

/// The running server, shared by all requests.
#[derive(Clone)]
pub struct Server {
    /// Settings.
    pub config: Arc<Config>,
    /// Decides.
    pub engine: Engine,
    /// The same as pages ask it.
    pub desks: Desks,
    /// Sessions.
    pub sessions: Sessions,
    /// Open streams.
    pub hub: Hub,
    /// Whether the parts are up.
    pub readiness: Readiness,
    /// Where Leptos finds what the browser loads.
    pub leptos: LeptosOptions,
    /// What is shown is made up: the demo city.
    pub illustrative: bool,
    /// Cancelled when the server begins to stop.
    pub stopping: CancellationToken,
}

impl Server {
    /// Puts a server together. Nothing runs and nothing is connected yet.
    #[must_use]
    pub fn new(config: Config, engine: Engine, illustrative: bool) -> Self {
        let leptos = LeptosOptions::builder()
            .output_name("cityhelm")
            .site_root(config.site_root.to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .site_addr(config.listen)
            .build();
        let config = Arc::new(config);
        Self {
            desks: desks(&engine, &config),
            sessions: Sessions::new(&engine, &config),
            hub: Hub::default(),
            readiness: Readiness::default(),
            illustrative,
            stopping: CancellationToken::new(),
            config,
            engine,
            leptos,
        }
    }
}

impl FromRef<Server> for LeptosOptions {
    fn from_ref(server: &Server) -> Self {
        server.leptos.clone()
    }
}

fn desks(engine: &Engine, config: &Config) -> Desks {
    let rooms = Conference { engine: engine.clone(), templates: config.rooms.clone() };
    let engine = Arc::new(engine.clone());
    Desks {
        accounts: engine.clone(),
        api_clients: engine.clone(),
        approvals: engine.clone(),
        rates: engine.clone(),
        calendar: engine.clone(),
        centres: engine.clone(),
        cockpit: engine.clone(),
        warnings: engine.clone(),
        events: engine.clone(),
        exports: engine.clone(),
        hand_offs: engine.clone(),
        orders: engine.clone(),
        duty: engine.clone(),
        notices: engine.clone(),
        order_drafts: engine.clone(),
        recipient_groups: engine.clone(),
        views: engine.clone(),
        posts: engine.clone(),
        supervision: engine.clone(),
        plans: engine.clone(),
        risk_points: engine.clone(),
        rooms: Arc::new(rooms),
        indicators: engine.clone(),
        lanes: engine.clone(),
        kpis: engine.clone(),
        relations: engine.clone(),
        responsibilities: engine.clone(),
        reviews: engine.clone(),
        webhooks: engine,
    }
}
