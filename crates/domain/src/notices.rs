//! Notices: what a centre must hear about another until it is over, e.g. that nobody is on duty there.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::centres::CentreTag;
use crate::pages::Page;
use crate::{Fault, NoticeId};

text_enum! {
    /// What it says.
    NoticeKind {
        /// Nobody is on duty now.
        NobodyOnDuty = "nobody_on_duty",
        /// Somebody is on duty, but the roster has a gap within twelve hours.
        DutyGap = "duty_gap",
        /// Somebody there owes an explanation for a red card, and its time has passed.
        ExplanationOverdue = "explanation_overdue",
        /// A case was handed to the centre itself, and nobody there has signed for it in time.
        HandOffOwed = "hand_off_owed",
        /// A case that the centre itself handed on is not signed for in time.
        HandOffUnreceived = "hand_off_unreceived",
        /// A centre below has not signed for a case in twice the time.
        HandOffStuck = "hand_off_stuck",
    }
}

text_enum! {
    /// Where it stands.
    NoticeState {
        /// Nobody has said yet that they take care of it.
        Open = "open",
        /// Somebody takes care of it.
        Acknowledged = "acknowledged",
        /// It is not so any more.
        Over = "over",
    }
}

/// A notice in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoticeRow {
    /// Identity.
    pub id: NoticeId,
    /// What it says.
    pub kind: NoticeKind,
    /// State.
    pub state: NoticeState,
    /// The centre that is told.
    pub told: CentreTag,
    /// The centre it is about.
    pub about: CentreTag,
    /// Since when, or from when, it is so.
    pub from_at: DateTime<Utc>,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// When somebody took it, and who.
    pub acknowledged: Option<(DateTime<Utc>, String)>,
    /// When it was over.
    pub over_at: Option<DateTime<Utc>>,
    /// The actor may acknowledge it.
    pub may_acknowledge: bool,
}

/// What a list of notices is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoticeFilter {
    /// Those that are over, too.
    pub all: bool,
    /// Key of the page before.
    pub after: Option<String>,
}

/// Notices.
#[async_trait]
pub trait NoticeDesk: Send + Sync {
    /// What the actor's centre was told, and what was told about it, latest first.
    async fn notices(&self, actor: &Actor, filter: NoticeFilter) -> Result<Page<NoticeRow>, Fault>;
    /// How many of these are open.
    async fn open_notices(&self, actor: &Actor) -> Result<i64, Fault>;
    /// Says that somebody takes care of it.
    async fn acknowledge_notice(&self, actor: &Actor, id: NoticeId) -> Result<(), Fault>;
}
