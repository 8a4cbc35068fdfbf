//! What pages ask about supervision, and what they do.

use domain::assignments::Supervision;
use domain::supervision::{Board, ExplanationMove, NewRules, Pressing, RulesPage, SupervisionFilter};
use domain::{AssignmentId, ExplanationId};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// What is under supervision.
#[server(prefix = "/api", endpoint = "supervision/board", protocol = Get)]
pub async fn supervision_board(filter: SupervisionFilter) -> Result<Board, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.supervision.board(&actor, filter).await)
}

/// What a press of these parts would do.
#[server(prefix = "/api", endpoint = "supervision/pressing", protocol = Get)]
pub async fn look_at_pressing(
    #[server(default)] ids: Vec<AssignmentId>,
    to: Supervision,
) -> Result<Pressing, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.supervision.pressing(&actor, ids, to).await)
}

/// Presses them, and leads back to the board.
#[server(prefix = "/api", endpoint = "supervision/press")]
pub async fn press_parts(
    #[server(default)] ids: Vec<AssignmentId>,
    to: Supervision,
    reason: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.supervision.press(&actor, ids, to, reason).await)?;
    crate::asking::send_on("/supervision");
    Ok(())
}

/// Says that a part's present card was a mistake.
#[server(prefix = "/api", endpoint = "supervision/annul")]
pub async fn annul_card(id: AssignmentId, reason: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.supervision.annul(&actor, id, reason).await)
}

/// The rules of a centre.
#[server(prefix = "/api", endpoint = "supervision/rules", protocol = Get)]
pub async fn rules_of(#[server(default)] centre: String) -> Result<RulesPage, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.supervision.supervision_rules(&actor, centre).await)
}

/// Makes a new version of a centre's rules.
#[server(prefix = "/api", endpoint = "supervision/change-rules")]
pub async fn change_rules(new: NewRules) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.supervision.change_rules(&actor, new).await)
}

/// Gives an explanation, accepts it or returns it.
#[server(prefix = "/api", endpoint = "supervision/explain")]
pub async fn explain(
    id: ExplanationId,
    step: ExplanationMove,
    #[server(default)] text: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.supervision.explain(&actor, id, step, text).await).map(|_| ())
}
