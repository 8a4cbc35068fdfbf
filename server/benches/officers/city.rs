//! A demo city on a database of its own, and the real server before it.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde::Deserialize;
use store::testing::{TEST_SECRET, TestDatabase};
use tokio::process::{Child, Command};

/// How long an optimised server takes to begin, at most.
const SOON: Duration = Duration::from_secs(60);
/// Who works with cases and orders.
const ROLES: [&str; 6] =
    ["city_leader", "city_duty", "district_director", "district_duty", "township_director", "township_staff"];

/// The city, as long as this is held.
pub struct City {
    /// Where its pages are.
    pub address: String,
    database: TestDatabase,
    server: Child,
}

/// Somebody who may sign in.
#[derive(Debug, Clone, Deserialize)]
pub struct Account {
    /// What they type.
    pub login: String,
    /// Illustrative, as everything of the demo.
    pub password: String,
    /// Their post's kind.
    pub role: String,
    /// Code of their centre.
    pub centre: String,
}

#[derive(Deserialize)]
struct Accounts {
    people: Vec<Account>,
}

impl City {
    /// Seeds the demo city and serves it.
    pub async fn open() -> anyhow::Result<Self> {
        let database = TestDatabase::create().await;
        let (web, mqtt) = (an_address()?, an_address()?);
        let start = Instant::now();
        let seeded = cityhelm(&database, web, mqtt)?.args(["seed", "--demo"]).status().await?;
        ensure!(seeded.success(), "the demo city cannot be loaded");
        database.tidy().await;
        println!("the demo city is there after {:.0} s", start.elapsed().as_secs_f64());
        let server = cityhelm(&database, web, mqtt)?.arg("serve").spawn()?;
        let city = Self { address: format!("http://{web}"), database, server };
        city.ready().await?;
        Ok(city)
    }

    async fn ready(&self) -> anyhow::Result<()> {
        let start = Instant::now();
        let ready = [&self.address, "/readyz"].concat();
        while !reqwest::get(&ready).await.is_ok_and(|answer| answer.status().is_success()) {
            ensure!(start.elapsed() < SOON, "the server did not begin");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// So many people, of all roles alike as far as there are so many, spread over all centres. Where the demo has fewer, some
    /// work at two screens.
    pub async fn accounts(&self, many: usize) -> anyhow::Result<Vec<Account>> {
        let nowhere = an_address()?;
        let told = cityhelm(&self.database, nowhere, nowhere)?
            .args(["demo-accounts", "--json"])
            .stdout(Stdio::piped())
            .output()
            .await?;
        let accounts: Accounts = serde_json::from_slice(&told.stdout).context("the demo's accounts")?;
        let mut of_roles: Vec<Vec<Account>> = ROLES
            .iter()
            .map(|role| accounts.people.iter().filter(|each| each.role == *role).cloned().collect())
            .collect();
        let mut chosen = Vec::new();
        while of_roles.iter().any(|role| !role.is_empty()) {
            for role in of_roles.iter_mut().filter(|role| !role.is_empty()) {
                // From the middle outwards would do as well: anywhere but all from one district.
                chosen.push(role.swap_remove(role.len() / 2));
            }
        }
        ensure!(!chosen.is_empty(), "the demo has no accounts");
        println!("{many} officers have {} accounts", chosen.len().min(many));
        Ok(chosen.into_iter().cycle().take(many).collect())
    }

    /// Stops the server.
    pub async fn close(mut self) -> anyhow::Result<()> {
        self.server.kill().await.context("the server cannot be stopped")
    }
}

fn cityhelm(database: &TestDatabase, web: SocketAddr, mqtt: SocketAddr) -> anyhow::Result<Command> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("server/ lies in the workspace")?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_cityhelm"));
    command
        .env_clear()
        .env("DATABASE_URL", &database.url)
        .env("CITYHELM_SECRET", std::str::from_utf8(TEST_SECRET)?)
        .env("CITYHELM_LISTEN", web.to_string())
        .env("CITYHELM_MQTT_LISTEN", mqtt.to_string())
        .env("CITYHELM_LOG", "error")
        .env("LEPTOS_SITE_ROOT", root.join("target/site"))
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdout(Stdio::null())
        .kill_on_drop(true);
    Ok(command)
}

/// An address that is free.
fn an_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
