//! Turns what forms send into what the desk of drafts takes, and its answers into the next page.

use domain::actors::Actor;
use domain::order_drafts::{Click, DeadlineKind, OrderSpec, OrderTemplate, Origin};
use domain::recipient_groups::RecipientGroup;
use domain::{OrderDraftId, Refusal};
use leptos::server_fn::codec::MultipartData;
use leptos_router::params::ParamsMap;

use super::refill::{Refill, ShownSteps};
use crate::asking::{Desks, Trouble, Upload, answer, send_on};

/// Keeps a draft and goes on to its page, or back to its form.
pub(super) async fn saved(
    desks: Desks,
    actor: Actor,
    draft: &str,
    spec: OrderSpec,
    key: String,
    refill: Refill,
) -> Result<OrderDraftId, Trouble> {
    let draft = if draft.is_empty() {
        None
    } else {
        Some(answer(draft.parse().map_err(|refusal: Refusal| refusal.into()))?)
    };
    let plan = spec.plan.clone();
    let id = answer(desks.order_drafts.save(&actor, draft, spec, key).await)?;
    send_on(&if refill.asked { form_path(id, plan, refill) } else { format!("/orders/drafts/{id}") });
    Ok(id)
}

/// The form as it was written: the moment in the place of minutes where it says so, and the plan's steps that are not sent.
pub(super) fn written(mut spec: OrderSpec, moment: String, steps: ShownSteps) -> OrderSpec {
    if spec.letter.deadline_kind == DeadlineKind::At {
        spec.letter.deadline = moment;
    }
    let ShownSteps { plan, shown, ticked } = steps;
    // What was left out of another plan means nothing for this one.
    let same = plan == spec.plan;
    spec.left_out.extend(shown.into_iter().filter(|seq| same && !ticked.contains(seq)));
    spec
}

/// The form of a draft, to be filled in with this. The plan is named too, so that another one is another page.
fn form_path(draft: OrderDraftId, plan: String, refill: Refill) -> String {
    let mut query = ParamsMap::new();
    query.insert("draft", draft.to_string());
    query.insert("plan", plan);
    for (name, value) in [("template", refill.template), ("find", refill.find)] {
        if !value.is_empty() {
            query.insert(name, value);
        }
    }
    format!("/orders/new{}", query.to_query_string())
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
