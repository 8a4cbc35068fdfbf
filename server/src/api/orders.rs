//! Orders.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use domain::OrderId;
use domain::api_clients::ApiScope;
use domain::orders::{OrderCounts, OrderDesk, OrderDetail, OrderFilter, OrderRow};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::assignments::{Assignment, AssignmentPage};
use super::input::{Asked, Named, cursor, value};
use super::problem::{Problem, Troubles};
use super::shapes::{Centre, Text};
use super::token::Asker;
use crate::state::Server;

/// How many parts got how far.
#[derive(Debug, Serialize, ToSchema)]
pub struct Counts {
    all: i64,
    delivered: i64,
    read: i64,
    accepted: i64,
    done: i64,
    approved: i64,
    /// Owed and past their time.
    late: i64,
}

impl From<OrderCounts> for Counts {
    fn from(counts: OrderCounts) -> Self {
        let OrderCounts { all, delivered, read, accepted, done, approved, late } = counts;
        Self { all, delivered, read, accepted, done, approved, late }
    }
}

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Order {
    #[schema(example = 7)]
    id: i64,
    /// Number people use.
    #[schema(example = "ZL-2026-1123-0042")]
    number: String,
    title: Text,
    /// `blue`, `yellow`, `orange` or `red`.
    #[schema(example = "red")]
    level: String,
    /// Who ordered.
    issuer: Centre,
    issued_at: DateTime<Utc>,
    recalled_at: Option<DateTime<Utc>>,
    /// When the first of what is owed is due.
    next_due_at: Option<DateTime<Utc>>,
    counts: Counts,
}

impl From<OrderRow> for Order {
    fn from(row: OrderRow) -> Self {
        Self {
            id: row.id.0,
            number: row.number,
            title: row.title.into(),
            level: row.level.to_string(),
            issuer: row.issuer.into(),
            issued_at: row.issued_at,
            recalled_at: row.recalled_at,
            next_due_at: row.next_due_at,
            counts: row.counts.into(),
        }
    }
}

/// An order with what it says.
#[derive(Debug, Serialize, ToSchema)]
pub struct FullOrder {
    order: Order,
    /// What the issuer wrote.
    note: String,
    /// The case it is for.
    event: Option<i64>,
    /// The order it was passed down from.
    parent: Option<i64>,
    corrected_at: Option<DateTime<Utc>>,
    /// Its parts and what was passed down from them, as far as the token's centre sees; the first two hundred.
    assignments: Vec<Assignment>,
}

impl From<OrderDetail> for FullOrder {
    fn from(detail: OrderDetail) -> Self {
        Self {
            order: detail.row.into(),
            note: detail.note,
            event: detail.event.map(|event| event.id.0),
            parent: detail.parent.map(|order| order.0),
            corrected_at: detail.corrected_at,
            assignments: detail.tree.into_iter().map(Assignment::from).collect(),
        }
    }
}

/// What a list of orders is narrowed to.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct OrderQuery {
    /// Code of a centre: it and all below; the token's own without it.
    #[param(required = false, pattern = r"^[^\x00]*$")]
    centre: Option<String>,
    /// `true`: those that are over too.
    #[param(required = false, value_type = Option<bool>)]
    all: Option<String>,
    /// `next` of the page before.
    #[param(required = false, pattern = r"^-?\d{1,18}~\d{1,18}$")]
    cursor: Option<String>,
}

impl OrderQuery {
    /// The engine's filter.
    pub fn filter(self) -> Result<OrderFilter, Problem> {
        Ok(OrderFilter {
            centre: self.centre.unwrap_or_default(),
            all: value("all", self.all)?.unwrap_or(false),
            after: cursor(self.cursor)?,
            ..OrderFilter::default()
        })
    }
}

/// A page of orders.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderPage {
    rows: Vec<Order>,
    /// Send it as `cursor` for what comes after; null on the last page.
    next: Option<String>,
}

/// Orders that were issued in a centre or to it, latest first, fifty a page.
#[utoipa::path(
    get, path = "/orders", tag = "orders", operation_id = "listOrders", params(OrderQuery),
    responses((status = 200, description = "A page", body = OrderPage), Troubles),
    security(("token" = ["orders:read"])),
)]
pub async fn list(
    State(server): State<Server>,
    Asker(caller): Asker,
    Asked(query): Asked<OrderQuery>,
) -> Result<Json<OrderPage>, Problem> {
    let actor = caller.needs(ApiScope::OrdersRead)?;
    let page = server.engine.orders(actor, query.filter()?).await?;
    Ok(Json(OrderPage { rows: page.rows.into_iter().map(Order::from).collect(), next: page.next }))
}

/// One order with its parts. With the scope `receipts:write`, the parts of the token's own centre are marked as read.
#[utoipa::path(
    get, path = "/orders/{id}", tag = "orders", operation_id = "getOrder",
    params(("id" = i64, Path, description = "The order", minimum = 1)),
    responses((status = 200, description = "The order", body = FullOrder), Troubles),
    security(("token" = ["orders:read"])),
)]
pub async fn one(
    State(server): State<Server>,
    Asker(caller): Asker,
    Named(id): Named<OrderId>,
) -> Result<Json<FullOrder>, Problem> {
    let actor = caller.needs(ApiScope::OrdersRead)?;
    Ok(Json(server.engine.order(actor, id).await?.into()))
}

/// What a list of an order's parts is narrowed to.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct PartQuery {
    /// Only parts that have not come this far.
    #[param(required = false, inline, value_type = Option<Stage>)]
    missing: Option<String>,
    /// `next` of the page before.
    #[param(required = false, pattern = r"^-?\d{1,18}~\d{1,18}$")]
    cursor: Option<String>,
}

/// How far a recipient may have come.
#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[allow(dead_code, missing_docs, reason = "read by the description only")]
pub enum Stage {
    Reached,
    Read,
    Signed,
    Done,
}

/// The direct parts of an order that was issued in scope, fifty a page.
#[utoipa::path(
    get, path = "/orders/{id}/assignments", tag = "orders", operation_id = "listOrderAssignments",
    params(("id" = i64, Path, description = "The order", minimum = 1), PartQuery),
    responses((status = 200, description = "A page", body = AssignmentPage), Troubles),
    security(("token" = ["orders:read"])),
)]
pub async fn parts(
    State(server): State<Server>,
    Asker(caller): Asker,
    Named(id): Named<OrderId>,
    Asked(query): Asked<PartQuery>,
) -> Result<Json<AssignmentPage>, Problem> {
    let actor = caller.needs(ApiScope::OrdersRead)?;
    let missing = value("missing", query.missing)?;
    let found = server.engine.recipients(actor, id, missing, cursor(query.cursor)?).await?;
    Ok(Json(found.page.into()))
}
