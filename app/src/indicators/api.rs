//! What the pages of vital signs ask.

use domain::indicators::{IndicatorDetail, SignTile};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::asking::{Get, Trouble};
#[cfg(feature = "ssr")]
use crate::asking::{answer, asked};

/// One sign with its chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// The sign.
    pub detail: IndicatorDetail,
    /// ECharts option as JSON text.
    pub chart: String,
}

/// All signs of a centre: those off normal first.
#[server(prefix = "/api", endpoint = "indicators/list", protocol = Get)]
pub async fn signs(centre: String) -> Result<Vec<SignTile>, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.indicators.signs(&actor, centre).await)
}

/// One sign of a centre over the last `hours`.
#[server(prefix = "/api", endpoint = "indicators/one", protocol = Get)]
pub async fn one_sign(centre: String, code: String, hours: u32) -> Result<Indicator, Trouble> {
    let (desks, actor) = asked()?;
    answer(desks.indicators.indicator(&actor, centre, code, hours).await.map(super::chart::drawn))
}
