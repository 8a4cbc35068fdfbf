//! Other systems that ask through the API: added, recognised by their token, revoked.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::actors::{Actor, Right};
use domain::api_clients::{
    ApiClientDesk, ApiClientDetail, ApiClientRow, Caller, FreshSecrets, NewApiClient, TOKEN_PREFIX, is_token,
    token_start,
};
use domain::audit::Verb;
use domain::centres::CentreTag;
use domain::names::Name;
use domain::refusal::required_text;
use domain::time::city_midnight;
use domain::{ApiClientId, Fault, Refusal, Remedy};
use sha2::{Digest, Sha256};
use store::PgConnection;
use store::api_clients::AddedClient;
use store::audit::Entry;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

#[async_trait]
impl ApiClientDesk for Engine {
    async fn api_clients(&self, actor: &Actor) -> Result<Vec<ApiClientRow>, Fault> {
        let listed = async {
            actor.has(Right::ManageSystem)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::api_clients::listed(&mut tx, None, self.now()).await?)
        };
        Ok(listed.await?)
    }

    async fn fresh_secrets(&self, actor: &Actor) -> Result<FreshSecrets, Fault> {
        actor.has(Right::ManageSystem)?;
        Ok(FreshSecrets { token: fresh_token(), secret: hex_of(&rand::random::<[u8; 32]>()) })
    }

    async fn api_client(&self, actor: &Actor, id: ApiClientId) -> Result<ApiClientDetail, Fault> {
        let found = async {
            actor.has(Right::ManageSystem)?;
            let mut tx = self.db.people(actor).await?;
            let row = store::api_clients::listed(&mut tx, Some(id), self.now()).await?.pop();
            Ok::<_, Error>(ApiClientDetail {
                row: row.ok_or(Refusal::NotFound)?,
                webhooks: store::webhooks::of_client(&mut tx, id).await?,
                deliveries: store::webhooks::deliveries(&mut tx, id).await?,
            })
        };
        Ok(found.await?)
    }

    async fn add_api_client(&self, actor: &Actor, new: NewApiClient) -> Result<ApiClientId, Fault> {
        Ok(self.client_added(actor, new).await?)
    }

    async fn revoke_api_client(&self, actor: &Actor, id: ApiClientId) -> Result<(), Fault> {
        Ok(self.client_revoked(actor, id).await?)
    }
}

impl Engine {
    /// Who asks with this token, the request counted against their quota.
    ///
    /// # Errors
    /// `SignedOut` for a token that is unknown, revoked or over.
    pub async fn caller(&self, token: &str) -> Result<Caller, Fault> {
        let found = async {
            if !is_token(token) {
                return Err(Refusal::SignedOut.into());
            }
            let mut tx = self.db.gate().await?;
            let caller = store::api_clients::caller(&mut tx, &token_hash(token), self.now()).await?;
            tx.commit().await?;
            Ok::<_, Error>(caller.ok_or(Refusal::SignedOut)?)
        };
        Ok(found.await?)
    }

    async fn client_added(&self, actor: &Actor, new: NewApiClient) -> Result<ApiClientId, Error> {
        actor.has(Right::ManageSystem)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ManageSystem, new.centre.trim()).await?;
        let entry = Entry::by(actor, Verb::ApiClientAdded, now);
        let id = add(&mut tx, new, &centre, &actor.person_name, entry, now).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn client_revoked(&self, actor: &Actor, id: ApiClientId) -> Result<(), Error> {
        actor.has(Right::ManageSystem)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        revoke(&mut tx, id, Entry::by(actor, Verb::ApiClientRevoked, now), now).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Adds a client, checked, with its line in the log; the same token again is the same client. Used by the page and by the
/// command line.
///
/// # Errors
/// `Field`.
pub async fn add(
    connection: &mut PgConnection,
    new: NewApiClient,
    centre: &CentreTag,
    by: &str,
    entry: Entry,
    now: DateTime<Utc>,
) -> Result<ApiClientId, Error> {
    let mut new = NewApiClient { name: required_text("name", &new.name, 60)?, ..new };
    new.scopes.sort_unstable();
    new.scopes.dedup();
    if new.scopes.is_empty() {
        return Err(Refusal::field("scopes", Remedy::Required).into());
    }
    within("per_minute", new.per_minute, 100_000)?;
    within("per_day", new.per_day, 100_000_000)?;
    if !is_token(&new.token) {
        return Err(Refusal::field("token", Remedy::Reload).into());
    }
    let (token_hash, token_start) = (token_hash(&new.token), token_start(&new.token));
    let added = AddedClient {
        new: &new,
        centre: centre.id,
        token_hash: &token_hash,
        token_start: &token_start,
        at: now,
        by,
        expires_at: expiry(&new.expires, now)?,
    };
    let Some(id) = store::api_clients::add(&mut *connection, &added).await? else {
        let same = store::api_clients::by_token(connection, &token_hash).await?;
        return Ok(same.ok_or(Refusal::NotFound)?);
    };
    let mut ledger = Ledger::default();
    let scopes: Vec<&str> = new.scopes.iter().map(|scope| scope.as_str()).collect();
    let said = [token_start.as_str(), centre.code.as_str(), &scopes.join(" ")].join(" ");
    ledger.log(entry.on("api_client", id.0, Name::typed(new.name.as_str())).noted(said));
    ledger.write(connection).await?;
    Ok(id)
}

/// Takes a client's token away, with its line in the log. What was taken before stays so.
///
/// # Errors
/// `NotFound`.
pub async fn revoke(
    connection: &mut PgConnection,
    id: ApiClientId,
    entry: Entry,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let row = store::api_clients::listed(&mut *connection, Some(id), now).await?.pop();
    let row = row.ok_or(Refusal::NotFound)?;
    if !store::api_clients::revoke(&mut *connection, id, now).await? {
        return Ok(());
    }
    for webhook in store::webhooks::of_client(&mut *connection, id).await? {
        store::webhooks::remove(&mut *connection, webhook.id, now).await?;
    }
    let mut ledger = Ledger::default();
    ledger.log(entry.on("api_client", id.0, Name::typed(row.name)).noted(row.token_start));
    ledger.write(connection).await
}

/// A token that nobody has.
#[must_use]
pub fn fresh_token() -> String {
    [TOKEN_PREFIX, &hex_of(&rand::random::<[u8; 32]>())].concat()
}

/// How a token is kept. It is random and long: a plain hash cannot be guessed back.
fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}

fn hex_of(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn within(field: &str, number: i32, max: i32) -> Result<(), Refusal> {
    if (1..=max).contains(&number) {
        Ok(())
    } else {
        Err(Refusal::field(field, Remedy::OutOfRange { min: 1.0, max: f64::from(max) }))
    }
}

/// The end of a city day.
fn expiry(day: &str, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Refusal> {
    let day = day.trim();
    if day.is_empty() {
        return Ok(None);
    }
    let parsed: Option<NaiveDate> = day.parse().ok();
    let end = parsed.and_then(|day| day.succ_opt()).map(city_midnight);
    let end = end.ok_or_else(|| Refusal::unknown("expires", day))?;
    if end <= now { Err(Refusal::field("expires", Remedy::InThePast)) } else { Ok(Some(end)) }
}
