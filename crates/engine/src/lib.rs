//! The only crate that decides: authorise, decide, transact, announce.

pub mod accounts;
pub mod api_answers;
pub mod api_clients;
mod approvals;
mod assignments;
mod attachments;
mod calendar;
mod centres;
mod cockpit;
mod duty;
mod error;
mod events;
mod exchange;
pub mod exports;
pub mod gateways;
mod hand_offs;
mod indicators;
mod kpis;
mod lanes;
mod ledger;
pub mod live;
mod notices;
mod order_drafts;
mod orders;
mod overdue;
mod plans;
mod posts;
mod rates;
mod recipient_groups;
mod relations;
mod responsibilities;
mod reviews;
mod risk_points;
pub mod rooms;
pub mod seed;
pub mod sensors;
mod supervision;
mod tallies;
mod tiles;
mod upkeep;
mod views;
mod warnings;
mod watches;
pub mod webhooks;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::time::Clock;
use store::db::Db;

pub use error::Error;

/// Implements every desk that pages ask, on one database.
#[derive(Clone)]
pub struct Engine {
    /// The database, entered by role.
    pub db: Db,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
}

impl Engine {
    /// An engine on a database, by the machine's clock.
    #[must_use]
    pub fn new(db: Db) -> Self {
        Self { db, clock: Arc::new(SystemClock) }
    }

    /// Now, by the engine's clock.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}
