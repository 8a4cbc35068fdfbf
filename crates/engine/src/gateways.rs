//! Gateways signing in.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use store::gateways;

use crate::accounts::password;
use crate::{Engine, Error};

/// How long a password that was right need not be hashed again: gateways of a whole district reconnect at once.
const REMEMBERED: Duration = Duration::from_secs(300);
/// Passwords remembered at once.
const REMEMBERED_MAX: usize = 10_000;
/// Bytes of a login or password at most: longer ones are not looked at.
const LONGEST: usize = 256;

/// Lets gateways in by login and password.
pub struct Gate {
    engine: Engine,
    /// When login and password were right last, by a hash of them and of what the database keeps, so that a changed password
    /// is asked for at once.
    right: Mutex<HashMap<[u8; 32], Instant>>,
}

impl Gate {
    /// A gate that remembers nobody.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        Self { engine, right: Mutex::default() }
    }

    /// Whether a gateway may come in. Of an unknown one the answer takes as long.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn lets_in(&self, login: &str, password: &str) -> Result<bool, Error> {
        if login.len() > LONGEST || password.len() > LONGEST || login.contains('\0') {
            return Ok(false);
        }
        let mut tx = self.engine.db.ingest().await?;
        let found = gateways::of_login(&mut tx, login).await?.filter(|gateway| !gateway.disabled);
        drop(tx);
        let kept = found.map(|gateway| gateway.password_hash);
        let mark = kept.as_deref().map(|kept| mark(login, password, kept));
        if mark.is_some_and(|mark| self.remembers(&mark)) {
            return Ok(true);
        }
        let right = password::verify(&password::turn().await?, password.to_owned(), kept).await?;
        if let Some(mark) = mark.filter(|_| right) {
            self.remember(mark);
        }
        Ok(right)
    }

    fn remembers(&self, mark: &[u8; 32]) -> bool {
        let right = self.right.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        right.get(mark).is_some_and(|since| since.elapsed() < REMEMBERED)
    }

    fn remember(&self, mark: [u8; 32]) {
        let mut right = self.right.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if right.len() >= REMEMBERED_MAX {
            right.clear();
        }
        right.insert(mark, Instant::now());
    }
}

fn mark(login: &str, password: &str, kept: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [login, password, kept] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
