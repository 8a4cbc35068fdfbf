//! What pages ask about warnings.

use domain::WarningId;
use domain::pages::Page;
use domain::warnings::{WarningDetail, WarningFilter, WarningRow};
use leptos::prelude::*;

use serde::{Deserialize, Serialize};

use crate::asking::{Get, Trouble};

/// A warning's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WarningSheet {
    /// The warning.
    pub detail: WarningDetail,
    /// What was measured: an ECharts option as JSON text.
    pub chart: String,
}

/// Warnings in a centre.
#[server(prefix = "/api", endpoint = "warnings/list", protocol = Get)]
pub async fn list_warnings(filter: WarningFilter) -> Result<Page<WarningRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.warnings.warnings(&actor, filter).await)
}

/// One warning.
#[server(prefix = "/api", endpoint = "warnings/one", protocol = Get)]
pub async fn one_warning(id: WarningId) -> Result<WarningSheet, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.warnings.warning(&actor, id).await.map(super::chart::drawn))
}

/// Marks a warning as seen.
#[server(prefix = "/api", endpoint = "warnings/acknowledge")]
pub async fn acknowledge_warning(id: WarningId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.warnings.acknowledge(&actor, id).await)
}
