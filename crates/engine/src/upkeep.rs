//! What nobody asks for and must be done: old things forgotten, room made for new ones.

use chrono::Duration;
use store::{accounts, api_answers, duty, exports, live, relations, upkeep, views, webhooks};

use crate::{Engine, Error};

/// How long changes are kept for streams that were cut.
const CHANGES_MIN: i64 = 60;
/// How long tries at signing in are kept.
const TRIES_H: i64 = 24;
/// How long removed views can be brought back, and a while longer.
const VIEWS_MIN: i64 = 2 * domain::views::UNDO_MIN;
/// How long files that were asked for are kept.
const EXPORTS_D: i64 = 7;

/// How long reports wait for their reporters.
const REPORTS_H: i64 = 24;
/// How long answers to keys are kept.
const ANSWERS_H: i64 = 24;
/// How long what was sent to webhooks is kept.
const DELIVERIES_D: i64 = 30;

/// How long rosters that were sent are kept.
const IMPORTS_D: i64 = 7;

impl Engine {
    /// Forgets what no stream, no try, no import and no session needs any more.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn forget(&self) -> Result<(), Error> {
        let now = self.now();
        let mut tx = self.db.tick().await?;
        views::forget_before(&mut tx, now - Duration::minutes(VIEWS_MIN)).await?;
        live::forget_before(&mut tx, now - Duration::minutes(CHANGES_MIN)).await?;
        exports::forget_before(&mut tx, now - Duration::days(EXPORTS_D)).await?;
        duty::forget_imports(&mut tx, now - Duration::days(IMPORTS_D)).await?;
        relations::forget_drafts(&mut tx, now - Duration::hours(REPORTS_H)).await?;
        api_answers::forget_before(&mut tx, now - Duration::hours(ANSWERS_H)).await?;
        webhooks::forget_before(&mut tx, now - Duration::days(DELIVERIES_D)).await?;
        accounts::forget_tries_before(&mut tx, now - Duration::hours(TRIES_H)).await?;
        tx.commit().await?;
        let mut tx = self.db.gate().await?;
        upkeep::forget_sessions(&mut tx, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Makes the partitions of the months ahead.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn make_room(&self) -> Result<(), Error> {
        let mut tx = self.db.tick().await?;
        upkeep::partitions_ahead(&mut tx, self.now().date_naive()).await?;
        tx.commit().await?;
        Ok(())
    }
}
