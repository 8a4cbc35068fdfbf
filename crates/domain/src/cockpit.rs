//! What a cockpit shows of a centre at a glance.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::actors::Actor;
use crate::centres::CentreTag;
use crate::duty::OnDuty;
use crate::events::EventRow;
use crate::indicators::SignTile;
use crate::orders::OrderRow;
use crate::warnings::{Level, WarningRow};

/// The loop ribbon: four steps, each with its figures. Read from roll-up rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ribbon {
    /// Open warnings: blue, yellow, orange, red.
    pub warnings: [i64; 4],
    /// Open events.
    pub events_open: i64,
    /// Open events past their time.
    pub events_late: i64,
    /// Events reported today, city time.
    pub events_today: i64,
    /// Closed in time, per cent of those closed in the last 30 days; none if none was closed.
    pub on_time: Option<f64>,
    /// Assignments under supervision.
    pub supervised: i64,
    /// Reviews open.
    pub reviews_open: i64,
    /// Improvements promised and not done.
    pub improvements_open: i64,
    /// Of these, late.
    pub improvements_late: i64,
}

/// A centre below, for the strip and the choropleth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChildTile {
    /// The centre.
    pub centre: CentreTag,
    /// Longitude and latitude in degrees where the map writes its name.
    pub label: (f64, f64),
    /// Open warnings: blue, yellow, orange, red.
    pub warnings: [i64; 4],
    /// Open events past their time.
    pub late: i64,
    /// Worst open warning.
    pub level: Option<Level>,
    /// Who is on duty there now.
    pub on_duty: Option<OnDuty>,
}

/// Everything a cockpit shows that changes with the day. One question a panel, asked side by side.
#[async_trait]
pub trait CockpitDesk: Send + Sync {
    /// The ribbon of a centre, by code.
    async fn ribbon(&self, actor: &Actor, centre: String) -> Result<Ribbon, Fault>;
    /// Centres below, worst first.
    async fn strip(&self, actor: &Actor, centre: String) -> Result<Vec<ChildTile>, Fault>;
    /// The signs chosen for the front, eight at most.
    async fn front_signs(&self, actor: &Actor, centre: String) -> Result<Vec<SignTile>, Fault>;
    /// The worst open warnings, `limit` at most.
    async fn front_warnings(
        &self,
        actor: &Actor,
        centre: String,
        limit: u8,
    ) -> Result<Vec<WarningRow>, Fault>;
    /// The latest events.
    async fn front_events(&self, actor: &Actor, centre: String, limit: u8) -> Result<Vec<EventRow>, Fault>;
    /// Running orders, worst first.
    async fn front_orders(&self, actor: &Actor, centre: String, limit: u8) -> Result<Vec<OrderRow>, Fault>;
    /// When the latest reading in the centre was measured, for the title bar's data freshness.
    async fn fresh_at(&self, actor: &Actor, centre: String) -> Result<Option<DateTime<Utc>>, Fault>;
    /// Open alarms as `GeoJSON` points: id, level, title, for the map's live source.
    async fn alarms(&self, actor: &Actor, centre: String) -> Result<String, Fault>;
}
