//! Plans: "one point, one policy, one plan", as steps that become assignments.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::centres::CentreTag;
use crate::names::Name;
use crate::pages::Page;
use crate::warnings::Level;
use crate::{Fault, PlanId};

text_enum! {
    /// Whom a step goes to, seen from the place of the event.
    Recipient {
        /// The township the event is in.
        Township = "township",
        /// Its district.
        District = "district",
        /// Townships that border on it, in the same district.
        Neighbours = "neighbours",
        /// All districts.
        AllDistricts = "all_districts",
        /// A centre named by the step.
        Named = "named",
    }
}

/// A plan in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanRow {
    /// Identity.
    pub id: PlanId,
    /// Code.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Level of response it is for.
    pub level: Level,
    /// The centre that owns it.
    pub centre: CentreTag,
    /// Kind of risk point, in words; none if it is for one point or any.
    pub kind: Option<Name>,
    /// Edition.
    pub version: i32,
    /// How many steps.
    pub steps: i64,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanStep {
    /// Steps of a group run side by side; groups follow one another.
    pub group: i32,
    /// Place within the plan, from 1.
    pub seq: i32,
    /// What is to be done.
    pub action: Name,
    /// To whom.
    pub recipient: Recipient,
    /// The post it is meant for, in words.
    pub post: Name,
    /// Minutes from issue to done.
    pub deadline_min: i32,
    /// A photo must come with the report.
    pub photo: bool,
}

/// A plan's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanDetail {
    /// The row.
    pub row: PlanRow,
    /// When to use it.
    pub scene: Name,
    /// Its steps in order.
    pub steps: Vec<PlanStep>,
}

/// What one click would send: shown for the one confirmation, and made by the same code that issues.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The plan.
    pub plan: PlanRow,
    /// Title the order will have.
    pub title: Name,
    /// One line a recipient and step.
    pub lines: Vec<ProposalLine>,
    /// How many different centres receive something.
    pub centres: i64,
}

/// One assignment to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProposalLine {
    /// What is to be done.
    pub action: Name,
    /// Who receives it.
    pub recipient: CentreTag,
    /// The post it is meant for.
    pub post: Name,
    /// Who is on duty there now, if the roster says so.
    pub on_duty: Option<String>,
    /// By when.
    pub due_at: DateTime<Utc>,
}

/// Asks about plans.
#[async_trait]
pub trait PlanDesk: Send + Sync {
    /// Plans usable in a centre.
    async fn plans(&self, actor: &Actor, after: Option<String>) -> Result<Page<PlanRow>, Fault>;
    /// One plan.
    async fn plan(&self, actor: &Actor, id: PlanId) -> Result<PlanDetail, Fault>;
}
