//! What pages ask about orders, and what they do to them.

use domain::assignments::AssignmentMove;
use domain::events::EventRow;
use domain::order_drafts::DeadlineKind;
use domain::orders::{OrderDetail, OrderFilter, OrderRow, Recipients, Stage};
use domain::pages::Page;
use domain::plans::{PlanRow, Proposal};
use domain::supervision::ExplanationRow;
use domain::{AssignmentId, EventId, OrderId, PlanId, PostId};
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use serde::{Deserialize, Serialize};

use crate::asking::{Get, Trouble};

/// An order's page: what is known, and a key for the forms on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderSheet {
    /// The order.
    pub detail: OrderDetail,
    /// A key for the forms.
    pub key: String,
    /// What was asked because parts of it turned red.
    pub explanations: Vec<ExplanationRow>,
    /// ECharts option of what was measured, as JSON text; none without a series.
    pub chart: Option<String>,
}

/// The one confirmation before an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Confirmation {
    /// What one click would send.
    pub proposal: Proposal,
    /// The event it is for.
    pub event: EventRow,
    /// Plans that fit, best first.
    pub plans: Vec<PlanRow>,
    /// The key that makes a second click harmless.
    pub key: String,
}

/// Orders issued in a centre or to it.
#[server(prefix = "/api", endpoint = "orders/list", protocol = Get)]
pub async fn list_orders(filter: OrderFilter) -> Result<Page<OrderRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.orders.orders(&actor, filter).await)
}

/// One order.
#[server(prefix = "/api", endpoint = "orders/one", protocol = Get)]
pub async fn one_order(id: OrderId) -> Result<OrderSheet, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    super::asked::sheet_of(desks, actor, id).await
}

/// What one click on an event would send.
#[server(prefix = "/api", endpoint = "orders/proposal", protocol = Get)]
pub async fn confirm_order(event: EventId, plan: Option<PlanId>) -> Result<Confirmation, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(super::asked::confirmation_of(&desks, &actor, event, plan).await)
}

/// The click. The same key again gives the same order.
#[server(prefix = "/api", endpoint = "orders/issue")]
pub async fn issue_order(event: EventId, plan: PlanId, key: String) -> Result<OrderId, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let order = crate::asking::answer(desks.orders.issue(&actor, event, plan, key).await)?;
    crate::asking::send_on(&format!("/orders/{order}"));
    Ok(order)
}

/// Moves an assignment.
#[server(prefix = "/api", endpoint = "orders/step")]
pub async fn step_assignment(
    id: AssignmentId,
    step: AssignmentMove,
    #[server(default)] reason: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.orders.step(&actor, id, step, reason).await).map(|_| ())
}

/// Reports progress or done: fields `assignment`, `percent`, `note`, `finish`, `key` and files.
#[server(prefix = "/api", endpoint = "orders/progress", input = MultipartFormData)]
pub async fn report_progress(form: MultipartData) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let (id, report) = super::asked::progress_of(form).await?;
    crate::asking::answer(desks.orders.progress(&actor, id, report).await).map(|_| ())
}

/// Passes the same task down to several centres: a child order under the assignment.
#[server(prefix = "/api", endpoint = "orders/pass-down")]
pub async fn pass_down(
    id: AssignmentId,
    #[server(default)] centres: Vec<String>,
    action: String,
    deadline_min: String,
    key: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let parts = super::asked::parts_of(centres, &action, &deadline_min)?;
    crate::asking::answer(desks.orders.pass_down(&actor, id, parts, key).await).map(|_| ())
}

/// Gives a part, or what is left of it, to another centre.
#[server(prefix = "/api", endpoint = "orders/redispatch")]
pub async fn redispatch(
    id: AssignmentId,
    #[server(default)] centre: String,
    action: String,
    deadline_min: String,
    key: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let part = super::asked::part_of(centre, &action, &deadline_min)?;
    crate::asking::answer(desks.orders.redispatch(&actor, id, part, key).await).map(|_| ())
}

/// Takes an order back, with everything below it.
#[server(prefix = "/api", endpoint = "orders/recall")]
pub async fn recall_order(id: OrderId, reason: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.orders.recall(&actor, id, reason).await)
}

/// Who of an order's recipients has not come as far as a stage.
#[server(prefix = "/api", endpoint = "orders/recipients", protocol = Get)]
pub async fn order_recipients(
    id: OrderId,
    missing: Option<Stage>,
    after: Option<String>,
) -> Result<Recipients, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.orders.recipients(&actor, id, missing, after).await)
}

/// Corrects an order. `moment` is the deadline when it is given as one; empty fields leave it as it is.
#[server(prefix = "/api", endpoint = "orders/correct")]
pub async fn correct_order(
    id: OrderId,
    text: String,
    deadline_kind: DeadlineKind,
    #[server(default)] deadline: String,
    #[server(default)] moment: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let correction = super::asked::correction_of(text, deadline_kind, deadline, moment);
    crate::asking::answer(desks.orders.correct(&actor, id, correction).await)
}

/// Urges every recipient who has not read it.
#[server(prefix = "/api", endpoint = "orders/urge-unread")]
pub async fn urge_unread(id: OrderId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.orders.urge_unread(&actor, id).await).map(|_| ())
}

/// Hands a part to a colleague.
#[server(prefix = "/api", endpoint = "orders/delegate")]
pub async fn delegate_assignment(
    id: AssignmentId,
    to: PostId,
    #[server(default)] note: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.orders.delegate(&actor, id, to, note).await)
}

/// Urges: one step up.
#[server(prefix = "/api", endpoint = "orders/urge")]
pub async fn urge_assignment(id: AssignmentId, #[server(default)] note: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.orders.urge(&actor, id, note).await).map(|_| ())
}
