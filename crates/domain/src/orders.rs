//! Orders and their assignments: who was told what, and how far each has come.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::{Actor, Right};
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::events::EventRow;
use crate::names::Name;
use crate::pages::Page;
use crate::plans::Proposal;
use crate::time::Lamp;
use crate::warnings::Level;
use crate::{AssignmentId, AttachmentId, EventId, Fault, OrderId, PlanId, Refusal};

text_enum! {
    /// Where one recipient's part stands.
    AssignmentState {
        Issued = "issued", Delivered = "delivered", Read = "read", Accepted = "accepted", Doing = "doing",
        Done = "done", Approved = "approved", SentBack = "sent_back", Recalled = "recalled",
    }
}

text_enum! {
    /// What may happen to an assignment.
    AssignmentMove {
        /// It reached the recipient's screen.
        Deliver = "deliver",
        /// A person opened it.
        Read = "read",
        /// 签收: the recipient signs for it.
        Accept = "accept",
        /// Progress was reported.
        Progress = "progress",
        /// The recipient reports it done.
        Finish = "finish",
        /// The issuer verifies it.
        Approve = "approve",
        /// The issuer wants more: back to doing, with a reason.
        Rework = "rework",
        /// The recipient refuses it, with a reason.
        SendBack = "send_back",
        /// The issuer insists: as if newly issued.
        Reissue = "reissue",
        /// The issuer takes it back.
        Recall = "recall",
    }
}

text_enum! {
    /// Pressure on a late assignment. Only ever grows.
    Supervision {
        None = "none",
        /// 催办
        Urged = "urged",
        /// 黄牌督办
        Yellow = "yellow",
        /// 红牌督办
        Red = "red",
    }
}

impl AssignmentState {
    /// Whether the recipient still owes something.
    #[must_use]
    pub const fn is_owed(self) -> bool {
        matches!(self, Self::Issued | Self::Delivered | Self::Read | Self::Accepted | Self::Doing)
    }

    /// Whether nothing more can happen.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Approved | Self::Recalled)
    }

    /// The state after a move.
    ///
    /// # Errors
    /// `NotNow` when the present state does not allow the move.
    pub fn after(self, step: AssignmentMove) -> Result<Self, Refusal> {
        use AssignmentMove as M;
        let next = match (self, step) {
            (Self::Issued, M::Deliver) => Self::Delivered,
            (Self::Issued | Self::Delivered, M::Read) => Self::Read,
            (Self::Issued | Self::Delivered | Self::Read, M::Accept) => Self::Accepted,
            (Self::Accepted | Self::Doing, M::Progress) | (Self::Done, M::Rework) => Self::Doing,
            (Self::Accepted | Self::Doing, M::Finish) => Self::Done,
            (Self::Done, M::Approve) => Self::Approved,
            (state, M::SendBack) if state.is_owed() => Self::SentBack,
            (Self::SentBack, M::Reissue) => Self::Issued,
            (state, M::Recall) if !state.is_final() => Self::Recalled,
            _ => return Err(Refusal::not_now("assignment", self, step)),
        };
        Ok(next)
    }
}

impl AssignmentMove {
    /// The right the move needs.
    #[must_use]
    pub const fn right(self) -> Right {
        match self {
            Self::Approve | Self::Rework => Right::VerifyOrder,
            Self::Reissue => Right::IssueOrder,
            Self::Recall => Right::RecallOrder,
            _ => Right::WorkOrder,
        }
    }

    /// Whether the issuing centre makes it; the recipient's centre makes the others.
    #[must_use]
    pub const fn is_issuers(self) -> bool {
        matches!(self, Self::Approve | Self::Rework | Self::Reissue | Self::Recall)
    }

    /// Whether a reason must be given.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Rework | Self::SendBack | Self::Recall)
    }
}

impl Supervision {
    /// What the pressure must be, from the share of its limit that an owed assignment has used: urged past 100 %,
    /// yellow past 150 %, red past 200 %. Never below what it already is.
    #[must_use]
    pub fn ratchet(self, issued: DateTime<Utc>, due: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        let (used, limit) = ((now - issued).num_milliseconds(), (due - issued).num_milliseconds().max(1));
        let asked = if used > limit * 2 {
            Self::Red
        } else if used * 2 > limit * 3 {
            Self::Yellow
        } else if used > limit {
            Self::Urged
        } else {
            Self::None
        };
        self.max(asked)
    }

    /// The next step up, for a person who urges by hand.
    #[must_use]
    pub const fn raised(self) -> Self {
        match self {
            Self::None => Self::Urged,
            Self::Urged => Self::Yellow,
            Self::Yellow | Self::Red => Self::Red,
        }
    }
}

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

/// One recipient's part, in a list or in the tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssignmentRow {
    /// Identity.
    pub id: AssignmentId,
    /// The order it belongs to.
    pub order: OrderId,
    /// Its order's number.
    pub number: String,
    /// Its order's title.
    pub title: Name,
    /// What this recipient must do.
    pub action: Name,
    /// Level of the order.
    pub level: Level,
    /// Who ordered.
    pub issuer: CentreTag,
    /// Who must do it.
    pub recipient: CentreTag,
    /// The post it is meant for.
    pub post: Name,
    /// Depth in the tree, 0 for the first order's.
    pub depth: i32,
    /// Outline number in the tree, e.g. `2.1`.
    pub outline: String,
    /// State.
    pub state: AssignmentState,
    /// Pressure.
    pub supervision: Supervision,
    /// Lamp of its clock.
    pub lamp: Lamp,
    /// Per cent done, as reported.
    pub percent: i16,
    /// A photo must come with the report of done.
    pub photo: bool,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// When it reached a screen of the recipient.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When a person opened it.
    pub read_at: Option<DateTime<Utc>>,
    /// When it was signed for.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When it was reported done.
    pub done_at: Option<DateTime<Utc>>,
    /// When it was verified.
    pub approved_at: Option<DateTime<Utc>>,
    /// Why it was sent back or returned for rework last; empty if it was not.
    pub reason: String,
}

/// One report of progress.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// On which assignment.
    pub assignment: AssignmentId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: String,
    /// Their centre.
    pub centre: Name,
    /// Per cent done.
    pub percent: i16,
    /// What they wrote.
    pub note: String,
    /// Photos: `/attachments/{id}`.
    pub photos: Vec<AttachmentId>,
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
    /// The assignment that the actor's own centre holds here, if one: what they sign, pass down, report on.
    pub mine: Option<AssignmentId>,
    /// The actor may pass `mine` down.
    pub may_pass_down: bool,
    /// Centres it could be passed to.
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
