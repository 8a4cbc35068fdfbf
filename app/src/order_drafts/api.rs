//! What pages ask about drafts of orders, and what they do to them.

use domain::order_drafts::{Composer, DraftDetail, DraftRow, OrderSpec, OrderTemplate, Origin};
use domain::recipient_groups::RecipientGroup;
use domain::{OrderDraftId, OrderTemplateId, RecipientGroupId};
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};

use super::refill::{Refill, ShownSteps};
use crate::asking::{Get, Trouble};

/// The form with a key, filled in from where it was opened.
#[server(prefix = "/api", endpoint = "order-drafts/composer", protocol = Get)]
pub async fn compose(#[server(default)] origin: Origin) -> Result<(Composer, String), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let composer = crate::asking::answer(desks.order_drafts.composer(&actor, origin).await)?;
    Ok((composer, crate::asking::fresh_key()))
}

/// Keeps what was written and goes on to whom it would reach, or back to the form with what `refill` asks for. `moment` is the
/// deadline when it is given as one.
#[server(prefix = "/api", endpoint = "order-drafts/save")]
pub async fn save_draft(
    #[server(default)] draft: String,
    #[server(default)] moment: String,
    #[server(default)] steps: ShownSteps,
    #[server(default)] refill: Refill,
    spec: OrderSpec,
    key: String,
) -> Result<OrderDraftId, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let spec = super::asked::written(spec, moment, steps);
    super::asked::saved(desks, actor, &draft, spec, key, refill).await
}

/// What would be sent to whom.
#[server(prefix = "/api", endpoint = "order-drafts/one", protocol = Get)]
pub async fn one_draft(id: OrderDraftId, after: Option<String>) -> Result<DraftDetail, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.order_drafts.draft(&actor, id, after).await)
}

/// Drafts that wait for the reader.
#[server(prefix = "/api", endpoint = "order-drafts/waiting", protocol = Get)]
pub async fn waiting_drafts() -> Result<Vec<DraftRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.order_drafts.drafts(&actor).await)
}

/// Adds files: fields `draft` and `files`.
#[server(prefix = "/api", endpoint = "order-drafts/attach", input = MultipartFormData)]
pub async fn attach_files(form: MultipartData) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    super::asked::attached(desks, actor, form).await
}

/// The click.
#[server(prefix = "/api", endpoint = "order-drafts/send")]
pub async fn send_draft(id: OrderDraftId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    super::asked::clicked(desks, actor, id).await
}

/// The second signature.
#[server(prefix = "/api", endpoint = "order-drafts/cosign")]
pub async fn cosign_draft(id: OrderDraftId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let order = crate::asking::answer(desks.order_drafts.cosign(&actor, id).await)?;
    crate::asking::send_on(&format!("/orders/{order}"));
    Ok(())
}

/// Back to be written on.
#[server(prefix = "/api", endpoint = "order-drafts/reopen")]
pub async fn reopen_draft(id: OrderDraftId, #[server(default)] reason: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.order_drafts.reopen(&actor, id, reason).await)
}

/// Throws a draft away.
#[server(prefix = "/api", endpoint = "order-drafts/discard")]
pub async fn discard_draft(id: OrderDraftId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.order_drafts.discard(&actor, id).await)?;
    crate::asking::send_on("/orders");
    Ok(())
}

/// Keeps a draft's letter as a template.
#[server(prefix = "/api", endpoint = "order-templates/keep")]
pub async fn keep_template(draft: OrderDraftId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.order_drafts.keep_template(&actor, draft).await).map(|_| ())
}

/// Removes a template.
#[server(prefix = "/api", endpoint = "order-templates/remove")]
pub async fn remove_template(id: OrderTemplateId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.order_drafts.remove_template(&actor, id).await)
}

/// The reader's groups and templates.
#[server(prefix = "/api", endpoint = "recipient-groups/list", protocol = Get)]
pub async fn saved_choices() -> Result<(Vec<RecipientGroup>, Vec<OrderTemplate>, String), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    super::asked::saved_of(desks, actor).await
}

/// Keeps whom a draft would reach as a group.
#[server(prefix = "/api", endpoint = "recipient-groups/keep")]
pub async fn keep_group(draft: OrderDraftId, name: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.recipient_groups.keep_group(&actor, draft, name).await).map(|_| ())
}

/// Gives a group another name.
#[server(prefix = "/api", endpoint = "recipient-groups/rename")]
pub async fn rename_group(id: RecipientGroupId, name: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.recipient_groups.rename_group(&actor, id, name).await)
}

/// Removes a group.
#[server(prefix = "/api", endpoint = "recipient-groups/remove")]
pub async fn remove_group(id: RecipientGroupId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.recipient_groups.remove_group(&actor, id).await)
}
