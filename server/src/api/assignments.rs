//! Parts of orders, and what their recipients say.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::AssignmentId;
use domain::api_clients::ApiScope;
use domain::assignments::{AssignmentMove, AssignmentRow, AssignmentState};
use domain::orders::{NewProgress, OrderDesk};
use domain::pages::Page;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::input::{Asked, Named, Sent, whole};
use super::once::OnceKey;
use super::orders::OrderQuery;
use super::problem::{Problem, Troubles, WriteTroubles};
use super::shapes::{Centre, Text};
use super::token::Asker;
use crate::state::Server;

/// One recipient's part of an order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Assignment {
    #[schema(example = 11)]
    id: i64,
    /// The order it belongs to.
    #[schema(example = 7)]
    order: i64,
    /// Place in the order's tree, e.g. `2.1`.
    #[schema(example = "2.1")]
    outline: String,
    /// What must be done.
    action: Text,
    issuer: Centre,
    recipient: Centre,
    /// `issued`, `delivered`, `read`, `accepted`, `doing`, `done`, `approved`, `sent_back` or `recalled`.
    #[schema(example = "accepted")]
    state: String,
    /// `none`, `urged`, `yellow` or `red`.
    #[schema(example = "none")]
    supervision: String,
    /// Per cent done, as reported.
    percent: i16,
    /// A photo must come with the report of done, which the API does not take: report it on the page.
    photo: bool,
    issued_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    delivered_at: Option<DateTime<Utc>>,
    read_at: Option<DateTime<Utc>>,
    accepted_at: Option<DateTime<Utc>>,
    done_at: Option<DateTime<Utc>>,
    approved_at: Option<DateTime<Utc>>,
    /// Why it was sent back or returned last.
    reason: String,
}

impl From<AssignmentRow> for Assignment {
    fn from(row: AssignmentRow) -> Self {
        Self {
            id: row.id.0,
            order: row.order.0,
            outline: row.outline,
            action: row.action.into(),
            issuer: row.issuer.into(),
            recipient: row.recipient.into(),
            state: row.state.to_string(),
            supervision: row.supervision.to_string(),
            percent: row.percent,
            photo: row.photo,
            issued_at: row.issued_at,
            due_at: row.due_at,
            delivered_at: row.delivered_at,
            read_at: row.read_at,
            accepted_at: row.accepted_at,
            done_at: row.done_at,
            approved_at: row.approved_at,
            reason: row.reason,
        }
    }
}

/// A page of parts.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssignmentPage {
    rows: Vec<Assignment>,
    /// Send it as `cursor` for what comes after; null on the last page.
    next: Option<String>,
}

impl From<Page<AssignmentRow>> for AssignmentPage {
    fn from(page: Page<AssignmentRow>) -> Self {
        Self { rows: page.rows.into_iter().map(Assignment::from).collect(), next: page.next }
    }
}

/// Where a part stands now.
#[derive(Debug, Serialize, ToSchema)]
pub struct Standing {
    #[schema(example = 11)]
    id: i64,
    /// As in `Assignment`.
    #[schema(example = "accepted")]
    state: String,
}

fn stands(id: AssignmentId, state: AssignmentState) -> Json<Standing> {
    Json(Standing { id: id.0, state: state.to_string() })
}

/// What the token's own centre owes, due first on top; with `centre`, what it and all below it owe. With the scope
/// `receipts:write`, the parts of the token's own centre are marked as delivered.
#[utoipa::path(
    get, path = "/assignments", tag = "orders", operation_id = "listAssignments", params(OrderQuery),
    responses((status = 200, description = "A page", body = AssignmentPage), Troubles),
    security(("token" = ["orders:read"])),
)]
pub async fn list(
    State(server): State<Server>,
    Asker(caller): Asker,
    Asked(query): Asked<OrderQuery>,
) -> Result<Json<AssignmentPage>, Problem> {
    let actor = caller.needs(ApiScope::OrdersRead)?;
    Ok(Json(server.engine.owed(actor, query.filter()?).await?.into()))
}

/// Signs for a part of the token's own centre. The body is empty.
#[utoipa::path(
    post, path = "/assignments/{id}/accept", tag = "receipts", operation_id = "acceptAssignment",
    params(("id" = i64, Path, description = "The part", minimum = 1),
        ("Idempotency-Key" = String, Header, description = "New for each signature",
            min_length = 1, max_length = 200, pattern = "^[!-~]{1,200}$", example = "sign-11")),
    responses((status = 200, description = "Signed", body = Standing), Troubles, WriteTroubles),
    security(("token" = ["receipts:write"])),
)]
pub async fn accept(
    State(server): State<Server>,
    Asker(caller): Asker,
    Named(id): Named<AssignmentId>,
) -> Result<Json<Standing>, Problem> {
    let actor = caller.needs(ApiScope::ReceiptsWrite)?;
    let state = server.engine.step(actor, id, AssignmentMove::Accept, String::new()).await?;
    Ok(stands(id, state))
}

/// What has been done so far.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"percent": 60, "note": "两台泵车已到位", "number": 12.5}))]
pub struct Report {
    /// Per cent done.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 0, maximum = 100)]
    percent: i16,
    #[serde(default)]
    #[schema(max_length = 2000)]
    note: String,
    /// The number that was asked for, in the order's unit.
    number: Option<f64>,
}

/// Reports how far a part of the token's own centre has come.
#[utoipa::path(
    post, path = "/assignments/{id}/progress", tag = "receipts", operation_id = "reportProgress", request_body = Report,
    params(("id" = i64, Path, description = "The part", minimum = 1),
        ("Idempotency-Key" = String, Header, description = "New for each report",
            min_length = 1, max_length = 200, pattern = "^[!-~]{1,200}$", example = "progress-11-1")),
    responses((status = 200, description = "Taken", body = Standing), Troubles, WriteTroubles),
    security(("token" = ["receipts:write"])),
)]
pub async fn progress(
    State(server): State<Server>,
    Asker(caller): Asker,
    OnceKey(key): OnceKey,
    Named(id): Named<AssignmentId>,
    Sent(report): Sent<Report>,
) -> Result<Json<Standing>, Problem> {
    let actor = caller.needs(ApiScope::ReceiptsWrite)?;
    let Report { percent, note, number } = report;
    let report = NewProgress { percent, note, number, key, ..NewProgress::default() };
    Ok(stands(id, OrderDesk::progress(&server.engine, actor, id, report).await?))
}

/// What was done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"note": "积水已排干,道路恢复通行"}))]
pub struct DoneReport {
    #[serde(default)]
    #[schema(max_length = 2000)]
    note: String,
    /// The number that was asked for, in the order's unit.
    number: Option<f64>,
}

/// Reports a part of the token's own centre done. What must come back with it must have come.
#[utoipa::path(
    post, path = "/assignments/{id}/done", tag = "receipts", operation_id = "reportDone", request_body = DoneReport,
    params(("id" = i64, Path, description = "The part", minimum = 1),
        ("Idempotency-Key" = String, Header, description = "New for each report",
            min_length = 1, max_length = 200, pattern = "^[!-~]{1,200}$", example = "done-11")),
    responses((status = 200, description = "Taken", body = Standing), Troubles, WriteTroubles),
    security(("token" = ["receipts:write"])),
)]
pub async fn done(
    State(server): State<Server>,
    Asker(caller): Asker,
    OnceKey(key): OnceKey,
    Named(id): Named<AssignmentId>,
    Sent(report): Sent<DoneReport>,
) -> Result<Json<Standing>, Problem> {
    let actor = caller.needs(ApiScope::ReceiptsWrite)?;
    let DoneReport { note, number } = report;
    let report = NewProgress { percent: 100, note, number, finish: true, key, ..NewProgress::default() };
    Ok(stands(id, OrderDesk::progress(&server.engine, actor, id, report).await?))
}
