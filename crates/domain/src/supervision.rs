//! Supervision 督办: which lateness is pressed how hard, pressing by hand, and what must be explained.

mod explanations;
mod rules;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::assignments::{AssignmentRow, Supervision};
use crate::centres::CentreTag;
use crate::names::Name;
use crate::pages::Page;
use crate::warnings::Level;
use crate::{AssignmentId, ExplanationId, Fault, OrderId};

pub use explanations::{EXPLAIN_WITHIN_MIN, ExplanationMove, ExplanationRow, ExplanationState};
pub use rules::{LevelRule, NewRules, RuleLine, RuleSet, RuleVersion, RulesPage, Threshold};

/// Assignments that one press may concern.
pub const PRESSED_AT_MOST: usize = 200;

/// Who answers for a part now, and how they are reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owing {
    /// Who.
    pub name: String,
    /// As what.
    pub title: Name,
    /// Where they are reached; empty if nobody wrote it down.
    pub phone: String,
    /// They hold the part; else they are on duty where it lies.
    pub holds: bool,
}

/// A card that was a mistake. It stays in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annulment {
    /// The pressure that was a mistake.
    pub card: Supervision,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A part under supervision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupervisedRow {
    /// The part.
    pub part: AssignmentRow,
    /// Who owes it; none where nobody holds it and nobody is on duty.
    pub owing: Option<Owing>,
    /// What was asked because it turned red.
    pub explanation: Option<ExplanationState>,
    /// Its present card was a mistake.
    pub annulled: Option<Annulment>,
    /// The actor may press it.
    pub may_press: bool,
    /// The actor may say that its card was a mistake.
    pub may_annul: bool,
}

/// How many parts are pressed how hard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pressures {
    /// 催办
    pub urged: i64,
    /// 黄牌
    pub yellow: i64,
    /// 红牌
    pub red: i64,
}

/// What the board is narrowed to. Every field is a URL parameter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SupervisionFilter {
    /// Centre code: it and all below.
    pub centre: String,
    /// Only orders of this level.
    pub level: Option<Level>,
    /// Only this pressure.
    pub supervision: Option<Supervision>,
    /// Only parts of this order.
    pub order: Option<OrderId>,
    /// Lane code: only orders on cases of its categories.
    pub lane: Option<String>,
    /// Only what waits for the reader: a lane owner's lane, else what their centre or they themselves owe.
    pub mine: bool,
    /// Key of the page before.
    pub after: Option<String>,
}

/// What is under supervision in a centre and below.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Board {
    /// The centre.
    pub centre: CentreTag,
    /// Its parts and those below, the hardest pressed on top, of these the longest late.
    pub page: Page<SupervisedRow>,
    /// How many in all.
    pub counts: Pressures,
    /// How many by centre directly below, worst first; the centre itself where it owes something.
    pub by_centre: Vec<(CentreTag, Pressures)>,
    /// Centres the board can be narrowed to.
    pub below: Vec<CentreTag>,
    /// Lanes the board can be narrowed to: code and name.
    pub lanes: Vec<(String, Name)>,
    /// Explanations not yet accepted, due first on top; the first of them.
    pub explanations: Vec<ExplanationRow>,
    /// The actor may press.
    pub may_press: bool,
}

/// What a press would do, said beforehand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pressing {
    /// The parts that would be raised.
    pub rows: Vec<AssignmentRow>,
    /// How many of the chosen would stay as they are: they are pressed as hard already, or owed no more.
    pub left: i64,
    /// To what.
    pub to: Supervision,
}

/// Presses, and asks why.
#[async_trait]
pub trait SupervisionDesk: Send + Sync {
    /// What is under supervision.
    async fn board(&self, actor: &Actor, filter: SupervisionFilter) -> Result<Board, Fault>;
    /// What a press of these parts would do.
    async fn pressing(
        &self,
        actor: &Actor,
        ids: Vec<AssignmentId>,
        to: Supervision,
    ) -> Result<Pressing, Fault>;
    /// Raises the pressure on parts by hand, never lowers it; says how many were raised. Of a single part that cannot be
    /// raised it says why.
    async fn press(
        &self,
        actor: &Actor,
        ids: Vec<AssignmentId>,
        to: Supervision,
        reason: String,
    ) -> Result<i64, Fault>;
    /// Says that the present card of a part was a mistake. The card stays; what it asked for is waived.
    async fn annul(&self, actor: &Actor, id: AssignmentId, reason: String) -> Result<(), Fault>;
    /// The rules of a centre, by code: those in force, those that were, those to come.
    async fn supervision_rules(&self, actor: &Actor, centre: String) -> Result<RulesPage, Fault>;
    /// Makes a new version of the rules, which holds from a day on.
    async fn change_rules(&self, actor: &Actor, new: NewRules) -> Result<(), Fault>;
    /// What was asked about the parts of an order's tree.
    async fn explanations_of(&self, actor: &Actor, order: OrderId) -> Result<Vec<ExplanationRow>, Fault>;
    /// Gives an explanation, accepts it or returns it.
    async fn explain(
        &self,
        actor: &Actor,
        id: ExplanationId,
        step: ExplanationMove,
        text: String,
    ) -> Result<ExplanationState, Fault>;
}
