//! Approvals: what a centre that handles a case must ask the centre above for (GB/T 30428: extension, return, suspension,
//! voiding), and the arbiter who ends a quarrel about whose case it is.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::centres::CentreTag;
use crate::events::{EventMove, EventState};
use crate::names::Name;
use crate::pages::Page;
use crate::{ApprovalId, EventId, Fault, Refusal};

text_enum! {
    /// What is asked for.
    ApprovalKind {
        /// 延期: more time for the step and the case.
        Extension = "extension",
        /// 退回: the case is not for this centre.
        Return = "return",
        /// 挂起: the clocks stand still while nothing can be done.
        Suspension = "suspension",
        /// 作废: there is no case.
        Voiding = "voiding",
        /// 仲裁: opened by the second refusal of a return; names the centre that must take the case.
        Arbitration = "arbitration",
    }
}

text_enum! {
    /// Where a request stands.
    ApprovalState { Asked = "asked", Granted = "granted", Refused = "refused", Withdrawn = "withdrawn" }
}

text_enum! {
    /// What may happen to a request.
    ApprovalMove { Grant = "grant", Refuse = "refuse", Withdraw = "withdraw" }
}

/// Refusals of a return after which the arbiter decides.
const REFUSALS: i64 = 2;

/// The longest extension in minutes: thirty days.
pub const EXTENSION_MAX_MIN: i64 = 30 * 24 * 60;

impl ApprovalKind {
    /// The move that granting it makes; an extension moves nothing but the clocks.
    #[must_use]
    pub const fn step(self) -> Option<EventMove> {
        match self {
            Self::Extension => None,
            Self::Return | Self::Arbitration => Some(EventMove::Return),
            Self::Suspension => Some(EventMove::Suspend),
            Self::Voiding => Some(EventMove::Void),
        }
    }

    /// The request that a move by hand needs, if it needs one.
    #[must_use]
    pub const fn of(step: EventMove) -> Option<Self> {
        match step {
            EventMove::Return => Some(Self::Return),
            EventMove::Suspend => Some(Self::Suspension),
            EventMove::Void => Some(Self::Voiding),
            _ => None,
        }
    }

    /// Whether a case in this state may be given it.
    ///
    /// # Errors
    /// `NotNow` when it may not.
    pub fn fits(self, state: EventState) -> Result<(), Refusal> {
        match self.step() {
            Some(step) => state.after(step, None).map(drop),
            None if state.is_open() && state != EventState::Suspended => Ok(()),
            None => Err(Refusal::not_now("event", state, self)),
        }
    }

    /// What nobody decides any more once a case is in this state: what no longer fits it. Only the end of the case ends an
    /// arbitration.
    #[must_use]
    pub fn lapsing(state: EventState) -> Vec<Self> {
        let lapses = |kind: &Self| if kind.is_asked() { kind.fits(state).is_err() } else { !state.is_open() };
        Self::ALL.iter().copied().filter(lapses).collect()
    }

    /// Whether a person asks for it. Arbitration comes by itself.
    #[must_use]
    pub const fn is_asked(self) -> bool {
        !matches!(self, Self::Arbitration)
    }

    /// Whether one more refusal, which makes `refused` in all, sends the case to the arbiter.
    #[must_use]
    pub const fn needs_arbiter(self, refused: i64) -> bool {
        matches!(self, Self::Return) && refused >= REFUSALS
    }
}

impl ApprovalState {
    /// The state after a move. What was decided stays decided, and an arbiter has to decide.
    ///
    /// # Errors
    /// `NotNow` when it is decided already, or the arbiter's to decide.
    pub fn after(self, step: ApprovalMove, kind: ApprovalKind) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::Asked, ApprovalMove::Grant) => Ok(Self::Granted),
            (Self::Asked, ApprovalMove::Refuse) if kind.is_asked() => Ok(Self::Refused),
            (Self::Asked, ApprovalMove::Withdraw) if kind.is_asked() => Ok(Self::Withdrawn),
            _ => Err(Refusal::not_now("approval", self, step)),
        }
    }
}

impl ApprovalMove {
    /// Whether a reason must be given.
    #[must_use]
    pub const fn needs_reason(self, kind: ApprovalKind) -> bool {
        matches!((self, kind), (Self::Refuse, _) | (Self::Grant, ApprovalKind::Arbitration))
    }
}

/// A request, open or past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApprovalRow {
    /// Identity.
    pub id: ApprovalId,
    /// The case.
    pub event: EventId,
    /// The case's number.
    pub number: String,
    /// The case's title.
    pub title: Name,
    /// What is asked for.
    pub kind: ApprovalKind,
    /// Where it stands.
    pub state: ApprovalState,
    /// Minutes asked for, of an extension.
    pub minutes: Option<i64>,
    /// Why it was asked for.
    pub reason: String,
    /// The centre that asks.
    pub centre: CentreTag,
    /// Who asked; empty where nobody did.
    pub asked_by: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// The centre that decides.
    pub decider: CentreTag,
    /// Who decided or withdrew; empty while it is open.
    pub decided_by: String,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// What they said.
    pub answer: String,
    /// The centre that must take the case, of an arbitration.
    pub taker: Option<CentreTag>,
    /// What the actor may do with it now.
    pub moves: Vec<ApprovalMove>,
}

/// The requests of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseApprovals {
    /// All of them, latest first.
    pub rows: Vec<ApprovalRow>,
    /// What the actor may ask for now.
    pub may_ask: Vec<ApprovalKind>,
    /// Whom the arbiter may choose, while an arbitration waits for the actor.
    pub takers: Vec<CentreTag>,
}

/// A request as a form gives it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewApproval {
    /// What is asked for.
    pub kind: Option<ApprovalKind>,
    /// Why, at most 500 characters.
    pub reason: String,
    /// Minutes, for an extension.
    pub minutes: String,
}

/// A decision as a form gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// What is decided.
    pub step: ApprovalMove,
    /// Why; needed to refuse and to arbitrate.
    #[serde(default)]
    pub reason: String,
    /// Code of the centre that must take the case, for the arbiter.
    #[serde(default)]
    pub taker: String,
}

text_enum! {
    /// What waits for a decision beside requests.
    WaitingKind {
        /// An explanation, to be accepted or returned by who issued the order.
        Explanation = "explanation",
        /// An appeal against how a case counts.
        Appeal = "appeal",
        /// Consent to help with a case of elsewhere.
        Helper = "helper",
        /// An order that needs a second signature.
        Cosign = "cosign",
    }
}

/// Something that waits for the actor's decision on a page of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingElsewhere {
    /// What it is.
    pub kind: WaitingKind,
    /// The order, case or draft that it is about, by its kind.
    pub id: i64,
    /// That one's title.
    pub title: Name,
    /// Since when.
    pub since: DateTime<Utc>,
}

impl WaitingElsewhere {
    /// Where it is decided.
    #[must_use]
    pub fn href(&self) -> String {
        match self.kind {
            WaitingKind::Explanation => format!("/orders/{}", self.id),
            WaitingKind::Appeal => "/evaluation/appeals".to_owned(),
            WaitingKind::Helper => format!("/events/{}", self.id),
            WaitingKind::Cosign => format!("/orders/drafts/{}", self.id),
        }
    }
}

/// All that waits for the actor's decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inbox {
    /// Requests that wait for the actor's centre, first come first; none where the post decides no requests.
    pub requests: Option<Page<ApprovalRow>>,
    /// What is decided elsewhere, the first fifty of each kind.
    pub elsewhere: Vec<WaitingElsewhere>,
}

/// Asks for approvals and decides them.
#[async_trait]
pub trait ApprovalDesk: Send + Sync {
    /// Requests that wait for the actor's centre, first come first.
    async fn approvals(&self, actor: &Actor, after: Option<String>) -> Result<Page<ApprovalRow>, Fault>;
    /// All that waits for the actor's decision; `after` is the key of the page of requests before.
    async fn inbox(&self, actor: &Actor, after: Option<String>) -> Result<Inbox, Fault>;
    /// How many things wait for the actor's decision, as far as they are counted.
    async fn approvals_waiting(&self, actor: &Actor) -> Result<i64, Fault>;
    /// The requests of a case.
    async fn approvals_of(&self, actor: &Actor, event: EventId) -> Result<CaseApprovals, Fault>;
    /// Asks for one. The centre that would decide has it granted at once.
    async fn ask(&self, actor: &Actor, event: EventId, new: NewApproval) -> Result<ApprovalId, Fault>;
    /// Grants, refuses or withdraws one; granting does what was asked for.
    async fn decide(&self, actor: &Actor, id: ApprovalId, decision: Decision)
    -> Result<ApprovalState, Fault>;
}
