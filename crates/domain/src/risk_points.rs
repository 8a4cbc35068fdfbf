//! Risk points: places where something may go wrong, with what watches them and what to do.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::centres::CentreTag;
use crate::devices::DeviceRow;
use crate::names::Name;
use crate::pages::Page;
use crate::plans::PlanRow;
use crate::warnings::{Level, WarningRow};
use crate::{Fault, RiskPointId};

/// A risk point in a list or a map card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RiskPointRow {
    /// Identity.
    pub id: RiskPointId,
    /// Code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Kind code, e.g. `underpass`; the map draws by it.
    pub kind: String,
    /// Kind in words.
    pub kind_name: Name,
    /// Its standing grade: how bad it could become.
    pub grade: Level,
    /// Worst open warning now.
    pub warning: Option<Level>,
    /// The township centre it lies in.
    pub centre: CentreTag,
    /// Name of the district.
    pub district: Name,
    /// Longitude and latitude in degrees.
    pub place: (f64, f64),
    /// How many devices watch it.
    pub devices: i64,
}

/// A risk point's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RiskPointDetail {
    /// The row.
    pub row: RiskPointRow,
    /// What watches it.
    pub devices: Vec<DeviceRow>,
    /// Open warnings, worst first.
    pub warnings: Vec<WarningRow>,
    /// Plans for it, the particular before the general.
    pub plans: Vec<PlanRow>,
}

/// What a list of risk points is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RiskPointFilter {
    /// Centre code: it and all below.
    pub centre: String,
    /// Only this kind.
    pub kind: Option<String>,
    /// Only with an open warning.
    pub warned: bool,
    /// Part of a name or code.
    pub search: String,
    /// Key of the page before.
    pub after: Option<String>,
}

/// Asks about risk points.
#[async_trait]
pub trait RiskPointDesk: Send + Sync {
    /// Kinds that exist, with names.
    async fn kinds(&self, actor: &Actor) -> Result<Vec<(String, Name)>, Fault>;
    /// Risk points in a centre, warned ones first.
    async fn risk_points(&self, actor: &Actor, filter: RiskPointFilter) -> Result<Page<RiskPointRow>, Fault>;
    /// One risk point.
    async fn risk_point(&self, actor: &Actor, id: RiskPointId) -> Result<RiskPointDetail, Fault>;
}
