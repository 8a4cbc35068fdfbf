//! Exports: a list as a file, made in the background for whoever may see its rows.

mod list;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::names::Lang;
use crate::{ExportId, Fault};

pub use list::ExportList;

text_enum! {
    /// What kind of file.
    ExportFormat {
        /// Comma-separated values in UTF-8.
        Csv = "csv",
        /// An Excel workbook.
        Xlsx = "xlsx",
    }
}

text_enum! {
    /// Where an export stands.
    ExportState {
        Waiting = "waiting", Running = "running", Done = "done", Failed = "failed", Cancelled = "cancelled",
    }
}

impl ExportState {
    /// Whether it is still to be made, and so may be cancelled.
    #[must_use]
    pub const fn is_to_do(self) -> bool {
        matches!(self, Self::Waiting | Self::Running)
    }
}

/// An export in its asker's list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExportRow {
    /// Identity.
    pub id: ExportId,
    /// Which list, and what it was narrowed to.
    pub list: ExportList,
    /// Kind of file.
    pub format: ExportFormat,
    /// State.
    pub state: ExportState,
    /// Rows written so far.
    pub done: i64,
    /// Rows there were when it was asked for, as far as they were counted.
    pub total: i64,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When it was over; the file is kept for a week from then.
    pub ended_at: Option<DateTime<Utc>>,
    /// Bytes of the file.
    pub size: Option<i64>,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// Of which list: part of its name.
    pub noun: String,
    /// Kind.
    pub format: ExportFormat,
    /// When it was asked for: part of its name.
    pub asked_at: DateTime<Utc>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Asks for exports and fetches them. Everybody has their own.
#[async_trait]
pub trait ExportDesk: Send + Sync {
    /// The actor's exports, latest first.
    async fn exports(&self, actor: &Actor) -> Result<Vec<ExportRow>, Fault>;
    /// Asks for a list as a file. The same key again asks for nothing new.
    async fn export(
        &self,
        actor: &Actor,
        list: ExportList,
        format: ExportFormat,
        lang: Lang,
        key: String,
    ) -> Result<ExportId, Fault>;
    /// Stops one that is still to be made.
    async fn cancel_export(&self, actor: &Actor, id: ExportId) -> Result<(), Fault>;
    /// A finished file.
    async fn export_file(&self, actor: &Actor, id: ExportId) -> Result<ExportFile, Fault>;
}
