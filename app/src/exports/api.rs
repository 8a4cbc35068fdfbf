//! What pages ask about exports.

use domain::ExportId;
use domain::events::EventFilter;
use domain::exports::{ExportFormat, ExportRow};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// The reader's own exports.
#[server(prefix = "/api", endpoint = "exports/list", protocol = Get)]
pub async fn list_exports() -> Result<Vec<ExportRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.exports.exports(&actor).await)
}

/// Asks for a list of events as a file, and sends the reader on to where it will lie.
#[server(prefix = "/api", endpoint = "exports/events")]
pub async fn export_events(
    #[server(default)] filter: EventFilter,
    format: ExportFormat,
    key: String,
) -> Result<ExportId, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    // One form has a button a format.
    let (lang, key) = (crate::look::use_look().lang, [key.as_str(), "-", format.as_str()].concat());
    let id = crate::asking::answer(desks.exports.export_events(&actor, filter, format, lang, key).await)?;
    crate::asking::send_on("/exports");
    Ok(id)
}

/// Stops one that is still to be made.
#[server(prefix = "/api", endpoint = "exports/cancel")]
pub async fn cancel_export(id: ExportId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.exports.cancel_export(&actor, id).await)
}
