//! Sensing devices and their datastreams (OGC SensorThings terms).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::names::Name;
use crate::{DatastreamId, DeviceId};

text_enum! {
    /// Where a device stands in its life: 建, 管, 用, 营.
    Stage { Built = "built", Managed = "managed", Used = "used", Operated = "operated" }
}

/// A device with the latest value of each of its datastreams.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeviceRow {
    /// Identity.
    pub id: DeviceId,
    /// Code, as gateways send it.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Life stage.
    pub stage: Stage,
    /// Its series.
    pub streams: Vec<StreamRow>,
}

/// A datastream with its latest value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreamRow {
    /// Identity.
    pub id: DatastreamId,
    /// Observed property.
    pub quantity: Name,
    /// Its unit.
    pub unit: String,
    /// Decimals it is shown with.
    pub decimals: u8,
    /// Latest value, if there ever was one.
    pub value: Option<f64>,
    /// When that was measured.
    pub at: Option<DateTime<Utc>>,
    /// It is older than it should be.
    pub stale: bool,
}
