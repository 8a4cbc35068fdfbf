//! What pages ask about approvals, and what they do to them.

use domain::approvals::{CaseApprovals, Decision, Inbox, NewApproval};
use domain::{ApprovalId, EventId};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// All that waits for the reader's decision.
#[server(prefix = "/api", endpoint = "approvals/inbox", protocol = Get)]
pub async fn decision_inbox(after: Option<String>) -> Result<Inbox, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.approvals.inbox(&actor, after).await)
}

/// The requests of a case.
#[server(prefix = "/api", endpoint = "approvals/of-event", protocol = Get)]
pub async fn approvals_of_event(event: EventId) -> Result<CaseApprovals, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.approvals.approvals_of(&actor, event).await)
}

/// Asks for an extension, a return, a suspension or voiding.
#[server(prefix = "/api", endpoint = "approvals/ask")]
pub async fn ask_approval(event: EventId, new: NewApproval) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.approvals.ask(&actor, event, new).await).map(|_| ())
}

/// Grants, refuses or withdraws a request.
#[server(prefix = "/api", endpoint = "approvals/decide")]
pub async fn decide_approval(id: ApprovalId, decision: Decision) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.approvals.decide(&actor, id, decision).await).map(|_| ())
}
