//! What pages ask about exports.

use domain::ExportId;
use domain::events::EventFilter;
use domain::exports::{ExportFormat, ExportRow};
use domain::orders::OrderFilter;
use domain::rates::CountedFilter;
use domain::reviews::ReviewFilter;
use domain::supervision::SupervisionFilter;
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
    super::asked::export(domain::exports::ExportList::Events(filter), format, &key).await
}

/// The same of orders, and sends the reader on to where it will lie.
#[server(prefix = "/api", endpoint = "exports/orders")]
pub async fn export_orders(
    #[server(default)] filter: OrderFilter,
    format: ExportFormat,
    key: String,
) -> Result<ExportId, Trouble> {
    super::asked::export(domain::exports::ExportList::Orders(filter), format, &key).await
}

/// The same of the supervision board, and sends the reader on to where it will lie.
#[server(prefix = "/api", endpoint = "exports/supervision")]
pub async fn export_supervision(
    #[server(default)] filter: SupervisionFilter,
    format: ExportFormat,
    key: String,
) -> Result<ExportId, Trouble> {
    super::asked::export(domain::exports::ExportList::Supervision(filter), format, &key).await
}

/// The same of the cases behind a figure, and sends the reader on to where it will lie.
#[server(prefix = "/api", endpoint = "exports/cases")]
pub async fn export_cases(
    filter: CountedFilter,
    format: ExportFormat,
    key: String,
) -> Result<ExportId, Trouble> {
    super::asked::export(domain::exports::ExportList::Cases(filter), format, &key).await
}

/// The same of reviews and what was learnt, and sends the reader on to where it will lie.
#[server(prefix = "/api", endpoint = "exports/reviews")]
pub async fn export_reviews(
    #[server(default)] filter: ReviewFilter,
    format: ExportFormat,
    key: String,
) -> Result<ExportId, Trouble> {
    super::asked::export(domain::exports::ExportList::Reviews(filter), format, &key).await
}

/// Stops one that is still to be made.
#[server(prefix = "/api", endpoint = "exports/cancel")]
pub async fn cancel_export(id: ExportId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.exports.cancel_export(&actor, id).await)
}
