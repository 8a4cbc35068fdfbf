//! Webhooks: where a client is told of what happens in its scope, and how often it is tried.

use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::audit::Verb;
use crate::refusal::required_text;
use crate::{ApiClientId, DeliveryId, Fault, Refusal, Remedy, WebhookId};

text_enum! {
    /// What a webhook is told of.
    WebhookTopic {
        /// Cases reported and moved.
        Events = "events",
        /// Orders and their parts.
        Orders = "orders",
    }
}

text_enum! {
    /// Where a delivery stands.
    DeliveryState { Waiting = "waiting", Delivered = "delivered", GivenUp = "given_up" }
}

/// How often something is tried at most before it is given up.
pub const TRIES: i16 = 12;
/// Seconds from the first try to the second.
const FIRST_WAIT_S: i64 = 10;
/// Seconds between two tries at most.
const LONGEST_WAIT_S: i64 = 4 * 3600;

/// How long to wait after so many failed tries; none when it is given up. `chance` is from 0 to 1 and spreads what failed
/// together over a fifth of the time each way. All twelve tries lie within 24 hours.
#[must_use]
pub fn wait_after(tries: i16, chance: f64) -> Option<Duration> {
    if !(1..TRIES).contains(&tries) {
        return None;
    }
    let power = 3_i64.checked_pow(u32::try_from(tries - 1).unwrap_or(0)).unwrap_or(LONGEST_WAIT_S);
    let wait_ms = FIRST_WAIT_S.saturating_mul(power).min(LONGEST_WAIT_S) * 1000;
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "a few hours in milliseconds"
    )]
    let spread = (wait_ms as f64 * 0.4 * (chance.clamp(0.0, 1.0) - 0.5)) as i64;
    Some(Duration::milliseconds(wait_ms + spread))
}

/// An address that things may be sent to, by its form: `http` or `https`, a host, no name and password, no fragment.
///
/// # Errors
/// `Field`.
pub fn checked_url(text: &str) -> Result<String, Refusal> {
    let url = required_text("url", text, 500)?;
    let wrong = || Refusal::field("url", Remedy::NotAnAddress);
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).ok_or_else(wrong)?;
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let fits = url.bytes().all(|b| b.is_ascii_graphic()) && !url.contains(['@', '#', '\\', '"', '<', '>']);
    if fits && !host.is_empty() && !host.starts_with(':') { Ok(url) } else { Err(wrong()) }
}

/// A webhook on its client's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WebhookRow {
    /// Identity.
    pub id: WebhookId,
    /// Where it is sent to.
    pub url: String,
    /// What it is told of.
    pub topics: Vec<WebhookTopic>,
    /// When it was added.
    pub made_at: DateTime<Utc>,
    /// Deliveries that wait for their next try.
    pub waiting: i64,
}

/// A webhook to be added.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewWebhook {
    /// Where to send.
    pub url: String,
    /// What to tell; one at least.
    pub topics: Vec<WebhookTopic>,
    /// The secret the form showed, 16 to 200 characters.
    pub secret: String,
}

/// Something sent, or to be sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Delivery {
    /// Identity.
    pub id: DeliveryId,
    /// To which webhook.
    pub webhook: WebhookId,
    /// What happened.
    pub verb: Verb,
    /// When it was to be told.
    pub made_at: DateTime<Utc>,
    /// Where it stands.
    pub state: DeliveryState,
    /// When it is tried next, while it waits.
    pub next_at: DateTime<Utc>,
    /// Its tries, first to last.
    pub tries: Vec<DeliveryTry>,
}

/// One try.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeliveryTry {
    /// When.
    pub at: DateTime<Utc>,
    /// The HTTP status of the answer; none when there was none.
    pub status: Option<i16>,
    /// Milliseconds it took.
    pub took_ms: i32,
    /// Why there was no answer.
    pub error: String,
}

/// Says where a client is told what.
#[async_trait]
pub trait WebhookDesk: Send + Sync {
    /// Adds a webhook to a client. The same address again is the same webhook.
    async fn add_webhook(
        &self,
        actor: &Actor,
        client: ApiClientId,
        new: NewWebhook,
    ) -> Result<WebhookId, Fault>;
    /// Takes one away; what waits for it is given up.
    async fn remove_webhook(&self, actor: &Actor, id: WebhookId) -> Result<(), Fault>;
    /// Sends once more what was delivered or given up.
    async fn resend(&self, actor: &Actor, id: DeliveryId) -> Result<(), Fault>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn twelve_tries_lie_within_a_day(chances in prop::collection::vec(0.0..=1.0_f64, 11)) {
            let waits: Vec<_> = (1..TRIES).zip(&chances).map(|(n, chance)| wait_after(n, *chance)).collect();
            prop_assert!(waits.iter().all(Option::is_some));
            let all: Duration = waits.into_iter().flatten().fold(Duration::zero(), |sum, wait| sum + wait);
            prop_assert!(all < Duration::hours(24));
            prop_assert!(all > Duration::hours(12), "a machine that is away overnight is still told");
            prop_assert_eq!(wait_after(TRIES, 0.5), None);
        }

        #[test]
        fn waits_grow_until_they_are_longest(n in 1..TRIES - 1) {
            prop_assert!(wait_after(n, 0.5) <= wait_after(n + 1, 0.5));
        }

        #[test]
        fn no_text_breaks_the_check_of_an_address(text in "\\PC{0,80}") {
            if let Ok(url) = checked_url(&text) {
                prop_assert!(url.starts_with("http"));
            }
        }
    }

    #[test]
    fn an_address_has_a_scheme_and_a_host_and_no_password() {
        assert!(checked_url("https://hotline.city.example/hooks?a=b").is_ok());
        assert!(checked_url("http://10.1.2.3:8080").is_ok());
        for wrong in
            ["", "ftp://a", "https://", "https:///a", "https://:80", "https://u:p@a", "https://a#b", "//a"]
        {
            assert!(checked_url(wrong).is_err(), "{wrong}");
        }
    }
}
