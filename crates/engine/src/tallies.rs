//! Counts, folded as time goes on.

use store::tallies;

use crate::{Engine, Error};

/// Deltas that one transaction folds.
const BATCH: i64 = 5000;

impl Engine {
    /// Folds deltas into the counts of their centre and of those above it, until none is left; says how many. What a count
    /// says does not change by it, only what it costs to ask.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn fold_tallies(&self) -> Result<i64, Error> {
        let mut folded = 0;
        loop {
            let mut tx = self.db.tick().await?;
            let taken = tallies::fold(&mut tx, BATCH).await?;
            tx.commit().await?;
            folded += taken;
            if taken < BATCH {
                return Ok(folded);
            }
        }
    }
}
