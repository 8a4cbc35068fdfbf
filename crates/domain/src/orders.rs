//! Orders: who was told what, and how far it has come.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::assignments::{AssignmentMove, AssignmentRow, AssignmentState, Progress, Supervision};
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::duty::Holder;
use crate::events::EventRow;
use crate::names::Name;
use crate::order_drafts::{DeadlineKind, Receipts};
use crate::pages::Page;
use crate::plans::Proposal;
use crate::time::Lamp;
use crate::warnings::Level;
use crate::{AssignmentId, AttachmentId, EventId, Fault, OrderId, PlanId, PostId};

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
    /// Those that the actor may give to another centre.
    pub may_redispatch: Vec<AssignmentId>,
    /// Those of `mine` that the actor may hand to a colleague.
    pub may_delegate: Vec<AssignmentId>,
    /// Colleagues they could be handed to.
    pub colleagues: Vec<Holder>,
    /// Centres they could be passed to.
    pub below: Vec<CentreTag>,
    /// The actor may recall the order.
    pub may_recall: bool,
    /// The actor may urge.
    pub may_urge: bool,
    /// What must come back; whether a photo must, each assignment says.
    pub receipts: Receipts,
    /// Files that went with it, with their names.
    pub files: Vec<(AttachmentId, String)>,
    /// Who signed it too.
    pub cosigned_by: Option<String>,
    /// When it was last corrected.
    pub corrected_at: Option<DateTime<Utc>>,
    /// What it said before each correction, latest first.
    pub revisions: Vec<Revision>,
    /// The actor may correct it.
    pub may_correct: bool,
    /// How many rows the tree has in all; `tree` holds the first of them, the actor's own among them.
    pub tree_size: i64,
}

/// What an order said before it was corrected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// When it was corrected.
    pub at: DateTime<Utc>,
    /// By whom.
    pub who: String,
    /// The text until then.
    pub note: String,
    /// When the last of it was due until then.
    pub due_at: DateTime<Utc>,
}

/// What an order shall say from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The text; at most 2,000 characters.
    pub text: String,
    /// How the new deadline is given.
    pub deadline_kind: DeadlineKind,
    /// The new deadline; empty to leave it as it is.
    pub deadline: String,
}

text_enum! {
    /// How far a recipient may have come: 达·读·签·办.
    Stage { Reached = "reached", Read = "read", Signed = "signed", Done = "done" }
}

/// Who received an order, a page of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recipients {
    /// The order.
    pub order: OrderRow,
    /// Their parts.
    pub page: Page<AssignmentRow>,
    /// The actor may urge whoever has not read it.
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
    /// Of what is owed, only what the actor holds. Of orders, only what waits for the reader: a lane owner's lane, else what
    /// their centre has to verify or owes.
    pub mine: bool,
    /// Lane code: only orders on cases of its categories.
    pub lane: Option<String>,
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

/// A photo or file as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Name the sender gave it.
    pub name: String,
    /// The file. Its kind is read from its bytes; at most 8 MiB.
    pub bytes: Vec<u8>,
}

/// What the recipient reports.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewProgress {
    /// Per cent done; 100 with `finish` reports it done.
    pub percent: i16,
    /// What happened, at most 2,000 characters.
    pub note: String,
    /// At most six photos and files.
    pub photos: Vec<Photo>,
    /// The signature that was asked for, as a picture.
    pub signature: Option<Photo>,
    /// The number that was asked for.
    pub number: Option<f64>,
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
    /// Who of an order's recipients has not come as far as a stage; all without one. `after` is the key of the page before.
    async fn recipients(
        &self,
        actor: &Actor,
        id: OrderId,
        missing: Option<Stage>,
        after: Option<String>,
    ) -> Result<Recipients, Fault>;
    /// Corrects an order's text or deadline. What it said stays to be seen, and its recipients must read it again.
    async fn correct(&self, actor: &Actor, id: OrderId, correction: Correction) -> Result<(), Fault>;
    /// Urges every recipient who has not read it; says how many there were.
    async fn urge_unread(&self, actor: &Actor, id: OrderId) -> Result<i64, Fault>;
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
    /// Gives a part that was sent back, or what is left of one done in part, to another centre below the issuer; gives the
    /// new part. The same key again gives the same part.
    async fn redispatch(
        &self,
        actor: &Actor,
        id: AssignmentId,
        to: NewPart,
        key: String,
    ) -> Result<AssignmentId, Fault>;
    /// Hands a part to a colleague of the same centre, by their post.
    async fn delegate(&self, actor: &Actor, id: AssignmentId, to: PostId, note: String) -> Result<(), Fault>;
    /// Urges by hand: one step up.
    async fn urge(&self, actor: &Actor, id: AssignmentId, note: String) -> Result<Supervision, Fault>;
    /// A photo: media type and bytes.
    async fn attachment(&self, actor: &Actor, id: AttachmentId) -> Result<(String, Vec<u8>), Fault>;
}
