//! Webhooks: what is to be told, to whom, and what became of it.

use chrono::{DateTime, Utc};
use domain::webhooks::{Delivery, DeliveryState, DeliveryTry, NewWebhook, WebhookRow};
use domain::{ApiClientId, DeliveryId, WebhookId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::decode::spelled;

/// Adds a webhook to a client; none when the asker does not see the client.
///
/// # Errors
/// When the database fails.
pub async fn add(
    connection: &mut PgConnection,
    client: ApiClientId,
    new: &NewWebhook,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<WebhookId>> {
    let topics: Vec<&str> = new.topics.iter().map(|topic| topic.as_str()).collect();
    let id: Option<i64> = sqlx::query_scalar(include_str!("../queries/webhooks/added.sql"))
        .bind(client.0)
        .bind(&new.url)
        .bind(topics)
        .bind(&new.secret)
        .bind(now)
        .fetch_optional(connection)
        .await?;
    Ok(id.map(WebhookId))
}

/// The client's webhook with this address.
///
/// # Errors
/// When the database fails.
pub async fn by_url(
    connection: &mut PgConnection,
    client: ApiClientId,
    url: &str,
) -> sqlx::Result<Option<WebhookId>> {
    let question = include_str!("../queries/webhooks/by_url.sql");
    let id: Option<i64> =
        sqlx::query_scalar(question).bind(client.0).bind(url).fetch_optional(connection).await?;
    Ok(id.map(WebhookId))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    url: String,
    topics: Vec<String>,
    made_at: DateTime<Utc>,
    waiting: i64,
}

/// A client's webhooks that were not removed.
///
/// # Errors
/// When the database fails.
pub async fn of_client(connection: &mut PgConnection, client: ApiClientId) -> sqlx::Result<Vec<WebhookRow>> {
    let question = include_str!("../queries/webhooks/of_client.sql");
    let rows: Vec<Row> = sqlx::query_as(question).bind(client.0).fetch_all(connection).await?;
    let read = |row: Row| {
        Ok(WebhookRow {
            id: WebhookId(row.id),
            url: row.url,
            topics: row.topics.iter().map(|text| spelled(text)).collect::<sqlx::Result<_>>()?,
            made_at: row.made_at,
            waiting: row.waiting,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Takes a webhook away and gives up what waits for it; says whose it was and its address.
///
/// # Errors
/// When the database fails.
pub async fn remove(
    connection: &mut PgConnection,
    id: WebhookId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(ApiClientId, String)>> {
    let removed: Option<(i64, String)> = sqlx::query_as(include_str!("../queries/webhooks/removed.sql"))
        .bind(id.0)
        .bind(now)
        .fetch_optional(&mut *connection)
        .await?;
    let Some((client, url)) = removed else { return Ok(None) };
    sqlx::query(include_str!("../queries/webhooks/given_up.sql"))
        .bind(id.0)
        .bind(now)
        .execute(connection)
        .await?;
    Ok(Some((ApiClientId(client), url)))
}

#[derive(sqlx::FromRow)]
struct DeliveryRow {
    id: i64,
    webhook: i64,
    verb: String,
    made_at: DateTime<Utc>,
    state: String,
    next_at: DateTime<Utc>,
    tries: Json<Vec<DeliveryTry>>,
}

/// What was sent to a client's webhooks of late, latest first.
///
/// # Errors
/// When the database fails.
pub async fn deliveries(connection: &mut PgConnection, client: ApiClientId) -> sqlx::Result<Vec<Delivery>> {
    let question = include_str!("../queries/webhooks/deliveries.sql");
    let rows: Vec<DeliveryRow> = sqlx::query_as(question).bind(client.0).fetch_all(connection).await?;
    let read = |row: DeliveryRow| {
        Ok(Delivery {
            id: DeliveryId(row.id),
            webhook: WebhookId(row.webhook),
            verb: spelled(&row.verb)?,
            made_at: row.made_at,
            state: spelled(&row.state)?,
            next_at: row.next_at,
            tries: row.tries.0,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Begins a new round of tries for what was ended; says whose it is and what it tells. None for what waits already.
///
/// # Errors
/// When the database fails.
pub async fn resend(
    connection: &mut PgConnection,
    id: DeliveryId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(ApiClientId, String)>> {
    let found: Option<(i64, String)> = sqlx::query_as(include_str!("../queries/webhooks/resent.sql"))
        .bind(id.0)
        .bind(now)
        .fetch_optional(connection)
        .await?;
    Ok(found.map(|(client, verb)| (ApiClientId(client), verb)))
}

/// Gives the oldest news, `limit` at most, to the webhooks they are for; says how many news there were.
///
/// # Errors
/// When the database fails.
pub async fn spread(connection: &mut PgConnection, now: DateTime<Utc>, limit: i64) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../queries/webhooks/spread.sql"))
        .bind(now)
        .bind(limit)
        .fetch_one(connection)
        .await
}

/// A delivery to be tried now.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Due {
    /// Identity.
    pub id: i64,
    /// What happened.
    pub verb: String,
    /// What is sent.
    pub body: String,
    /// Tries before this one.
    pub tries: i16,
    /// Tries of this round before this one.
    pub round_tries: i16,
    /// Where it is sent.
    pub url: String,
    /// What signs it.
    pub secret: String,
}

/// Takes deliveries that are due; they are due again at `until` unless [`tried`] says what became of them.
///
/// # Errors
/// When the database fails.
pub async fn take(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> sqlx::Result<Vec<Due>> {
    let question = include_str!("../queries/webhooks/taken.sql");
    sqlx::query_as(question).bind(now).bind(until).fetch_all(connection).await
}

/// Notes a try and what follows from it: where the delivery stands, and when it is tried next.
///
/// # Errors
/// When the database fails.
pub async fn tried(
    connection: &mut PgConnection,
    id: i64,
    tried: &DeliveryTry,
    state: DeliveryState,
    next_at: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/webhooks/tried.sql"))
        .bind(id)
        .bind(tried.at)
        .bind(tried.status)
        .bind(tried.took_ms)
        .bind(&tried.error)
        .bind(state.as_str())
        .bind(next_at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets deliveries that ended before a moment, with their tries.
///
/// # Errors
/// When the database fails.
pub async fn forget_before(connection: &mut PgConnection, moment: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/webhooks/forget.sql")).bind(moment).execute(connection).await?;
    Ok(())
}
