//! An ordinary day: every device in use keeps reporting about what it reported last.

use std::collections::HashMap;
use std::time::Duration;

use domain::sensors::{BATCH_LIMIT, SentReading};
use domain::time::Clock;
use engine::SystemClock;
use store::PgConnection;
use tokio::time::{MissedTickBehavior, interval};

use super::gateway::Broker;
use super::{Batches, say};

/// Plays until stopped. Devices that something else speaks for, a story for one, are left to it.
pub async fn play(broker: &Broker, connection: &mut PgConnection) -> anyhow::Result<()> {
    say("calm · every device in its usual range, until Ctrl-C (illustrative data, 示例数据)");
    let mut gateways = HashMap::new();
    let mut pulse = interval(Duration::from_secs(5));
    pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        pulse.tick().await;
        let now = SystemClock.now();
        let mut batches = Batches::new();
        for due in store::seed::calm_readings(connection, now).await? {
            let reading =
                SentReading { device: due.device, quantity: due.quantity, at: now, value: due.value };
            batches.entry(due.gateway).or_default().push(reading);
        }
        for (login, readings) in batches {
            if !gateways.contains_key(&login) {
                gateways.insert(login.clone(), broker.connect(&login).await?);
            }
            for batch in readings.chunks(BATCH_LIMIT) {
                gateways[&login].send(batch).await?;
            }
        }
    }
}
