//! Vital signs of a centre.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::actors::Actor;
use crate::centres::CentreTag;
use crate::names::Name;
use crate::risk::{Band, Direction};
use crate::warnings::Level;

/// A vital sign as a tile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignTile {
    /// Code, as in URLs.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Definition 口径.
    pub definition: Name,
    /// Where it comes from.
    pub source: Name,
    /// Unit.
    pub unit: String,
    /// Decimals it is shown with.
    pub decimals: u8,
    /// Made up for the demo.
    pub illustrative: bool,
    /// Latest value.
    pub value: Option<f64>,
    /// When that was measured.
    pub at: Option<DateTime<Utc>>,
    /// It is older than it should be.
    pub stale: bool,
    /// Level by its thresholds; none is normal.
    pub level: Option<Level>,
    /// Got worse (`true`) or better since an hour before; none when flat or without thresholds.
    pub worsening: Option<bool>,
    /// The last 24 hours for the spark line, evenly spaced, oldest first.
    pub spark: Vec<f64>,
}

/// A vital sign's page for one centre.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorDetail {
    /// The tile.
    pub tile: SignTile,
    /// The centre looked at.
    pub centre: CentreTag,
    /// Where danger lies, if it has thresholds.
    pub direction: Option<Direction>,
    /// Thresholds.
    pub bands: Vec<Band>,
    /// Time and value over the window asked for, oldest first, at most 1,000 points.
    pub series: Vec<(DateTime<Utc>, f64)>,
    /// The same sign in the centres below, worst first.
    pub below: Vec<(CentreTag, Option<f64>, Option<Level>)>,
}

/// Asks about vital signs.
#[async_trait]
pub trait IndicatorDesk: Send + Sync {
    /// All signs of a centre: those off normal first, then in their fixed order.
    async fn signs(&self, actor: &Actor, centre: String) -> Result<Vec<SignTile>, Fault>;
    /// One sign of a centre over the last `hours`.
    async fn indicator(
        &self,
        actor: &Actor,
        centre: String,
        code: String,
        hours: u32,
    ) -> Result<IndicatorDetail, Fault>;
}
