//! Passwords: argon2id, a few at a time, and the same time for names that do not exist.

use std::sync::LazyLock;

use anyhow::{Context, anyhow};
use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use tokio::sync::{Semaphore, SemaphorePermit};

/// Hashes computed at once: each takes a whole core and 19 MiB for tens of milliseconds.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The leave to check one password.
pub type Turn = SemaphorePermit<'static>;

/// What an unknown name's password is held against.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash("nobody").expect("argon2 with its own parameters hashes any short password"));

/// Hashes a password for keeping.
///
/// # Errors
/// When the password is too long for argon2.
pub fn hash(password: &str) -> anyhow::Result<String> {
    let salt = SaltString::generate(&mut OsRng);
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt);
    Ok(hash.map_err(|error| anyhow!(error)).context("a password could not be hashed")?.to_string())
}

/// Waits until a password may be checked.
///
/// # Errors
/// Never while the process lives.
pub async fn turn() -> anyhow::Result<Turn> {
    AT_ONCE.acquire().await.context("the semaphore is never closed")
}

/// Whether the password belongs to the hash; without a hash always false, after the same work.
///
/// # Errors
/// When the hash is not one of ours.
pub async fn verify(_turn: &Turn, password: String, hash: Option<String>) -> anyhow::Result<bool> {
    let right = tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let parsed = PasswordHash::new(&hash).map_err(|error| anyhow!(error))?;
        let right = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
        Ok::<_, anyhow::Error>(known && right)
    });
    right.await.context("checking a password was cut short")?
}
