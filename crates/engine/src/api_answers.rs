//! The same request sent twice gets the same answer.

use chrono::Duration;
use domain::{ApiClientId, Fault};
use sha2::{Digest, Sha256};
use store::api_answers::{self, Answer, Begun};

use crate::{Engine, Error};

/// After this long a request that has no answer is taken for dead with its server.
const DEAD_S: i64 = 60;

impl Engine {
    /// Begins to answer a request that carries a key. `parts` are what makes it the same request: method, path, body.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn answer_begun(
        &self,
        client: ApiClientId,
        key: &str,
        parts: &[&[u8]],
    ) -> Result<Begun, Fault> {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        let (fingerprint, now) = (hash.finalize(), self.now());
        let begun = async {
            let mut tx = self.db.gate().await?;
            let dead = now - Duration::seconds(DEAD_S);
            let begun = api_answers::begin(&mut tx, client, key, &fingerprint, dead, now).await?;
            tx.commit().await?;
            Ok::<_, Error>(begun)
        };
        Ok(begun.await?)
    }

    /// Keeps the answer; none when nothing was done and the same key may try again.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn answer_ended(
        &self,
        client: ApiClientId,
        key: &str,
        answer: Option<&Answer>,
    ) -> Result<(), Fault> {
        let ended = async {
            let mut tx = self.db.gate().await?;
            match answer {
                Some(answer) => api_answers::keep(&mut tx, client, key, answer).await?,
                None => api_answers::drop_begun(&mut tx, client, key).await?,
            }
            tx.commit().await?;
            Ok::<_, Error>(())
        };
        Ok(ended.await?)
    }
}
