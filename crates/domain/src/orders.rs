//! Orders: who was told what, and how far it has come.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::assignments::{AssignmentMove, AssignmentRow, AssignmentState, Progress, Supervision};
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::events::EventRow;
use crate::names::Name;
use crate::pages::Page;
use crate::plans::Proposal;
use crate::time::Lamp;
use crate::warnings::Level;
use crate::{AssignmentId, AttachmentId, EventId, Fault, OrderId, PlanId};

/// An order in a list, with the bars 达·读·签·办.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderRow {
    /// Identity.
    pub id: OrderId,
    /// Number people use, e.g. `ZL-2026-1123-0042`.
    pub number: String,
    /// What is ordered.
    pub title: Name,
    /// Level.
    pub level: Level,
    /// Who ordered.
    pub issuer: CentreTag,
    /// When.
    pub issued_at: DateTime<Utc>,
    /// When it was recalled.
    pub recalled_at: Option<DateTime<Utc>>,
    /// Assignments directly under it, and how many of them got how far.
    pub counts: OrderCounts,
    /// Worst lamp among what is owed.
    pub lamp: Lamp,
    /// Worst pressure among what is owed.
    pub supervision: Supervision,
    /// The earliest time something owed is due.
    pub next_due_at: Option<DateTime<Utc>>,
}

/// How many assignments got how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderCounts {
    /// All of them.
    pub all: i64,
    /// 达: reached the recipient.
    pub delivered: i64,
    /// 读: opened.
    pub read: i64,
    /// 签: signed for.
    pub accepted: i64,
    /// 办: reported done or approved.
    pub done: i64,
    /// Verified by the issuer.
    pub approved: i64,
    /// Owed and past their time.
    pub late: i64,
}

/// An order's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderDetail {
    /// The row.
    pub row: OrderRow,
    /// What the issuer wrote.
    pub note: String,
    /// Who pressed the button.
    pub issued_by: String,
    /// The plan: code, name, version.
    pub plan: Option<(PlanId, Name, i32)>,
    /// The event it is for.
    pub event: Option<EventRow>,
    /// The order above, if this one was passed down.
    pub parent: Option<OrderId>,
    /// Everything below it in reading order, to the actor's scope.
    pub tree: Vec<AssignmentRow>,
    /// Reports of progress, latest first.
    pub progress: Vec<Progress>,
    /// The series that raised the warning: rule's raise and clear value and the values; for the chart.
    pub series: Option<OrderSeries>,
    /// What happened, latest first, from the audit log.
    pub timeline: Vec<TimelineEntry>,
    /// What the actor may do, by assignment.
    pub moves: Vec<(AssignmentId, AssignmentMove)>,
    /// The assignments that the actor's own centre holds here: what they sign, pass down, report on.
    pub mine: Vec<AssignmentId>,
    /// Those of `mine` that the actor may pass down.
    pub may_pass_down: Vec<AssignmentId>,
    /// Centres they could be passed to.
    pub below: Vec<CentreTag>,
    /// The actor may recall the order.
    pub may_recall: bool,
    /// The actor may urge.
    pub may_urge: bool,
}

/// What was measured while the order ran.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderSeries {
    /// What was measured and where.
    pub name: Name,
    /// Unit.
    pub unit: String,
    /// Raise value of the warning's worst level.
    pub raise: f64,
    /// Its clear value.
    pub clear: f64,
    /// Time and value.
    pub values: Vec<(DateTime<Utc>, f64)>,
}

/// What a list of assignments or orders is narrowed to. Every field is a URL parameter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderFilter {
    /// Centre code: it and all below.
    pub centre: String,
    /// Finished ones too.
    pub all: bool,
    /// Only with this lamp.
    pub lamp: Option<Lamp>,
    /// Key of the page before.
    pub after: Option<String>,
}

/// One part of an order to pass down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewPart {
    /// Code of the centre below.
    pub centre: String,
    /// What it must do; at most 200 characters.
    pub action: String,
    /// Minutes from now to done.
    pub deadline_min: i32,
}

/// A photo as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Name the sender gave it.
    pub name: String,
    /// The file. Kind is read from its first bytes: JPEG, PNG or WebP, at most 8 MiB.
    pub bytes: Vec<u8>,
}

/// What the recipient reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewProgress {
    /// Per cent done; 100 with `finish` reports it done.
    pub percent: i16,
    /// What happened, at most 2,000 characters.
    pub note: String,
    /// At most six photos.
    pub photos: Vec<Photo>,
    /// Report it done.
    pub finish: bool,
    /// Made by the form; the same key again makes no second report.
    pub key: String,
}

/// Issues orders, works on them, verifies them.
#[async_trait]
pub trait OrderDesk: Send + Sync {
    /// What one click on this event would send. Plan unset: the best that fits.
    async fn proposal(&self, actor: &Actor, event: EventId, plan: Option<PlanId>) -> Result<Proposal, Fault>;
    /// The click. The same key again gives back the same order.
    async fn issue(&self, actor: &Actor, event: EventId, plan: PlanId, key: String)
    -> Result<OrderId, Fault>;
    /// Takes an order back, with everything below it.
    async fn recall(&self, actor: &Actor, order: OrderId, reason: String) -> Result<(), Fault>;
    /// Orders issued in a centre or to it, latest first.
    async fn orders(&self, actor: &Actor, filter: OrderFilter) -> Result<Page<OrderRow>, Fault>;
    /// What the actor's centre owes, most urgent first. Marks it as delivered.
    async fn owed(&self, actor: &Actor, filter: OrderFilter) -> Result<Page<AssignmentRow>, Fault>;
    /// One order with its tree. Marks the actor's own assignment as read.
    async fn order(&self, actor: &Actor, id: OrderId) -> Result<OrderDetail, Fault>;
    /// Moves an assignment: accept, approve, rework, send back, reissue.
    async fn step(
        &self,
        actor: &Actor,
        id: AssignmentId,
        step: AssignmentMove,
        reason: String,
    ) -> Result<AssignmentState, Fault>;
    /// Reports progress, or done.
    async fn progress(
        &self,
        actor: &Actor,
        id: AssignmentId,
        report: NewProgress,
    ) -> Result<AssignmentState, Fault>;
    /// Passes parts down: a child order under the assignment.
    async fn pass_down(
        &self,
        actor: &Actor,
        id: AssignmentId,
        parts: Vec<NewPart>,
        key: String,
    ) -> Result<OrderId, Fault>;
    /// Urges by hand: one step up.
    async fn urge(&self, actor: &Actor, id: AssignmentId, note: String) -> Result<Supervision, Fault>;
    /// A photo: media type and bytes.
    async fn attachment(&self, actor: &Actor, id: AttachmentId) -> Result<(String, Vec<u8>), Fault>;
}
