//! What pages ask about other systems, and what the system administrator does with them.

use domain::api_clients::{ApiClientDetail, ApiClientRow, FreshSecrets, NewApiClient};
use domain::webhooks::NewWebhook;
use domain::{ApiClientId, DeliveryId, WebhookId};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// The systems.
#[server(prefix = "/api", endpoint = "api-clients/list", protocol = Get)]
pub async fn list_api_clients() -> Result<Vec<ApiClientRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.api_clients.api_clients(&actor).await)
}

/// One of them.
#[server(prefix = "/api", endpoint = "api-clients/one", protocol = Get)]
pub async fn one_api_client(id: ApiClientId) -> Result<ApiClientDetail, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.api_clients.api_client(&actor, id).await)
}

/// A token and a secret that nobody has, for the forms.
#[server(prefix = "/api", endpoint = "api-clients/fresh", protocol = Get)]
pub async fn offer_secrets() -> Result<FreshSecrets, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.api_clients.fresh_secrets(&actor).await)
}

/// Adds one and sends the reader on to its page.
#[server(prefix = "/api", endpoint = "api-clients/add")]
pub async fn add_api_client(#[server(default)] new: NewApiClient) -> Result<ApiClientId, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let id = crate::asking::answer(desks.api_clients.add_api_client(&actor, new).await)?;
    crate::asking::send_on(&format!("/api-clients/{id}"));
    Ok(id)
}

/// Takes its token away.
#[server(prefix = "/api", endpoint = "api-clients/revoke")]
pub async fn revoke_api_client(id: ApiClientId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.api_clients.revoke_api_client(&actor, id).await)
}

/// Adds a webhook.
#[server(prefix = "/api", endpoint = "webhooks/add")]
pub async fn add_webhook(
    client: ApiClientId,
    #[server(default)] new: NewWebhook,
) -> Result<WebhookId, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.webhooks.add_webhook(&actor, client, new).await)
}

/// Takes one away.
#[server(prefix = "/api", endpoint = "webhooks/remove")]
pub async fn remove_webhook(id: WebhookId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.webhooks.remove_webhook(&actor, id).await)
}

/// Sends something once more.
#[server(prefix = "/api", endpoint = "webhooks/resend")]
pub async fn resend_delivery(id: DeliveryId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.webhooks.resend(&actor, id).await)
}
