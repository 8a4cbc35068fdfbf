//! What a cockpit asks: one question a panel.

use chrono::{DateTime, Utc};
use domain::RiskPointId;
use domain::assignments::AssignmentRow;
use domain::centres::CentreHead;
use domain::cockpit::{ChildTile, Ribbon};
use domain::events::EventRow;
use domain::indicators::SignTile;
use domain::lanes::LaneMatrix;
use domain::orders::OrderRow;
use domain::pages::Page;
use domain::risk_points::RiskPointRow;
use domain::warnings::WarningRow;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::asking::{Get, Trouble};
#[cfg(feature = "ssr")]
use crate::asking::{answer, asked};
use crate::orders::api::Confirmation;

/// The worst open warning, and what one click would do about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Worst {
    /// The warning.
    pub row: WarningRow,
    /// The order that the reader may give: nothing was ordered yet and a plan fits.
    pub order: Option<Confirmation>,
}

/// The page's head.
#[server(prefix = "/api", endpoint = "cockpit/head", protocol = Get)]
pub async fn head(centre: String) -> Result<CentreHead, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.centres.head(&actor, &centre).await)
}

/// The loop ribbon.
#[server(prefix = "/api", endpoint = "cockpit/ribbon", protocol = Get)]
pub async fn front_ribbon(centre: String) -> Result<Ribbon, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.cockpit.ribbon(&actor, centre).await)
}

/// Centres below, worst first.
#[server(prefix = "/api", endpoint = "cockpit/strip", protocol = Get)]
pub async fn strip(centre: String) -> Result<Vec<ChildTile>, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.cockpit.strip(&actor, centre).await)
}

/// The signs chosen for the front.
#[server(prefix = "/api", endpoint = "cockpit/signs", protocol = Get)]
pub async fn front_signs(centre: String) -> Result<Vec<SignTile>, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.cockpit.front_signs(&actor, centre).await)
}

/// Boards and lanes with their lights.
#[server(prefix = "/api", endpoint = "cockpit/matrix", protocol = Get)]
pub async fn matrix(centre: String) -> Result<LaneMatrix, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.lanes.matrix(&actor, centre).await)
}

/// The worst open warnings.
#[server(prefix = "/api", endpoint = "cockpit/warnings", protocol = Get)]
pub async fn front_warnings(centre: String) -> Result<Vec<WarningRow>, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.cockpit.front_warnings(&actor, centre, super::desk::WARNINGS).await)
}

/// The worst open warning.
#[server(prefix = "/api", endpoint = "cockpit/worst", protocol = Get)]
pub async fn front_worst(centre: String) -> Result<Option<Worst>, Trouble> {
    let (desks, actor) = asked()?;
    answer(super::desk::worst(&desks, &actor, centre).await)
}

/// The latest events.
#[server(prefix = "/api", endpoint = "cockpit/events", protocol = Get)]
pub async fn front_events(centre: String) -> Result<Vec<EventRow>, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.cockpit.front_events(&actor, centre, super::desk::EVENTS).await)
}

/// Running orders, worst first.
#[server(prefix = "/api", endpoint = "cockpit/orders", protocol = Get)]
pub async fn front_orders(centre: String) -> Result<Vec<OrderRow>, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.cockpit.front_orders(&actor, centre, super::desk::ORDERS).await)
}

/// What this centre owes; none unless the reader works at it and it is a township.
#[server(prefix = "/api", endpoint = "cockpit/owed", protocol = Get)]
pub async fn front_owed(centre: String) -> Result<Option<Page<AssignmentRow>>, Trouble> {
    let (desks, actor) = asked()?;
    answer(super::desk::owed(&desks, &actor, centre).await)
}

/// When the latest reading was measured.
#[server(prefix = "/api", endpoint = "cockpit/fresh", protocol = Get)]
pub async fn fresh_at(centre: String) -> Result<Option<DateTime<Utc>>, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.cockpit.fresh_at(&actor, centre).await)
}

/// Open alarms as `GeoJSON`.
#[server(prefix = "/api", endpoint = "cockpit/alarms", protocol = Get)]
pub async fn alarms(centre: String) -> Result<String, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.cockpit.alarms(&actor, centre).await)
}

/// A risk point, for the map's card.
#[server(prefix = "/api", endpoint = "cockpit/risk-point", protocol = Get)]
pub async fn risk_point_card(id: RiskPointId) -> Result<RiskPointRow, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.risk_points.risk_point(&actor, id).await.map(|detail| detail.row))
}
