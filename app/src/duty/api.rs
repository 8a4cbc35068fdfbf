//! What pages ask about rosters, and what they do to them.

use domain::duty::{CentreSet, NewAbsence, NewShift, OnDuty, Roster, RosterImport, Week};
use domain::{AbsenceId, CentreId, HandOverId, RosterImportId, ShiftId};
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};

use crate::asking::{Get, Trouble};

/// A week of a centre; of the actor's own for an empty code, the present week for none.
#[server(prefix = "/api", endpoint = "duty/week", protocol = Get)]
pub async fn roster_of(#[server(default)] centre: String, week: Option<Week>) -> Result<Roster, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.roster(&actor, centre, week).await)
}

/// Who is on duty now at several centres at once.
#[server(prefix = "/api", endpoint = "duty/now", protocol = Get)]
pub async fn on_duty_now(centres: CentreSet) -> Result<Vec<(CentreId, OnDuty)>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.on_duty(&actor, centres.ids()).await)
}

/// Adds a shift.
#[server(prefix = "/api", endpoint = "duty/add")]
pub async fn add_shift(new: NewShift) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.add_shift(&actor, new).await).map(|_| ())
}

/// Takes a shift out of the roster.
#[server(prefix = "/api", endpoint = "duty/remove")]
pub async fn remove_shift(id: ShiftId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.remove_shift(&actor, id).await)
}

/// Lets the holders of two shifts serve each other's.
#[server(prefix = "/api", endpoint = "duty/swap")]
pub async fn swap_shifts(one: ShiftId, other: ShiftId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.swap_shifts(&actor, one, other).await)
}

/// Leaves a note to the next shift.
#[server(prefix = "/api", endpoint = "duty/hand-over")]
pub async fn hand_over(centre: String, note: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.hand_over(&actor, centre, note).await).map(|_| ())
}

/// Acknowledges such a note.
#[server(prefix = "/api", endpoint = "duty/take-over")]
pub async fn take_over(id: HandOverId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.acknowledge_hand_over(&actor, id).await)
}

/// Notes that somebody is away.
#[server(prefix = "/api", endpoint = "duty/away")]
pub async fn note_absence(new: NewAbsence) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.note_absence(&actor, new).await).map(|_| ())
}

/// They are back, or were not away.
#[server(prefix = "/api", endpoint = "duty/back")]
pub async fn end_absence(id: AbsenceId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.end_absence(&actor, id).await)
}

/// Takes a roster in, fields `centre` and `file`, and leads to what it would change.
#[server(prefix = "/api", endpoint = "duty/send", input = MultipartFormData)]
pub async fn send_roster(form: MultipartData) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let upload = crate::asking::Upload::read(form).await?;
    let (centre, file) = (upload.text("centre").to_owned(), upload.only_file());
    let id = crate::asking::answer(desks.duty.send_roster(&actor, centre, file).await)?;
    crate::asking::send_on(&format!("/duty/imports/{id}"));
    Ok(())
}

/// What a roster that was sent would change.
#[server(prefix = "/api", endpoint = "duty/import", protocol = Get)]
pub async fn sent_roster(id: RosterImportId) -> Result<RosterImport, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.roster_import(&actor, id).await)
}

/// Applies it.
#[server(prefix = "/api", endpoint = "duty/apply")]
pub async fn apply_roster(id: RosterImportId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.duty.apply_roster(&actor, id).await)
}
