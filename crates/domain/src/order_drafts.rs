//! Drafts of orders: what an issuer writes, whom it would reach, who must sign with them, and the click that sends it.

mod area;
mod letter;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::{Actor, Role};
use crate::centres::CentreTag;
use crate::events::EventRow;
use crate::names::Name;
use crate::orders::Photo;
use crate::pages::Page;
use crate::plans::{PlanRow, PlanStep};
use crate::recipient_groups::RecipientGroup;
use crate::warnings::Level;
use crate::{AttachmentId, Fault, OrderDraftId, OrderId, OrderTemplateId, Refusal, RiskPointId, WarningId};

pub use area::area;
pub use letter::{DeadlineKind, Letter, Receipts, due};

text_enum! {
    /// Where a draft stands.
    DraftState {
        /// Being written.
        Open = "open",
        /// Waits for the second signature.
        AwaitingCosign = "awaiting_cosign",
        /// Became an order.
        Sent = "sent",
        /// Thrown away.
        Dropped = "dropped",
    }
}

text_enum! {
    /// What may happen to a draft.
    DraftMove {
        /// The issuer asks for the second signature.
        AskCosign = "ask_cosign",
        /// It becomes an order.
        Send = "send",
        /// Back to be written on: the issuer takes it back, or the co-signer gives it back.
        Reopen = "reopen",
        /// The issuer throws it away.
        Drop = "drop",
    }
}

impl DraftState {
    /// The state after a move.
    ///
    /// # Errors
    /// `NotNow` when the present state does not allow the move.
    pub fn after(self, step: DraftMove) -> Result<Self, Refusal> {
        use DraftMove as M;
        match (self, step) {
            (Self::Open, M::AskCosign) => Ok(Self::AwaitingCosign),
            (Self::Open | Self::AwaitingCosign, M::Send) => Ok(Self::Sent),
            (Self::AwaitingCosign, M::Reopen) => Ok(Self::Open),
            (Self::Open | Self::AwaitingCosign, M::Drop) => Ok(Self::Dropped),
            _ => Err(Refusal::not_now("order_draft", self, step)),
        }
    }
}

/// Who of the issuer's centre must sign an order with them before it is sent: for a red one of a duty officer, the leader or
/// the director. Empty when nobody must.
#[must_use]
pub const fn cosigners(issuer: Role, level: Level) -> &'static [Role] {
    match (issuer, level) {
        (Role::CityDuty, Level::Red) => &[Role::CityLeader],
        (Role::DistrictDuty, Level::Red) => &[Role::DistrictDirector],
        _ => &[],
    }
}

/// Whom an order is for. What is named in several ways receives it once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Codes of centres, one by one.
    pub centres: Vec<String>,
    /// All districts of the issuer's.
    pub all_districts: bool,
    /// All townships of the centre with this code.
    pub townships_of: String,
    /// The owners of the lane with this code, at their districts.
    pub lane: String,
    /// All townships under this polygon: GeoJSON, longitude before latitude.
    pub area: String,
    /// The saved group of this number.
    pub group: String,
}

/// What a form says of an order, as it was written; it is checked when it is shown and again when it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderSpec {
    /// What is written.
    pub letter: Letter,
    /// Whom it is for.
    pub choice: Choice,
    /// The case behind it, by number; empty for none.
    pub event: String,
    /// The plan behind it, by number; empty for none. Its steps go to whom it says, beside the letter.
    pub plan: String,
    /// Steps of the plan that are not sent, by their place in it.
    pub left_out: Vec<i32>,
    /// Code of the centre whose place the plan's steps are seen from, when there is no case: that of the risk point or
    /// warning it was opened from. Empty for the issuer's.
    pub place: String,
}

/// What the composer was opened from. Every field is a URL parameter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// A draft that is written on.
    pub draft: Option<OrderDraftId>,
    /// A template.
    pub template: Option<OrderTemplateId>,
    /// A case.
    pub event: Option<crate::EventId>,
    /// A warning.
    pub warning: Option<WarningId>,
    /// A plan.
    pub plan: Option<crate::PlanId>,
    /// No plan, although one may fit what it is opened from.
    pub planless: bool,
    /// What the plans to choose from are looked for by: a part of their name or code; empty for those that fit.
    pub find: String,
    /// A risk point.
    pub risk_point: Option<RiskPointId>,
    /// A KPI, by its code, of the centre below.
    pub kpi: String,
    /// The KPI's centre, by its code.
    pub centre: String,
}

/// What the form is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Composer {
    /// The form, filled in as far as the origin says.
    pub spec: OrderSpec,
    /// The draft that is written on.
    pub draft: Option<OrderDraftId>,
    /// The issuer's centre.
    pub centre: CentreTag,
    /// Every centre the issuer may order, by path: districts before their townships.
    pub below: Vec<CentreTag>,
    /// Lanes with an owner at a district, by code.
    pub lanes: Vec<(String, Name)>,
    /// The centre's saved groups.
    pub groups: Vec<RecipientGroup>,
    /// Templates of the centre and those above it.
    pub templates: Vec<OrderTemplate>,
    /// The case behind it.
    pub event: Option<EventRow>,
    /// The plan behind it.
    pub plan: Option<PlanRow>,
    /// Its steps, with whom each goes to.
    pub steps: Vec<OfferedStep>,
    /// Why the plan cannot be used.
    pub plan_trouble: Option<Refusal>,
    /// Plans to choose from, at most twenty.
    pub plans: Vec<PlanRow>,
}

/// A step of the plan behind an order, as the form offers it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfferedStep {
    /// The step.
    pub step: PlanStep,
    /// It is sent.
    pub ticked: bool,
    /// Who receives it: the first of them.
    pub centres: Vec<CentreTag>,
    /// How many there are in the issuer's scope; 0 when nobody there takes it.
    pub count: i64,
}

/// A letter kept to be used again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderTemplate {
    /// Identity.
    pub id: OrderTemplateId,
    /// Whose it is.
    pub centre: CentreTag,
    /// What is written.
    pub letter: Letter,
}

/// One centre that would receive the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recipient {
    /// The centre.
    pub centre: CentreTag,
    /// Who is on duty there now.
    pub on_duty: Option<String>,
    /// What it receives: the plan's steps, then the letter.
    pub parts: Vec<RecipientPart>,
}

/// One thing that a centre would receive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecipientPart {
    /// The plan's step, by its place and what is to be done; none for the letter.
    pub step: Option<(i32, Name)>,
    /// The post it is meant for.
    pub post: Name,
    /// A photo must come with the report.
    pub photo: bool,
    /// When it would be due if it were sent now; none while the letter's limit is wrong.
    pub due_at: Option<DateTime<Utc>>,
}

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftRow {
    /// Identity.
    pub id: OrderDraftId,
    /// Title, as far as it is written.
    pub title: String,
    /// Level.
    pub level: Level,
    /// State.
    pub state: DraftState,
    /// Who writes it.
    pub author: String,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// The reader writes it.
    pub mine: bool,
}

/// A draft's page: what would be sent, and what stands in the way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftDetail {
    /// The row.
    pub row: DraftRow,
    /// The form.
    pub spec: OrderSpec,
    /// When it would be due if it were sent now.
    pub due_at: Option<DateTime<Utc>>,
    /// What must be put right before it can be sent.
    pub trouble: Option<Refusal>,
    /// Who would receive it, a page of them, by code.
    pub recipients: Page<Recipient>,
    /// How many things they would receive in all.
    pub parts: i64,
    /// How many of these are the letter.
    pub letters: i64,
    /// The plan behind it.
    pub plan: Option<PlanRow>,
    /// Steps of it that are to be sent, but that nobody in the issuer's scope takes.
    pub idle: Vec<(i32, Name)>,
    /// What was chosen but lies outside the issuer's scope: it receives nothing.
    pub outside: Vec<CentreTag>,
    /// The case behind it.
    pub event: Option<EventRow>,
    /// Files that go with it, with their names.
    pub files: Vec<(AttachmentId, String)>,
    /// Somebody else must sign it before it is sent.
    pub needs_cosign: bool,
    /// Who may: posts with those who hold them.
    pub cosigners: Vec<(Name, String)>,
    /// Why the co-signer gave it back; empty if they did not.
    pub reason: String,
    /// The reader may sign it.
    pub may_cosign: bool,
    /// The order it became.
    pub order: Option<OrderId>,
}

/// What became of the click.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Click {
    /// The order was sent.
    Sent(OrderId),
    /// It waits for the second signature.
    AwaitsCosign,
}

/// Writes orders and sends them.
#[async_trait]
pub trait OrderDraftDesk: Send + Sync {
    /// The form, filled in from where it was opened.
    async fn composer(&self, actor: &Actor, origin: Origin) -> Result<Composer, Fault>;
    /// Keeps what was written, as it is: a new draft, or one of the actor's own that is still open.
    async fn save(
        &self,
        actor: &Actor,
        draft: Option<OrderDraftId>,
        spec: OrderSpec,
        key: String,
    ) -> Result<OrderDraftId, Fault>;
    /// What would be sent to whom. `after` is the key of the page before.
    async fn draft(
        &self,
        actor: &Actor,
        id: OrderDraftId,
        after: Option<String>,
    ) -> Result<DraftDetail, Fault>;
    /// The actor's own drafts, and those of the centre that wait for a signature.
    async fn drafts(&self, actor: &Actor) -> Result<Vec<DraftRow>, Fault>;
    /// Adds files that go with it.
    async fn attach(&self, actor: &Actor, id: OrderDraftId, files: Vec<Photo>) -> Result<(), Fault>;
    /// The click. The same again gives back the same order.
    async fn send(&self, actor: &Actor, id: OrderDraftId) -> Result<Click, Fault>;
    /// The second signature; sends it.
    async fn cosign(&self, actor: &Actor, id: OrderDraftId) -> Result<OrderId, Fault>;
    /// Back to be written on, by its author or, with a reason, by a co-signer.
    async fn reopen(&self, actor: &Actor, id: OrderDraftId, reason: String) -> Result<(), Fault>;
    /// Throws a draft of the actor's own away.
    async fn discard(&self, actor: &Actor, id: OrderDraftId) -> Result<(), Fault>;
    /// Keeps a draft's letter as a template of the actor's centre; one with the same title is replaced.
    async fn keep_template(&self, actor: &Actor, id: OrderDraftId) -> Result<OrderTemplateId, Fault>;
    /// Removes a template of the actor's own centre.
    async fn remove_template(&self, actor: &Actor, id: OrderTemplateId) -> Result<(), Fault>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_duty_officer_s_red_order_needs_a_second_signature() {
        for role in Role::ALL.iter().copied() {
            for level in Level::ALL.iter().copied() {
                let asked = cosigners(role, level);
                let wanted: &[Role] = match role {
                    Role::CityDuty if level == Level::Red => &[Role::CityLeader],
                    Role::DistrictDuty if level == Level::Red => &[Role::DistrictDirector],
                    _ => &[],
                };
                assert_eq!(asked, wanted, "{role} {level}");
                assert!(!asked.contains(&role), "nobody signs for themselves");
            }
        }
    }

    #[test]
    fn a_sent_or_dropped_draft_stays_so() {
        for state in [DraftState::Sent, DraftState::Dropped] {
            for step in DraftMove::ALL.iter().copied() {
                assert!(state.after(step).is_err(), "{state} {step}");
            }
        }
        assert!(DraftState::Open.after(DraftMove::Reopen).is_err());
        assert_eq!(DraftState::AwaitingCosign.after(DraftMove::Reopen), Ok(DraftState::Open));
    }
}
