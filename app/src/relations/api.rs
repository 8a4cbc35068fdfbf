//! What pages ask about relations between cases, and what they do to them.

use domain::events::KeptReport;
use domain::relations::{Alike, AlikeQuery, HelperMove, NewChild, NewHelper, Related};
use domain::{EventId, ReportDraftId};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// The relations of a case.
#[server(prefix = "/api", endpoint = "relations/of-event", protocol = Get)]
pub async fn relations_of_event(event: EventId) -> Result<Related, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.related(&actor, event).await)
}

/// Cases that a report may be about already.
#[server(prefix = "/api", endpoint = "relations/alike", protocol = Get)]
pub async fn alike_cases(about: AlikeQuery) -> Result<Vec<Alike>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.alike(&actor, about).await)
}

/// A report that waits for the reader, who made it.
#[server(prefix = "/api", endpoint = "relations/report-draft", protocol = Get)]
pub async fn report_draft(id: ReportDraftId) -> Result<KeptReport, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.report_draft(&actor, id).await)
}

/// Merges a case into the one of a number.
#[server(prefix = "/api", endpoint = "relations/merge")]
pub async fn merge_event(id: EventId, into: String, reason: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.merge(&actor, id, into, reason).await)
}

/// Takes a merged case apart again.
#[server(prefix = "/api", endpoint = "relations/unmerge")]
pub async fn unmerge_event(id: EventId, reason: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.unmerge(&actor, id, reason).await).map(|_| ())
}

/// Splits a case.
#[server(prefix = "/api", endpoint = "relations/split")]
pub async fn split_event(
    id: EventId,
    #[server(default)] parts: Vec<NewChild>,
    key: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.split(&actor, id, parts, key).await).map(|_| ())
}

/// Puts a case under the one of a number.
#[server(prefix = "/api", endpoint = "relations/hang")]
pub async fn hang_event(id: EventId, under: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.hang(&actor, id, under).await)
}

/// Takes a case out from under the one above it.
#[server(prefix = "/api", endpoint = "relations/take-out")]
pub async fn take_out_event(id: EventId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.take_out(&actor, id).await)
}

/// Names a helping centre.
#[server(prefix = "/api", endpoint = "relations/name-helper")]
pub async fn name_helper(id: EventId, new: NewHelper) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.name_helper(&actor, id, new).await).map(|_| ())
}

/// Moves a helping centre's part.
#[server(prefix = "/api", endpoint = "relations/step-helper")]
pub async fn step_helper(
    id: EventId,
    centre: String,
    step: HelperMove,
    #[server(default)] reason: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.step_helper(&actor, id, centre, step, reason).await).map(|_| ())
}

/// Gives the lead to a helping centre.
#[server(prefix = "/api", endpoint = "relations/give-lead")]
pub async fn give_lead(id: EventId, centre: String, reason: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.give_lead(&actor, id, centre, reason).await)
}

/// Writes a note into a case's history.
#[server(prefix = "/api", endpoint = "relations/note")]
pub async fn note_event(id: EventId, text: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.relations.note(&actor, id, text).await)
}
