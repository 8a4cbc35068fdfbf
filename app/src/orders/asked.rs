//! Turns what forms send into what the order desk takes.

use domain::actors::Actor;
use domain::order_drafts::DeadlineKind;
use domain::orders::{Correction, NewPart, NewProgress};
use domain::{AssignmentId, EventId, Fault, OrderId, PlanId, Refusal, Remedy};
use leptos::server_fn::codec::MultipartData;

use super::api::{Confirmation, OrderSheet};
use super::chart::chart_of;
use crate::asking::{Desks, Trouble, Upload, answer, fresh_key};
use crate::words::use_lang;

/// An order with its chart and a key for the forms on its page.
pub(super) async fn sheet_of(desks: Desks, actor: Actor, id: OrderId) -> Result<OrderSheet, Trouble> {
    let lang = use_lang();
    let detail = answer(desks.orders.order(&actor, id).await)?;
    let explanations = answer(desks.supervision.explanations_of(&actor, id).await)?;
    let chart = chart_of(&detail, lang);
    Ok(OrderSheet { detail, key: fresh_key(), explanations, chart })
}

/// What one click would send, with the other plans that fit.
pub(crate) async fn confirmation_of(
    desks: &Desks,
    actor: &Actor,
    event: EventId,
    plan: Option<PlanId>,
) -> Result<Confirmation, Fault> {
    let proposal = desks.orders.proposal(actor, event, plan).await?;
    let detail = desks.events.event(actor, event).await?;
    Ok(Confirmation { proposal, event: detail.row, plans: detail.plans, key: fresh_key() })
}

/// A report of progress as the form sent it.
pub(super) async fn progress_of(form: MultipartData) -> Result<(AssignmentId, NewProgress), Trouble> {
    let upload = Upload::read(form).await?;
    let id = upload.parse("assignment")?;
    let finish = !upload.text("finish").is_empty();
    let percent = if finish { 100 } else { upload.parse("percent")? };
    let (note, key) = (upload.text("note").to_owned(), upload.text("key").to_owned());
    let number = match upload.text("number").trim() {
        "" => None,
        text => Some(answer(text.parse().map_err(|_| Refusal::field("number", Remedy::NotANumber).into()))?),
    };
    Ok((
        id,
        NewProgress {
            percent,
            note,
            photos: upload.photos,
            signature: upload.signature,
            number,
            finish,
            key,
        },
    ))
}

/// A correction as the form sent it.
pub(super) fn correction_of(
    text: String,
    deadline_kind: DeadlineKind,
    minutes: String,
    moment: String,
) -> Correction {
    let deadline = if deadline_kind == DeadlineKind::At { moment } else { minutes };
    Correction { text, deadline_kind, deadline }
}

/// The one part that is given to another centre.
pub(super) fn part_of(centre: String, action: &str, deadline_min: &str) -> Result<NewPart, Trouble> {
    let deadline_min = answer(
        deadline_min.trim().parse().map_err(|_| Refusal::field("deadline_min", Remedy::NotANumber).into()),
    )?;
    Ok(NewPart { centre, action: action.to_owned(), deadline_min })
}

/// One part a chosen centre.
pub(super) fn parts_of(
    centres: Vec<String>,
    action: &str,
    deadline_min: &str,
) -> Result<Vec<NewPart>, Trouble> {
    if centres.is_empty() {
        return answer(Err(Refusal::field("centre", Remedy::Required).into()));
    }
    centres.into_iter().map(|centre| part_of(centre, action, deadline_min)).collect()
}
