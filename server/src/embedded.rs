//! The embedded default: a private PostgreSQL, found on the system, kept in the data directory, reached on 127.0.0.1 only.
//!
//! The cluster outlives a killed server and is found again by the next start. Each process that uses it holds a shared lock;
//! whoever lets go last stops it.

mod cluster;
mod place;

use std::fs::{File, TryLockError};
use std::path::Path;

use anyhow::Context;

use cluster::Cluster;
use place::Place;

/// A running private PostgreSQL, as long as this is held.
#[derive(Debug)]
pub struct Embedded {
    /// Address of its database, as the owner.
    pub url: String,
    /// Whether this process started it.
    pub started: bool,
    cluster: Cluster,
    users: File,
}

impl Embedded {
    /// Finds the cluster of this data directory running, or starts it, making it first if it is new.
    /// `say` hears what takes time.
    ///
    /// # Errors
    /// When no PostgreSQL is installed (saying how to install one), or it does not start (with its own words).
    pub async fn start(data_dir: &Path, say: &(dyn Fn(&str) + Send + Sync)) -> anyhow::Result<Self> {
        let place = Place::prepare(data_dir)?;
        let users = File::create(data_dir.join("database.users"))?;
        let users = tokio::task::spawn_blocking(move || users.lock_shared().map(|()| users))
            .await?
            .context("the lock of the data directory cannot be taken")?;
        // One at a time makes or starts it.
        let starting = File::create(data_dir.join("database.starting"))?;
        let starting = tokio::task::spawn_blocking(move || starting.lock().map(|()| starting)).await??;
        let cluster = Cluster::find(place)?;
        let started = cluster.ensure_running(say).await?;
        let url = cluster.ensure_database().await?;
        drop(starting);
        Ok(Self { url, started, cluster, users })
    }

    /// Lets go of it; stops it if nobody else uses it.
    ///
    /// # Errors
    /// When it does not stop.
    pub async fn release(self) -> anyhow::Result<()> {
        self.users.unlock()?;
        match self.users.try_lock() {
            Ok(()) => self.cluster.stop().await,
            Err(TryLockError::WouldBlock) => Ok(()),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
