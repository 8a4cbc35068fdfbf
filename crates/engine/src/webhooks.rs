//! Webhooks: who is told of what, and what becomes of each try.

use async_trait::async_trait;
use chrono::Duration;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::names::Name;
use domain::webhooks::{DeliveryState, DeliveryTry, NewWebhook, WebhookDesk, checked_url, wait_after};
use domain::{ApiClientId, DeliveryId, Fault, Refusal, Remedy, WebhookId};
use store::audit::Entry;
use store::webhooks::Due;

use crate::ledger::Ledger;
use crate::{Engine, Error};

/// News given out in one transaction.
const BATCH: i64 = 200;
/// Seconds for which a delivery is lent to the server that tries it: longer than a try may take.
const LENT_S: i64 = 60;
/// Webhooks a client may have.
const WEBHOOKS: usize = 10;

#[async_trait]
impl WebhookDesk for Engine {
    async fn add_webhook(
        &self,
        actor: &Actor,
        client: ApiClientId,
        new: NewWebhook,
    ) -> Result<WebhookId, Fault> {
        Ok(self.webhook_added(actor, client, new).await?)
    }

    async fn remove_webhook(&self, actor: &Actor, id: WebhookId) -> Result<(), Fault> {
        Ok(self.webhook_removed(actor, id).await?)
    }

    async fn resend(&self, actor: &Actor, id: DeliveryId) -> Result<(), Fault> {
        Ok(self.delivery_resent(actor, id).await?)
    }
}

impl Engine {
    async fn webhook_added(
        &self,
        actor: &Actor,
        client: ApiClientId,
        new: NewWebhook,
    ) -> Result<WebhookId, Error> {
        actor.has(Right::ManageSystem)?;
        let now = self.now();
        let mut new = NewWebhook { url: checked_url(&new.url)?, ..new };
        new.topics.sort_unstable();
        new.topics.dedup();
        if new.topics.is_empty() {
            return Err(Refusal::field("topics", Remedy::Required).into());
        }
        if !(16..=200).contains(&new.secret.len()) || !new.secret.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(Refusal::field("secret", Remedy::TooShort { min: 16 }).into());
        }
        let mut tx = self.db.people(actor).await?;
        let row = store::api_clients::listed(&mut tx, Some(client), now).await?.pop();
        let row = row.ok_or(Refusal::NotFound)?;
        if row.revoked_at.is_some() {
            return Err(Refusal::Conflict.into());
        }
        if let Some(same) = store::webhooks::by_url(&mut tx, client, &new.url).await? {
            return Ok(same);
        }
        if store::webhooks::of_client(&mut tx, client).await?.len() >= WEBHOOKS {
            let remedy = Remedy::OutOfRange { min: 1.0, max: f64::from(u8::try_from(WEBHOOKS).unwrap_or(0)) };
            return Err(Refusal::field("webhooks", remedy).into());
        }
        let id = store::webhooks::add(&mut tx, client, &new, now).await?.ok_or(Refusal::NotFound)?;
        let mut ledger = Ledger::default();
        let entry =
            Entry::by(actor, Verb::WebhookAdded, now).on("api_client", client.0, Name::typed(row.name));
        ledger.log(entry.noted(new.url));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn webhook_removed(&self, actor: &Actor, id: WebhookId) -> Result<(), Error> {
        actor.has(Right::ManageSystem)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let (client, url) = store::webhooks::remove(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        let entry = Entry::by(actor, Verb::WebhookRemoved, now);
        self.note(&mut tx, entry, client, url).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn delivery_resent(&self, actor: &Actor, id: DeliveryId) -> Result<(), Error> {
        actor.has(Right::ManageSystem)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let (client, verb) = store::webhooks::resend(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        let said = [id.to_string().as_str(), verb.as_str()].join(" ");
        let entry = Entry::by(actor, Verb::WebhookResent, now);
        self.note(&mut tx, entry, client, said).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn note(
        &self,
        tx: &mut store::db::Tx,
        entry: Entry,
        client: ApiClientId,
        said: String,
    ) -> Result<(), Error> {
        let row = store::api_clients::listed(&mut *tx, Some(client), self.now()).await?.pop();
        let name = row.map(|row| row.name).unwrap_or_default();
        let mut ledger = Ledger::default();
        ledger.log(entry.on("api_client", client.0, Name::typed(name)).noted(said));
        ledger.write(&mut *tx).await
    }

    /// Gives out what happened to the webhooks whose scope it lies in, in small transactions.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn spread_news(&self) -> Result<(), Error> {
        loop {
            let mut tx = self.db.tick().await?;
            let told = store::webhooks::spread(&mut tx, self.now(), BATCH).await?;
            tx.commit().await?;
            if told < BATCH {
                return Ok(());
            }
        }
    }

    /// Deliveries to be tried now, lent to the asker for a minute.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn deliveries_due(&self) -> Result<Vec<Due>, Error> {
        let now = self.now();
        let mut tx = self.db.tick().await?;
        let due = store::webhooks::take(&mut tx, now, now + Duration::seconds(LENT_S)).await?;
        tx.commit().await?;
        Ok(due)
    }

    /// Notes what became of a try: delivered with any status of success, otherwise tried again later or given up.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn delivery_tried(&self, due: &Due, tried: &DeliveryTry) -> Result<DeliveryState, Error> {
        let good = tried.status.is_some_and(|status| (200..300).contains(&status));
        let wait = wait_after(due.round_tries + 1, rand::random());
        let (state, next_at) = match wait {
            _ if good => (DeliveryState::Delivered, None),
            Some(wait) => (DeliveryState::Waiting, Some(self.now() + wait)),
            None => (DeliveryState::GivenUp, None),
        };
        let mut tx = self.db.tick().await?;
        store::webhooks::tried(&mut tx, due.id, tried, state, next_at).await?;
        tx.commit().await?;
        Ok(state)
    }
}
