//! Turns what forms send into what the desk of drafts takes, and its answers into the next page.

use domain::actors::Actor;
use domain::order_drafts::{Click, DeadlineKind, OrderSpec, OrderTemplate, Origin};
use domain::recipient_groups::RecipientGroup;
use domain::{OrderDraftId, Refusal};
use leptos::server_fn::codec::MultipartData;

use crate::asking::{Desks, Trouble, Upload, answer, send_on};

/// Keeps a draft and goes on to its page.
pub(super) async fn saved(
    desks: Desks,
    actor: Actor,
    draft: &str,
    moment: String,
    mut spec: OrderSpec,
    key: String,
) -> Result<OrderDraftId, Trouble> {
    let draft = if draft.is_empty() {
        None
    } else {
        Some(answer(draft.parse().map_err(|refusal: Refusal| refusal.into()))?)
    };
    if spec.letter.deadline_kind == DeadlineKind::At {
        spec.letter.deadline = moment;
    }
    let id = answer(desks.order_drafts.save(&actor, draft, spec, key).await)?;
    send_on(&format!("/orders/drafts/{id}"));
    Ok(id)
}

/// Files that go with a draft.
pub(super) async fn attached(desks: Desks, actor: Actor, form: MultipartData) -> Result<(), Trouble> {
    let upload = Upload::read(form).await?;
    let id = upload.parse("draft")?;
    answer(desks.order_drafts.attach(&actor, id, upload.photos).await)
}

/// Sends a draft: on to the order, or back to the draft that waits.
pub(super) async fn clicked(desks: Desks, actor: Actor, id: OrderDraftId) -> Result<(), Trouble> {
    match answer(desks.order_drafts.send(&actor, id).await)? {
        Click::Sent(order) => send_on(&format!("/orders/{order}")),
        Click::AwaitsCosign => send_on(&format!("/orders/drafts/{id}")),
    }
    Ok(())
}

/// Groups, templates of the reader's own centre, and its code.
pub(super) async fn saved_of(
    desks: Desks,
    actor: Actor,
) -> Result<(Vec<RecipientGroup>, Vec<OrderTemplate>, String), Trouble> {
    let groups = answer(desks.recipient_groups.groups(&actor).await)?;
    let composer = answer(desks.order_drafts.composer(&actor, Origin::default()).await)?;
    Ok((groups, composer.templates, actor.centre.code))
}
