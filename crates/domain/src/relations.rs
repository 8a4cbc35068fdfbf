//! Relations between cases: which may be one and the same, which was merged into which, which stands under which; and the
//! centres that help with a case (横向协同).
//!
//! A merged case keeps its number, its reports and its history; only its state says where it went. Working time while it is
//! merged counts for neither of its clocks: whoever takes the two apart again finds the time that was left.

mod helping;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::audit::TimelineEntry;
use crate::centres::CentreTag;
use crate::events::{EventMove, EventRow, EventState, KeptReport, NewEvent, ReportFiles};
use crate::{EventId, Fault, Refusal, Remedy, ReportDraftId};

pub use helping::{Helper, HelperMove, HelperState, NewHelper, above_both, may_help};

/// The most candidates that are offered.
pub const ALIKE_MOST: i64 = 5;

/// The most cases that a case is split into at a time.
pub const PARTS_MOST: usize = 10;

/// What relations ask of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kin {
    /// Which.
    pub id: EventId,
    /// Where it stands.
    pub state: EventState,
    /// The case above it.
    pub parent: Option<EventId>,
    /// Cases under it.
    pub children: u32,
    /// Those of them that are open.
    pub children_open: u32,
}

impl Kin {
    /// Whether it may be merged into another case. A case that was merged can be no target, so no ring of cases comes to be.
    ///
    /// # Errors
    /// `Field` when the target is the case itself or is over, `ChildrenOpen`, `NotNow`.
    pub fn may_merge(&self, into: &Self) -> Result<(), Refusal> {
        if self.id == into.id {
            return Err(Refusal::field("into", Remedy::Itself));
        }
        self.state.after(EventMove::Merge, None)?;
        self.may_end()?;
        into.is_target("into")
    }

    /// Whether it may be taken apart again from the case it was merged into; `above` is where the case above it stands, if there
    /// is one.
    ///
    /// # Errors
    /// `NotNow` when it is not merged, `ParentOver` when it would be open under a case that is over.
    pub fn may_unmerge(&self, above: Option<EventState>) -> Result<(), Refusal> {
        self.state.after(EventMove::Unmerge, None)?;
        match above {
            Some(state) if !state.is_open() => Err(Refusal::ParentOver { state: state.to_string() }),
            _ => Ok(()),
        }
    }

    /// Whether it may be put under another case. What has cases under it goes only under one that stands at the top: so no
    /// ring comes to be, and only the two rows have to be looked at.
    ///
    /// # Errors
    /// `Field` saying what is in the way.
    pub fn may_hang_under(&self, parent: &Self) -> Result<(), Refusal> {
        if self.id == parent.id {
            return Err(Refusal::field("parent", Remedy::Itself));
        }
        if self.parent.is_some() {
            return Err(Refusal::field("parent", Remedy::HangsAlready));
        }
        if self.children > 0 && parent.parent.is_some() {
            return Err(Refusal::field("parent", Remedy::NotAtTop));
        }
        parent.is_target("parent")
    }

    /// Whether it may be split: only what is open has parts to be handled.
    ///
    /// # Errors
    /// `NotNow` when it is over.
    pub fn may_split(&self) -> Result<(), Refusal> {
        if self.state.is_open() { Ok(()) } else { Err(Refusal::not_now("event", self.state, "split")) }
    }

    /// Whether it may end, as far as the cases under it go.
    ///
    /// # Errors
    /// `ChildrenOpen` saying how many are.
    pub const fn may_end(&self) -> Result<(), Refusal> {
        match self.children_open {
            0 => Ok(()),
            count => Err(Refusal::ChildrenOpen { count }),
        }
    }

    fn is_target(&self, field: &str) -> Result<(), Refusal> {
        if self.state.is_open() {
            return Ok(());
        }
        Err(Refusal::field(field, Remedy::Over { state: self.state.to_string() }))
    }
}

/// What candidates are looked for by.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AlikeQuery {
    /// Code of the centre where it is.
    pub centre: String,
    /// Category code.
    pub category: String,
    /// What happened.
    pub title: String,
    /// Where exactly, in degrees as typed; both empty where only the centre is known.
    pub longitude: String,
    /// The same, north.
    pub latitude: String,
}

/// A case that may be the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alike {
    /// The case.
    pub row: EventRow,
    /// How far away it is, in metres.
    pub distance_m: f64,
    /// It is of the very same category, not of a sibling.
    pub same_category: bool,
}

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    /// It was taken: this is its case.
    Taken(EventId),
    /// It may be a case that is there already; kept until the reporter says.
    Alike(ReportDraftId),
    /// A field or file is not right; all that was typed and the other files are kept until the reporter mends it.
    Refused(ReportDraftId),
}

/// A case that was merged into this one, with its own history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MergedCase {
    /// The case.
    pub row: EventRow,
    /// What happened in it, oldest first.
    pub timeline: Vec<TimelineEntry>,
}

/// What the reader may do about a case's relations now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "one answer a form")]
pub struct RelationForms {
    /// Merge it into another.
    pub merge: bool,
    /// Take it apart again.
    pub unmerge: bool,
    /// Split it, and put others under it.
    pub split: bool,
    /// Put it under another.
    pub hang: bool,
    /// Take it out from under the case above.
    pub take_out: bool,
    /// Name a helping centre.
    pub helper: bool,
    /// Give the lead to a helping centre.
    pub lead: bool,
    /// Write a note.
    pub note: bool,
}

/// A case's relations, as its page shows them; cases outside the reader's scope are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Related {
    /// The case itself.
    pub event: EventId,
    /// The case above it.
    pub parent: Option<EventRow>,
    /// Cases under it, oldest first, at most 50.
    pub children: Vec<EventRow>,
    /// How many cases under it are open, wherever they lie.
    pub children_open: u32,
    /// Where it went, if it was merged.
    pub merged_into: Option<EventRow>,
    /// What was merged into it, oldest first, at most 10.
    pub merged: Vec<MergedCase>,
    /// What may be the same case, best first.
    pub alike: Vec<Alike>,
    /// The centre that answers for the clock.
    pub lead: CentreTag,
    /// Centres that help, in the order they were named.
    pub helpers: Vec<Helper>,
    /// Centres that may be named as helpers: code and name.
    pub candidates: Vec<CentreTag>,
    /// What the reader may do.
    pub may: RelationForms,
}

/// A case to be put under the one that is split.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewChild {
    /// Code of the centre where it is; the parent's place if empty.
    pub centre: String,
    /// Category code.
    pub category: String,
    /// What it is about, at most 80 characters; a part without is left out.
    pub title: String,
    /// More, at most 2,000 characters.
    pub description: String,
}

/// Asks about relations between cases and changes them.
#[async_trait]
pub trait RelationDesk: Send + Sync {
    /// The relations of a case.
    async fn related(&self, actor: &Actor, id: EventId) -> Result<Related, Fault>;
    /// Cases that a report may be about already.
    async fn alike(&self, actor: &Actor, about: AlikeQuery) -> Result<Vec<Alike>, Fault>;
    /// Takes a report, unless it may be about a case that is there already and the reporter has not said that they know.
    async fn report_checked(
        &self,
        actor: &Actor,
        new: NewEvent,
        files: ReportFiles,
    ) -> Result<Reported, Fault>;
    /// A report that waits for its reporter.
    async fn report_draft(&self, actor: &Actor, id: ReportDraftId) -> Result<KeptReport, Fault>;
    /// Merges a case into the one of this number.
    async fn merge(&self, actor: &Actor, id: EventId, into: String, reason: String) -> Result<(), Fault>;
    /// Takes a merged case apart again; gives the state it goes on in.
    async fn unmerge(&self, actor: &Actor, id: EventId, reason: String) -> Result<EventState, Fault>;
    /// Splits a case: gives the new cases under it.
    async fn split(
        &self,
        actor: &Actor,
        id: EventId,
        parts: Vec<NewChild>,
        key: String,
    ) -> Result<Vec<EventId>, Fault>;
    /// Puts a case under the one of this number.
    async fn hang(&self, actor: &Actor, id: EventId, under: String) -> Result<(), Fault>;
    /// Takes a case out from under the one above it.
    async fn take_out(&self, actor: &Actor, id: EventId) -> Result<(), Fault>;
    /// Names a helping centre: at once by the centre above it and the lead, by the lead with that centre's consent.
    async fn name_helper(&self, actor: &Actor, id: EventId, new: NewHelper) -> Result<HelperState, Fault>;
    /// Moves a helping centre's part.
    async fn step_helper(
        &self,
        actor: &Actor,
        id: EventId,
        centre: String,
        step: HelperMove,
        reason: String,
    ) -> Result<HelperState, Fault>;
    /// Gives the lead, and with it the clock, to a helping centre.
    async fn give_lead(
        &self,
        actor: &Actor,
        id: EventId,
        centre: String,
        reason: String,
    ) -> Result<(), Fault>;
    /// Writes a note into a case's history.
    async fn note(&self, actor: &Actor, id: EventId, text: String) -> Result<(), Fault>;
}
