//! Makes, starts and stops the cluster with PostgreSQL's own tools.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use anyhow::{Context, bail};

use super::place::Place;
use crate::secret;

/// The owner's name and the database's.
const NAME: &str = "cityhelm";

/// Settings for one server on a machine it shares, on top of PostgreSQL's own. Acknowledged means on disk: nothing here is unsafe.
const SETTINGS: &str = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100 \
    -c shared_buffers=256MB -c max_wal_size=2GB -c random_page_cost=1.1 -c jit=off -c timezone=UTC -c log_timezone=UTC \
    -c max_locks_per_transaction=256";

/// A cluster of the data directory, whether it runs or not.
#[derive(Debug)]
pub struct Cluster {
    place: Place,
    bin: PathBuf,
    password: String,
}

impl Cluster {
    /// Finds PostgreSQL's programs, of the cluster's version if there is a cluster.
    pub fn find(place: Place) -> anyhow::Result<Self> {
        let version = fs::read_to_string(place.cluster.join("data/PG_VERSION")).ok();
        let bin = programs(version.as_deref().map(str::trim))?;
        let password = String::from_utf8(secret::kept(&place.password)?)?;
        Ok(Self { place, bin, password })
    }

    fn data(&self) -> PathBuf {
        self.place.cluster.join("data")
    }

    async fn run(&self, program: &str, arguments: &[&str]) -> anyhow::Result<Output> {
        let mut command = self.place.command(&self.bin.join(program));
        command.args(arguments).output().await.with_context(|| format!("{program} cannot be run"))
    }

    /// Starts the cluster unless it runs; makes it first if it is new. Says whether it was started.
    pub async fn ensure_running(&self, say: &(dyn Fn(&str) + Send + Sync)) -> anyhow::Result<bool> {
        let data = self.data();
        let data = data.to_str().context("the data directory's path is not UTF-8")?;
        if !Path::new(data).join("PG_VERSION").exists() {
            say("making a private PostgreSQL cluster");
            self.make(data).await?;
        } else if self.run("pg_ctl", &["status", "-D", data]).await?.status.success() {
            return Ok(false);
        }
        say("starting the private PostgreSQL");
        let log = self.place.cluster.join("log");
        let log = log.to_str().context("the log's path is not UTF-8")?;
        // A port somebody else took since it was drawn is drawn again.
        for _ in 0..5 {
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            let options = format!("{SETTINGS} -p {port}");
            let arguments = ["start", "-w", "-t", "60", "-s", "-D", data, "-l", log, "-o", &options];
            if self.run_detached(&arguments).await? {
                return Ok(true);
            }
        }
        let words = fs::read_to_string(log).unwrap_or_default();
        let last: Vec<&str> = words.lines().rev().take(15).collect();
        bail!(
            "the private PostgreSQL does not start; its last words:\n{}",
            last.into_iter().rev().collect::<Vec<_>>().join("\n")
        )
    }

    /// `pg_ctl start` leaves the server running behind it: its output must not be waited for.
    async fn run_detached(&self, arguments: &[&str]) -> anyhow::Result<bool> {
        let mut command = self.place.command(&self.bin.join("pg_ctl"));
        command.args(arguments).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        // A group of its own: Ctrl-C is for the server, which then stops the database in order.
        command.process_group(0);
        Ok(command.status().await.context("pg_ctl cannot be run")?.success())
    }

    async fn make(&self, data: &str) -> anyhow::Result<()> {
        let file = self.place.cluster.join("initial-password");
        fs::write(&file, &self.password)?;
        if let Some(owner) = self.place.owner {
            owner.give(&file)?;
        }
        let pwfile = format!("--pwfile={}", file.display());
        let arguments = [
            "-D",
            data,
            "-U",
            NAME,
            "--auth=scram-sha-256",
            &pwfile,
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-instructions",
        ];
        let output = self.run("initdb", &arguments).await;
        fs::remove_file(&file)?;
        let output = output?;
        if !output.status.success() {
            bail!("initdb failed: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(())
    }

    /// The database's address, after it was made if it was not there.
    pub async fn ensure_database(&self) -> anyhow::Result<String> {
        let pid_file = fs::read_to_string(self.data().join("postmaster.pid"))
            .context("the private PostgreSQL is not running")?;
        // Its fourth line is the port.
        let port: u16 = pid_file
            .lines()
            .nth(3)
            .and_then(|l| l.trim().parse().ok())
            .context("postmaster.pid names no port")?;
        let address =
            |database: &str| format!("postgres://{NAME}:{}@127.0.0.1:{port}/{database}", self.password);
        store::migrations::create_database(&address("postgres"), NAME).await?;
        Ok(address(NAME))
    }

    /// Stops it: connections are ended, everything committed is on disk.
    pub async fn stop(&self) -> anyhow::Result<()> {
        let data = self.data();
        let data = data.to_str().context("the data directory's path is not UTF-8")?;
        let arguments = ["stop", "-w", "-s", "-m", "fast", "-t", "60", "-D", data];
        let stop = self.run("pg_ctl", &arguments);
        let output = tokio::time::timeout(Duration::from_secs(70), stop)
            .await
            .context("pg_ctl does not come back")??;
        if !output.status.success() {
            bail!("the private PostgreSQL does not stop: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(())
    }
}

/// The directory of PostgreSQL's programs: of this major version, or else the newest that has PostGIS's age.
fn programs(version: Option<&str>) -> anyhow::Result<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = Vec::new();
    for (parent, prefix) in [("/usr/lib/postgresql", ""), ("/usr", "pgsql-")] {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let number = name.to_str().and_then(|n| n.strip_prefix(prefix)).and_then(|n| n.parse().ok());
            let bin = entry.path().join("bin");
            if let Some(number) = number
                && bin.join("initdb").exists()
            {
                found.push((number, bin));
            }
        }
    }
    found.sort();
    let chosen = match version {
        Some(version) => found.into_iter().find(|(number, _)| version == number.to_string()),
        None => found.into_iter().rfind(|(number, _)| *number >= 15),
    };
    chosen.map(|(_, bin)| bin).with_context(|| match version {
        Some(version) => format!(
            "the data directory was made by PostgreSQL {version}, which is not installed any more: install it, or dump and restore"
        ),
        None => "no PostgreSQL 15 or newer is installed: run scripts/install-system, or set DATABASE_URL to one of your own".to_owned(),
    })
}
