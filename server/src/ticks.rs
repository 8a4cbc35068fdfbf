//! What time itself brings: small works at intervals. Each takes a lock in the database, so of several servers one does it.

use std::future::Future;
use std::time::Duration;

use engine::Error;
use store::db::Tx;

use crate::state::Server;
use crate::{exports, webhooks};

/// Starts all ticks; they stop with the server.
pub fn start(server: &Server) {
    let (second, minute) = (Duration::from_secs(1), Duration::from_secs(60));
    every(
        server,
        "fold_tallies",
        second,
        |server| async move { server.engine.fold_tallies().await.map(drop) },
    );
    every(
        server,
        "fold_rates",
        2 * second,
        |server| async move { server.engine.fold_rates().await.map(drop) },
    );
    every(
        server,
        "close_rates",
        60 * minute,
        |server| async move { server.engine.close_rates().await.map(drop) },
    );
    every(server, "note_overdue", 5 * second, |server| async move {
        server.engine.note_overdue().await.map(drop)
    });
    every(server, "measure_signs", 10 * second, |server| async move {
        server.engine.measure_signs().await.map(drop)
    });
    every(
        server,
        "draw_sparks",
        5 * minute,
        |server| async move { server.engine.draw_sparks().await.map(drop) },
    );
    every(server, "mark_stale_warnings", 15 * second, |server| async move {
        server.engine.mark_stale_warnings().await.map(drop)
    });
    every(server, "forget_letters", 10 * minute, |server| async move {
        server.engine.forget_letters().await.map(drop)
    });
    every(server, "make_exports", second, |server| async move { exports::make(&server.engine).await });
    every(server, "note_duty_gaps", 30 * second, |server| async move {
        server.engine.note_duty_gaps().await.map(drop)
    });
    every(server, "note_late_explanations", 30 * second, |server| async move {
        server.engine.note_late_explanations().await.map(drop)
    });
    every(server, "note_stuck_hand_offs", 30 * second, |server| async move {
        server.engine.note_stuck_hand_offs().await.map(drop)
    });
    every(server, "settle_holdings", 30 * second, |server| async move {
        server.engine.settle_holdings().await.map(drop)
    });
    every(server, "send_webhooks", second, |server| async move { webhooks::send(&server).await });
    if server.illustrative {
        every(server, "continue_rosters", 60 * minute, |server| async move {
            server.engine.continue_rosters().await.map(drop)
        });
    }
    every(server, "forget", minute, |server| async move { server.engine.forget().await });
    every(server, "make_room", 360 * minute, |server| async move { server.engine.make_room().await });
}

/// Does a work every so often, one server at a time. A work that fails is logged and tried again at the next turn.
fn every<F>(
    server: &Server,
    name: &'static str,
    interval: Duration,
    work: impl Fn(Server) -> F + Send + Sync + 'static,
) where
    F: Future<Output = Result<(), Error>> + Send,
{
    let server = server.clone();
    tokio::spawn(async move {
        let mut turn = tokio::time::interval(interval);
        turn.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = server.stopping.cancelled() => break,
                _ = turn.tick() => {}
            }
            // Held until the work is done: the lock goes with the connection, also when the server is killed.
            let lock: Option<Tx> = match server.engine.db.only_one(name).await {
                Ok(lock) => lock,
                Err(error) => {
                    tracing::warn!(name, %error, "A tick could not ask for its turn.");
                    None
                }
            };
            let Some(lock) = lock else { continue };
            let start = std::time::Instant::now();
            if let Err(Error::Broken(error)) = work(server.clone()).await {
                tracing::error!(
                    name,
                    error = format!("{error:#}"),
                    "A tick failed; it is tried again at its next turn."
                );
            }
            metrics::histogram!("cityhelm_tick_seconds", "name" => name)
                .record(start.elapsed().as_secs_f64());
            drop(lock);
        }
    });
}
