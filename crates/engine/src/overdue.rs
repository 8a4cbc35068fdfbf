//! What time itself brings: cases past their limit, lamps that turn, pressure that grows, promises whose day has passed.

use domain::audit::Verb;
use domain::centres::CentrePath;
use domain::live::Topic;
use domain::names::Name;
use domain::time::{in_city, lamp};
use domain::{AssignmentId, EventId};
use store::audit::Entry;
use store::db::Tx;

use crate::ledger::Ledger;
use crate::supervision::ask_explanations;
use crate::{Engine, Error};

/// Rows that one transaction moves.
const BATCH: i64 = 500;

impl Engine {
    /// Looks at everything that may have become late, in small transactions; gives how many rows it moved. Two servers may do it at
    /// once: each leaves to the other what that holds, and neither does anything twice.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn note_overdue(&self) -> Result<usize, Error> {
        Ok(self.overdue_events().await?
            + self.overdue_steps().await?
            + self.overdue_assignments().await?
            + self.unexplained().await?
            + self.overdue_improvements().await?)
    }

    async fn overdue_events(&self) -> Result<usize, Error> {
        let mut moved = 0;
        loop {
            let mut tx = self.db.tick().await?;
            let late = store::events::overdue(&mut tx, self.now(), BATCH).await?;
            moved += late.len();
            let more = full(late.len());
            tell(tx, late).await?;
            if !more {
                return Ok(moved);
            }
        }
    }

    async fn overdue_steps(&self) -> Result<usize, Error> {
        let mut moved = 0;
        loop {
            let mut tx = self.db.tick().await?;
            let late = store::events::steps_overdue(&mut tx, self.now(), BATCH).await?;
            moved += late.len();
            let more = full(late.len());
            tell(tx, late).await?;
            if !more {
                return Ok(moved);
            }
        }
    }

    async fn overdue_assignments(&self) -> Result<usize, Error> {
        let (mut moved, mut last) = (0, AssignmentId(0));
        loop {
            let now = self.now();
            let mut tx = self.db.tick().await?;
            let rules = store::supervision::in_force(&mut tx, now).await?;
            let mut parts = store::assignments::due_for_pressure(&mut tx, now, last, BATCH).await?;
            let looked_at = parts.len();
            last = parts.last().map_or(last, |part| part.id);
            let mut ledger = Ledger::default();
            parts.retain_mut(|part| {
                let standing = &part.standing;
                let (was, lamp) = (part.supervision, lamp(part.issued_at, part.due_at, now));
                let rules = rules.of(part.district, part.level);
                part.supervision = was.ratchet(rules, part.issued_at, part.due_at, now);
                let turned = (part.lamp, was) != (lamp, part.supervision);
                part.lamp = lamp;
                if part.supervision != was {
                    let by = Name::new("自动督办", "Automatic supervision");
                    let entry = Entry::by_system(standing.path.clone(), by, Verb::Supervised, now)
                        .on("assignment", part.id.0, standing.action.clone())
                        .of_event(standing.event)
                        .of_root(standing.root)
                        .moved(was.as_str(), part.supervision.as_str());
                    ledger.log(entry.noted(part.number.clone()));
                }
                if turned {
                    ledger.announce(Topic::Orders, standing.order.0, [&standing.issuer, &standing.path]);
                }
                turned
            });
            store::assignments::press(&mut tx, &parts).await?;
            ledger.write(&mut tx).await?;
            tx.commit().await?;
            moved += parts.len();
            if !full(looked_at) {
                return Ok(moved);
            }
        }
    }

    /// Asks for explanations of what turned red.
    async fn unexplained(&self) -> Result<usize, Error> {
        let mut moved = 0;
        loop {
            let mut tx = self.db.tick().await?;
            let mut ledger = Ledger::default();
            let asked = ask_explanations(&mut tx, None, self.now(), &mut ledger).await?;
            ledger.write(&mut tx).await?;
            tx.commit().await?;
            moved += asked;
            if !full(asked) {
                return Ok(moved);
            }
        }
    }

    async fn overdue_improvements(&self) -> Result<usize, Error> {
        let mut moved = 0;
        loop {
            let mut tx = self.db.tick().await?;
            let today = in_city(self.now()).date_naive();
            let late = store::improvements::overdue(&mut tx, today, BATCH).await?;
            let mut ledger = Ledger::default();
            for (review, owner) in &late {
                ledger.announce(Topic::Reviews, review.0, [owner]);
            }
            ledger.write(&mut tx).await?;
            tx.commit().await?;
            moved += late.len();
            if !full(late.len()) {
                return Ok(moved);
            }
        }
    }
}

/// Tells whoever sees late cases, from the centre that has them up to the city, and ends the transaction.
async fn tell(mut tx: Tx, late: Vec<(EventId, Vec<CentrePath>)>) -> Result<(), Error> {
    let mut ledger = Ledger::default();
    for (event, paths) in &late {
        ledger.announce(Topic::Events, event.0, paths);
    }
    ledger.write(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Whether a batch was full, so that there may be more.
fn full(rows: usize) -> bool {
    i64::try_from(rows).unwrap_or(i64::MAX) >= BATCH
}
