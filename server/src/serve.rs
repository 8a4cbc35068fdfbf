//! `cityhelm serve`: everything up, until Ctrl-C, and everything down in order.

use std::time::Duration;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::config::Config;
use crate::database::Database;
use crate::http::{Peer, Unhurried};
use crate::mqtt::Way;
use crate::state::Server;
use crate::{http, live, mqtt, simulate, ticks};

/// How long requests that run when the server is told to stop may still take.
const GRACE: Duration = Duration::from_secs(10);

/// How the demo city lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demo {
    /// Its devices report what an ordinary day brings, by MQTT as gateways do.
    Lively,
    /// Only stories and gateways are heard.
    Still,
}

/// Serves until it is told to stop.
///
/// # Errors
/// When a part cannot start, saying which and why.
pub async fn serve(config: Config, demo: Option<Demo>) -> anyhow::Result<()> {
    // First of all, so that a second server is told at once and not after the database was made ready.
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("cannot listen on {} (is another cityhelm running?)", config.listen))?;
    let database = Database::open(&config, demo.is_some(), &say).await?;
    let served = serve_on(config, demo, &database, listener).await;
    if database.is_embedded() {
        say("stopping the private PostgreSQL");
    }
    database.release().await.and(served)
}

async fn serve_on(
    config: Config,
    demo: Option<Demo>,
    database: &Database,
    listener: TcpListener,
) -> anyhow::Result<()> {
    if demo.is_some() || database.is_embedded() {
        say("bringing the database up to date");
        database.migrate().await?;
    } else {
        database.check().await?;
    }
    if demo.is_some() {
        crate::seed::demo_if_empty(database, &say).await?;
    }
    let server = Server::new(config, database.engine()?, database.is_demo().await?);
    let mut tasks = tokio::task::JoinSet::new();
    tasks.spawn(live::hear(server.clone()));
    tasks.spawn(live::sweep(server.clone()));
    ticks::start(&server);
    let way = match &server.config.mqtt_url {
        Some(url) => Way::Broker(url.clone()),
        None => Way::Endpoint(server.config.mqtt_listen),
    };
    mqtt::start(&server.engine, way, &server.readiness, &server.stopping, &mut tasks).await?;

    let stopping = server.stopping.clone();
    let app = http::router(server.clone()).into_make_service_with_connect_info::<Peer>();
    let serving =
        axum::serve(Unhurried(listener), app).with_graceful_shutdown(stopping.clone().cancelled_owned());
    let mut serving = tokio::spawn(serving.into_future());
    greet(&server, demo.is_some(), database).await?;
    if demo == Some(Demo::Lively) {
        tasks.spawn(simulate::ordinary_days(server.clone(), database.url.clone()));
    }

    tokio::select! {
        ended = &mut serving => ended??,
        asked = told_to_stop() => {
            asked?;
            say("stopping");
            stopping.cancel();
            // The streams end themselves; who still does not let go after the grace is cut off.
            if tokio::time::timeout(GRACE, &mut serving).await.is_err() {
                serving.abort();
            }
        }
    }
    stopping.cancel();
    let all_ended = async { while tasks.join_next().await.is_some() {} };
    drop(tokio::time::timeout(GRACE, all_ended).await);
    server.engine.db.close().await;
    Ok(())
}

async fn told_to_stop() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// Prints where the city is, and in the demo who may come in.
async fn greet(server: &Server, demo: bool, database: &Database) -> anyhow::Result<()> {
    say(&format!("serving {}", server.config.public_url));
    if demo {
        println!("{}", crate::cli::demo::some_accounts(database).await?);
    }
    println!("\n  {}\n\n  Ctrl-C stops everything.", server.config.public_url);
    Ok(())
}

/// Says what is being done.
pub fn say(what: &str) {
    println!("cityhelm: {what}");
}
