//! Boards, lanes and sub-lanes: the second tree, with a light on every lane.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::actors::Actor;
use crate::centres::CentreTag;
use crate::kpis::{KpiRow, Light};
use crate::names::Name;

/// A lane as a cell of the matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LaneCell {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Mean share of the targets reached, in per cent; none without reports.
    pub achieved: Option<f64>,
    /// Share that should be reached by now, in per cent.
    pub expected: f64,
    /// Light.
    pub light: Light,
    /// KPIs in it that lag.
    pub lagging: i64,
    /// KPIs in it.
    pub kpis: i64,
}

/// A board with its lanes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Its lanes in their fixed order.
    pub lanes: Vec<LaneCell>,
}

/// All boards of a centre.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LaneMatrix {
    /// Boards in their fixed order.
    pub boards: Vec<BoardRow>,
    /// Share of the year that has passed, in per cent: what cumulative targets should have reached.
    pub expected: f64,
    /// Lanes that lag.
    pub lagging: i64,
}

/// A sub-lane with its KPIs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SublaneRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Its KPIs.
    pub kpis: Vec<KpiRow>,
}

/// A lane's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LaneDetail {
    /// The centre looked at.
    pub centre: CentreTag,
    /// Board: code and name.
    pub board: (String, Name),
    /// The lane's cell.
    pub cell: LaneCell,
    /// Who owns it: post title and name.
    pub owner: Option<(Name, String)>,
    /// Its sub-lanes.
    pub sublanes: Vec<SublaneRow>,
}

/// Asks about lanes.
#[async_trait]
pub trait LaneDesk: Send + Sync {
    /// The matrix of a centre, by centre code.
    async fn matrix(&self, actor: &Actor, centre: String) -> Result<LaneMatrix, Fault>;
    /// One lane of a centre, by codes.
    async fn lane(&self, actor: &Actor, centre: String, lane: String) -> Result<LaneDetail, Fault>;
    /// Lanes to which cases belong, for filters: code and name.
    async fn case_lanes(&self, actor: &Actor) -> Result<Vec<(String, Name)>, Fault>;
}
