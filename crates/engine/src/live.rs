//! What a stream that opens or was cut has missed.

use chrono::Duration;
use domain::Fault;
use domain::actors::{Actor, Right};
use domain::live::Change;
use store::live;

use crate::{Engine, Error};

/// More missed changes than this are not told one by one.
const TOLD_AT_MOST: i64 = 200;
/// How long a page may be on its way between being drawn and opening its stream.
const ON_ITS_WAY_S: i64 = 10;

/// What was missed.
#[derive(Debug, Clone, PartialEq)]
pub enum Missed {
    /// These.
    Changes(Vec<Change>),
    /// Too much, or it is not known any more: ask everything again.
    Everything,
}

impl Engine {
    /// What the actor's stream has missed since the change `last`, or since its page was drawn.
    ///
    /// Nothing for posts without a view of the city: their stream tells the time alone.
    ///
    /// # Errors
    /// `Unavailable` when the database cannot be asked.
    pub async fn missed(&self, actor: &Actor, last: Option<i64>) -> Result<Missed, Fault> {
        let missed = async {
            if actor.has(Right::ViewCity).is_err() {
                return Ok(Missed::Changes(Vec::new()));
            }
            let mut tx = self.db.people(actor).await?;
            let changes = match last {
                None => {
                    let since = self.now() - Duration::seconds(ON_ITS_WAY_S);
                    live::changes_since(&mut tx, since, TOLD_AT_MOST).await?
                }
                Some(last) => live::changes_after(&mut tx, last, TOLD_AT_MOST).await?,
            };
            drop(tx);
            if let Some(last) = last {
                // The oldest of all scopes tells whether anything may have been forgotten.
                let mut tx = self.db.tick().await?;
                let forgotten = match live::oldest(&mut tx).await? {
                    Some(oldest) => last < oldest - 1,
                    None => last > 0,
                };
                if forgotten {
                    return Ok(Missed::Everything);
                }
            }
            let too_many = changes.len() >= usize::try_from(TOLD_AT_MOST).unwrap_or(usize::MAX);
            Ok::<_, Error>(if too_many { Missed::Everything } else { Missed::Changes(changes) })
        };
        Ok(missed.await?)
    }
}
