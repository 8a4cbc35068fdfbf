//! Other systems that ask through the API: the hotline, neighbouring systems, a district's own installation.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::{Actor, Right};
use crate::centres::CentreTag;
use crate::webhooks::{Delivery, WebhookRow};
use crate::{ApiClientId, Fault, Refusal};

text_enum! {
    /// What a client may do through the API, within its centre's scope.
    ApiScope {
        /// List and read cases and what happened in them.
        EventsRead = "events:read",
        /// Send cases.
        EventsWrite = "events:write",
        /// List and read orders and their parts.
        OrdersRead = "orders:read",
        /// Sign for parts of its own centre, report progress and done.
        ReceiptsWrite = "receipts:write",
    }
}

impl ApiScope {
    /// The rights that a request of such a client acts with.
    #[must_use]
    pub const fn rights(self) -> &'static [Right] {
        match self {
            Self::EventsRead | Self::OrdersRead => &[Right::ViewCity],
            Self::EventsWrite => &[Right::ViewCity, Right::ReportEvent],
            Self::ReceiptsWrite => &[Right::ViewCity, Right::WorkOrder],
        }
    }
}

/// What every token begins with, so that one that lies about is recognised.
pub const TOKEN_PREFIX: &str = "chm_";
/// Characters of a token after its prefix: 32 random bytes in hex.
const TOKEN_HEX: usize = 64;
/// Characters of a token by which people recognise it.
const TOKEN_SHOWN: usize = 10;

/// Whether a text has the form of a token.
#[must_use]
pub fn is_token(text: &str) -> bool {
    let hex = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    text.strip_prefix(TOKEN_PREFIX).is_some_and(|rest| rest.len() == TOKEN_HEX && hex(rest))
}

/// The beginning of a token, which may be shown.
#[must_use]
pub fn token_start(token: &str) -> String {
    token.chars().take(TOKEN_SHOWN).collect()
}

/// A client in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiClientRow {
    /// Identity.
    pub id: ApiClientId,
    /// The system's name, as the audit log has it.
    pub name: String,
    /// Its centre: it sees that and all below.
    pub centre: CentreTag,
    /// What it may.
    pub scopes: Vec<ApiScope>,
    /// Requests it may make in a minute.
    pub per_minute: i32,
    /// Requests it may make in a day.
    pub per_day: i32,
    /// Requests it made today (UTC).
    pub used_today: i32,
    /// When it asked last.
    pub used_at: Option<DateTime<Utc>>,
    /// The beginning of its token.
    pub token_start: String,
    /// When it was added.
    pub made_at: DateTime<Utc>,
    /// By whom; empty for the command line.
    pub made_by: String,
    /// When its token ends.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// What nobody has yet, for the forms: shown there, kept nowhere until the form comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FreshSecrets {
    /// A token that the next client may have; kept only as a hash then.
    pub token: String,
    /// A secret that the next webhook may have.
    pub secret: String,
}

/// A client's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiClientDetail {
    /// The client.
    pub row: ApiClientRow,
    /// Its webhooks that were not removed.
    pub webhooks: Vec<WebhookRow>,
    /// What was sent to them of late, latest first, 50 at most.
    pub deliveries: Vec<Delivery>,
}

/// A client to be added.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewApiClient {
    /// The system's name, at most 60 characters.
    pub name: String,
    /// Code of its centre; empty for the actor's own.
    pub centre: String,
    /// What it may; one at least.
    pub scopes: Vec<ApiScope>,
    /// Requests a minute, 1 to 100,000.
    pub per_minute: i32,
    /// Requests a day, 1 to 100,000,000.
    pub per_day: i32,
    /// The last city day on which its token is good, `YYYY-MM-DD`; empty for no end.
    pub expires: String,
    /// The token the form showed.
    pub token: String,
}

/// How far a client is with what it may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Requests a minute, and how many are left in this one.
    pub minute: (i32, i32),
    /// Seconds until the next minute's begin.
    pub minute_resets_s: u32,
    /// Requests a day, and how many are left in this one.
    pub day: (i32, i32),
    /// Seconds until the next day's begin.
    pub day_resets_s: u32,
    /// Whether this request is within both.
    pub let_in: bool,
}

impl Quota {
    /// Seconds after which asking again has a chance.
    #[must_use]
    pub const fn retry_after_s(&self) -> u32 {
        if self.day.1 <= 0 { self.day_resets_s } else { self.minute_resets_s }
    }
}

/// Who asks through the API.
#[derive(Debug, Clone, PartialEq)]
pub struct Caller {
    /// The client.
    pub client: ApiClientId,
    /// What it may.
    pub scopes: Vec<ApiScope>,
    /// How it acts: as its own post, with no more rights than its scopes give.
    pub actor: Actor,
    /// How far it is with its quota, this request counted.
    pub quota: Quota,
}

impl Caller {
    /// Line one of every answer: whether the client has a scope.
    ///
    /// # Errors
    /// `NeedsScope` naming it.
    pub fn needs(&self, scope: ApiScope) -> Result<&Actor, Refusal> {
        if self.scopes.contains(&scope) { Ok(&self.actor) } else { Err(Refusal::NeedsScope { scope }) }
    }
}

/// Adds clients and takes their tokens away.
#[async_trait]
pub trait ApiClientDesk: Send + Sync {
    /// The clients in the actor's scope, latest first, 200 at most.
    async fn api_clients(&self, actor: &Actor) -> Result<Vec<ApiClientRow>, Fault>;
    /// A token and a secret for the forms.
    async fn fresh_secrets(&self, actor: &Actor) -> Result<FreshSecrets, Fault>;
    /// One of them.
    async fn api_client(&self, actor: &Actor, id: ApiClientId) -> Result<ApiClientDetail, Fault>;
    /// Adds one. The same token again is the same client.
    async fn add_api_client(&self, actor: &Actor, new: NewApiClient) -> Result<ApiClientId, Fault>;
    /// Takes its token away, for good.
    async fn revoke_api_client(&self, actor: &Actor, id: ApiClientId) -> Result<(), Fault>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_recognised_by_its_form() {
        let token = format!("chm_{}", "0f".repeat(32));
        assert!(is_token(&token));
        assert_eq!(token_start(&token), "chm_0f0f0f");
        for other in
            ["", "chm_", "chm_0f", &token[..67], &token.to_uppercase(), &token.replace("chm_", "ghp_")]
        {
            assert!(!is_token(other), "{other}");
        }
    }

    #[test]
    fn no_scope_gives_a_right_to_decide() {
        for scope in ApiScope::ALL {
            for right in scope.rights() {
                let harmless = [Right::ViewCity, Right::ReportEvent, Right::WorkOrder];
                assert!(harmless.contains(right), "{scope} gives {right}");
            }
        }
    }
}
