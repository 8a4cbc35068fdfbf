//! Warnings: a threshold crossed at a place, from raised through acknowledged to cleared.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::names::Name;
use crate::pages::Page;
use crate::{EventId, Fault, RiskPointId, WarningId};

text_enum! {
    /// The four levels. Ordered by gravity: `Red` is the greatest.
    Level {
        /// 蓝 · IV · 一般
        Blue = "blue",
        /// 黄 · III · 较大
        Yellow = "yellow",
        /// 橙 · II · 重大
        Orange = "orange",
        /// 红 · I · 特别重大
        Red = "red",
    }
}

impl Level {
    /// 1 (blue) to 4 (red), as the database keeps it, so that the worst sorts first.
    #[must_use]
    pub const fn rank(self) -> i16 {
        match self {
            Self::Blue => 1,
            Self::Yellow => 2,
            Self::Orange => 3,
            Self::Red => 4,
        }
    }

    /// The level of a rank; none for 0 and anything unknown.
    #[must_use]
    pub fn from_rank(rank: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|level| level.rank() == rank)
    }
}

text_enum! {
    /// Where an open or past warning stands.
    WarningState {
        /// 未确认
        Raised = "raised",
        /// 已确认
        Acknowledged = "acknowledged",
        /// 已解除
        Cleared = "cleared",
    }
}

/// A warning in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WarningRow {
    /// Identity.
    pub id: WarningId,
    /// Present level (the worst it reached, once cleared).
    pub level: Level,
    /// Where it stands.
    pub state: WarningState,
    /// What is wrong, with the value in it.
    pub title: Name,
    /// Latest value, in `unit`.
    pub value: f64,
    /// Unit of the value.
    pub unit: String,
    /// Decimals the value is shown with.
    pub decimals: u8,
    /// The raise value of the present level.
    pub threshold: f64,
    /// Whether the value got worse since the reading before: `None` when unknown.
    pub worsening: Option<bool>,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// When the latest value was measured.
    pub value_at: DateTime<Utc>,
    /// Its data is older than its rule allows: the level is kept and shown as stale.
    pub stale: bool,
    /// When it was cleared.
    pub cleared_at: Option<DateTime<Utc>>,
    /// The centre it belongs to.
    pub centre: CentreTag,
    /// Name of the district, for screens above it.
    pub district: Name,
    /// The risk point, if it is at one.
    pub risk_point: Option<(RiskPointId, Name)>,
    /// Longitude and latitude in degrees, if it has a place.
    pub place: Option<(f64, f64)>,
    /// The event it opened.
    pub event: Option<EventId>,
    /// An order was already issued on its event.
    pub ordered: bool,
}

/// A warning's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WarningDetail {
    /// The row.
    pub row: WarningRow,
    /// The measured series around it: time and value.
    pub series: Vec<(DateTime<Utc>, f64)>,
    /// Bands of the rule that raised it: level, raise, clear.
    pub bands: Vec<(Level, f64, f64)>,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// The actor may acknowledge it.
    pub may_acknowledge: bool,
}

/// What a list of warnings is narrowed to. Every field is a URL parameter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WarningFilter {
    /// Centre code: it and all below.
    pub centre: String,
    /// Only this level.
    pub level: Option<Level>,
    /// Only this state; unset means those still open.
    pub state: Option<WarningState>,
    /// Key of the page before.
    pub after: Option<String>,
}

/// Asks about warnings and acknowledges them.
#[async_trait]
pub trait WarningDesk: Send + Sync {
    /// Warnings in a centre, worst and latest first.
    async fn warnings(&self, actor: &Actor, filter: WarningFilter) -> Result<Page<WarningRow>, Fault>;
    /// One warning.
    async fn warning(&self, actor: &Actor, id: WarningId) -> Result<WarningDetail, Fault>;
    /// Marks a warning as seen by a person. Doing it twice is the same as once.
    async fn acknowledge(&self, actor: &Actor, id: WarningId) -> Result<(), Fault>;
}
