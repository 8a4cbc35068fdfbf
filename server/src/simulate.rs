//! `cityhelm simulate`: plays a story as the gateways of the city would tell it, by MQTT with QoS 1.
//!
//! Readings carry the time at which they are sent. `--speed` therefore shortens the story and not the rules: a level that must
//! hold for two minutes still must. After the last keyframe the final values are repeated for as long as clearing takes.

mod calm;
mod gateway;
mod tale;

use std::collections::HashMap;
use std::io::Write as _;
use std::time::Duration;

use anyhow::{Context, bail};
use domain::sensors::SentReading;
use domain::time::Clock;
use engine::SystemClock;
use store::accounts::demo_accounts;
use store::migrations::connect_owner;
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::config::Config;
use crate::database::Database;
use crate::state::Server;
use gateway::{Broker, Gateway};
use tale::Tale;

/// Between two tries of the demo's devices.
const PAUSE: Duration = Duration::from_secs(10);

/// What to play.
#[derive(Debug, clap::Args)]
pub struct Story {
    /// rainstorm, underpass, forest-fire, water-pollution; or calm: every device, in its usual range, until stopped.
    #[arg(value_name = "STORY")]
    name: String,
    /// How many times faster than it happened.
    #[arg(long, default_value_t = 1.0)]
    speed: f64,
    /// Stop at the story's end; do not repeat the final values until warnings have cleared.
    #[arg(long)]
    no_hold: bool,
}

/// Readings to be sent now, by the login of their gateway.
type Batches = HashMap<String, Vec<SentReading>>;

/// Plays a story until it ends or Ctrl-C.
///
/// # Errors
/// When there is no such story or no demo city, or the MQTT endpoint cannot be reached.
pub async fn run(story: Story, config: &Config) -> anyhow::Result<()> {
    if !(story.speed.is_finite() && (0.01..=1000.0).contains(&story.speed)) {
        bail!("--speed must lie between 0.01 and 1000");
    }
    let database = Database::open(config, true, &|what| tracing::info!("{what}")).await?;
    let outcome = tokio::select! {
        played = async {
            database.check().await?;
            play(&story, config, &database.url).await
        } => played,
        _ = tokio::signal::ctrl_c() => {
            say("stopped");
            Ok(())
        }
    };
    database.release().await.and(outcome)
}

/// Lets every device of the demo report what an ordinary day brings, until the server stops.
pub async fn ordinary_days(server: Server, database: String) {
    let story = Story { name: "calm".to_owned(), speed: 1.0, no_hold: true };
    loop {
        let ended = tokio::select! {
            () = server.stopping.cancelled() => return,
            ended = play(&story, &server.config, &database) => ended,
        };
        // The database or the endpoint was away for a moment.
        if let Err(error) = ended {
            tracing::info!(
                error = format!("{error:#}"),
                "The demo's devices were interrupted and try again."
            );
        }
        tokio::select! {
            () = server.stopping.cancelled() => return,
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}

async fn play(story: &Story, config: &Config, database: &str) -> anyhow::Result<()> {
    let owner = connect_owner(database).await?;
    let mut connection = owner.acquire().await?;
    let accounts = demo_accounts(&mut connection).await?;
    let passwords: HashMap<String, String> =
        accounts.into_iter().filter(|a| a.kind == "gateway").map(|a| (a.login, a.password)).collect();
    if passwords.is_empty() {
        bail!("there is no demo city here: `cityhelm seed --demo` makes one");
    }
    let address = config.mqtt_url.clone().unwrap_or_else(|| format!("mqtt://{}", config.mqtt_listen));
    let broker = Broker::at(&address, passwords)?;
    if story.name == "calm" {
        return calm::play(&broker, &mut connection).await;
    }
    let tale = Tale::read(&story.name)?;
    let mut homes = HashMap::new();
    for device in tale.devices() {
        let gateway = store::seed::gateway_of(&mut connection, device).await?;
        let gateway = gateway.with_context(|| format!("device {device} is not in this city"))?;
        homes.insert(device.to_owned(), gateway);
    }
    drop(connection);
    tell(&tale, story, &broker, &homes).await
}

/// Plays a story's keyframes, then holds its end.
async fn tell(
    tale: &Tale,
    story: &Story,
    broker: &Broker,
    homes: &HashMap<String, String>,
) -> anyhow::Result<()> {
    let mut gateways = HashMap::new();
    for login in homes.values() {
        if !gateways.contains_key(login) {
            gateways.insert(login.clone(), broker.connect(login).await?);
        }
    }
    say(&format!(
        "{} · {} ({} devices through {} gateways, speed {}; illustrative data, 示例数据)",
        tale.name,
        tale.name_en,
        tale.tracks.len(),
        gateways.len(),
        story.speed
    ));
    let hold = if story.no_hold { 0.0 } else { tale.hold_s };
    let end = tale.span_s / story.speed;
    let began = Instant::now();
    let mut pulse = interval(Duration::from_secs_f64((1.0 / story.speed).clamp(0.2, 1.0)));
    pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut next: Vec<f64> = vec![0.0; tale.tracks.len()];
    let (mut told, mut holding) = (0, false);
    loop {
        pulse.tick().await;
        let gone = began.elapsed().as_secs_f64();
        let at = (gone * story.speed).min(tale.span_s);
        while let Some(caption) = tale.captions.get(told).filter(|caption| caption.t <= at) {
            say(&format!("[{}] {} · {}", clock(caption.t), caption.zh, caption.en));
            told += 1;
        }
        let mut batches = Batches::new();
        for (track, next) in tale.tracks.iter().zip(&mut next) {
            // Once the story is told, in real time: what is held must hold by the rules' own clocks.
            let due = if gone < end { at >= *next } else { gone >= *next };
            if due {
                *next = if gone < end { at + track.every_s } else { gone + track.every_s.min(15.0) };
                let home = &homes[&track.device];
                batches.entry(home.clone()).or_default().push(track.reading(at, SystemClock.now()));
            }
        }
        send(&gateways, batches).await?;
        if gone >= end && !holding {
            holding = true;
            // Everything once more at its final value, whatever its pace was.
            next.fill(gone);
            if hold > 0.0 {
                say(&format!("told; holding the last values {hold:.0} s so that warnings may clear"));
            }
        }
        if gone >= end + hold {
            break;
        }
    }
    finish(gateways).await
}

/// Sends each gateway its readings as one message.
async fn send(gateways: &HashMap<String, Gateway>, batches: Batches) -> anyhow::Result<()> {
    for (login, readings) in batches {
        if let Some(gateway) = gateways.get(&login) {
            gateway.send(&readings).await?;
        }
    }
    Ok(())
}

/// Waits for what is not acknowledged yet and says how it went.
async fn finish(gateways: HashMap<String, Gateway>) -> anyhow::Result<()> {
    let (mut sent, mut acknowledged) = (0, 0);
    for gateway in gateways.into_values() {
        let (s, a) = gateway.finish().await;
        sent += s;
        acknowledged += a;
    }
    say(&format!("{sent} messages sent, {acknowledged} acknowledged"));
    if acknowledged < sent {
        bail!("{} messages were not acknowledged", sent - acknowledged);
    }
    Ok(())
}

fn clock(t: f64) -> String {
    let minutes = (t / 60.0).floor();
    format!("{minutes:02.0}:{:02.0}", t - minutes * 60.0)
}

/// Progress goes to standard output at once, also into a pipe.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // Nobody listens any more: the story goes on.
    writeln!(out, "{line}").and_then(|()| out.flush()).unwrap_or_default();
}
