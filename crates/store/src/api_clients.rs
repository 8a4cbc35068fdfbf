//! Other systems: their tokens' hashes, their quotas, who they act as.

use chrono::{DateTime, Duration, Utc};
use domain::actors::Right;
use domain::api_clients::{ApiClientRow, ApiScope, Caller, NewApiClient, Quota};
use domain::{ApiClientId, CentreId};
use sqlx::PgConnection;

use crate::accounts::Acting;
use crate::centres::Tag;
use crate::decode::spelled;

/// A client to be added.
#[derive(Debug, Clone)]
pub struct AddedClient<'a> {
    /// What the form said, checked.
    pub new: &'a NewApiClient,
    /// Its centre.
    pub centre: CentreId,
    /// SHA-256 of its token.
    pub token_hash: &'a [u8],
    /// The beginning of its token.
    pub token_start: &'a str,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; empty for the command line.
    pub by: &'a str,
    /// When its token ends.
    pub expires_at: Option<DateTime<Utc>>,
}

/// Adds a client, with a person and a post for it; none when a client has the token already.
///
/// # Errors
/// When the database fails.
pub async fn add(
    connection: &mut PgConnection,
    added: &AddedClient<'_>,
) -> sqlx::Result<Option<ApiClientId>> {
    let scopes: Vec<&str> = added.new.scopes.iter().map(|scope| scope.as_str()).collect();
    let id: Option<i64> = sqlx::query_scalar(include_str!("../queries/api_clients/added.sql"))
        .bind(&added.new.name)
        .bind(added.centre.0)
        .bind(scopes)
        .bind(added.new.per_minute)
        .bind(added.new.per_day)
        .bind(added.token_hash)
        .bind(added.token_start)
        .bind(added.at)
        .bind(added.by)
        .bind(added.expires_at)
        .fetch_optional(connection)
        .await?;
    Ok(id.map(ApiClientId))
}

/// Which client has a token.
///
/// # Errors
/// When the database fails.
pub async fn by_token(connection: &mut PgConnection, token_hash: &[u8]) -> sqlx::Result<Option<ApiClientId>> {
    let question = include_str!("../queries/api_clients/by_token.sql");
    let id: Option<i64> = sqlx::query_scalar(question).bind(token_hash).fetch_optional(connection).await?;
    Ok(id.map(ApiClientId))
}

#[derive(sqlx::FromRow)]
struct CallerRow {
    client: i64,
    scopes: Vec<String>,
    per_minute: i32,
    per_day: i32,
    #[sqlx(flatten)]
    acting: Acting,
}

#[derive(sqlx::FromRow)]
struct Counted {
    let_in: bool,
    minute_n: i32,
    day_n: i32,
    minute_at: DateTime<Utc>,
    day_at: DateTime<Utc>,
}

/// Who asks with a token, counted against their quota; none when the token is unknown, revoked or over.
///
/// # Errors
/// When the database fails.
pub async fn caller(
    connection: &mut PgConnection,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Caller>> {
    let row: Option<CallerRow> = sqlx::query_as(include_str!("../queries/api_clients/caller.sql"))
        .bind(token_hash)
        .bind(now)
        .fetch_optional(&mut *connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let counted: Counted = sqlx::query_as(include_str!("../queries/api_clients/counted_in.sql"))
        .bind(row.client)
        .bind(row.per_minute)
        .bind(row.per_day)
        .bind(now)
        .fetch_one(connection)
        .await?;
    let seconds_to = |at: DateTime<Utc>| u32::try_from((at - now).num_seconds().max(0) + 1).unwrap_or(1);
    let quota = Quota {
        minute: (row.per_minute, (row.per_minute - counted.minute_n).max(0)),
        minute_resets_s: seconds_to(counted.minute_at + Duration::minutes(1)),
        day: (row.per_day, (row.per_day - counted.day_n).max(0)),
        day_resets_s: seconds_to(counted.day_at + Duration::days(1)),
        let_in: counted.let_in,
    };
    let scopes: Vec<ApiScope> = row.scopes.iter().map(|text| spelled(text)).collect::<sqlx::Result<_>>()?;
    let mut actor = row.acting.actor()?;
    let rights: Vec<Right> = scopes.iter().flat_map(|scope| scope.rights()).copied().collect();
    actor.only = Some(rights);
    Ok(Some(Caller { client: ApiClientId(row.client), scopes, actor, quota }))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name: String,
    centre_tag: Tag,
    scopes: Vec<String>,
    per_minute: i32,
    per_day: i32,
    token_start: String,
    made_at: DateTime<Utc>,
    made_by: String,
    expires_at: Option<DateTime<Utc>>,
    revoked_at: Option<DateTime<Utc>>,
    used_at: Option<DateTime<Utc>>,
    used_today: i32,
}

/// Clients, latest first; only this one, if it is named.
///
/// # Errors
/// When the database fails.
pub async fn listed(
    connection: &mut PgConnection,
    only: Option<ApiClientId>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<ApiClientRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/api_clients/listed.sql"))
        .bind(only.map(|id| id.0))
        .bind(now)
        .fetch_all(connection)
        .await?;
    let read = |row: Row| {
        Ok(ApiClientRow {
            id: ApiClientId(row.id),
            name: row.name,
            centre: row.centre_tag.0,
            scopes: row.scopes.iter().map(|text| spelled(text)).collect::<sqlx::Result<_>>()?,
            per_minute: row.per_minute,
            per_day: row.per_day,
            used_today: row.used_today,
            used_at: row.used_at,
            token_start: row.token_start,
            made_at: row.made_at,
            made_by: row.made_by,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Takes a client's token away; false when it was taken before.
///
/// # Errors
/// When the database fails.
pub async fn revoke(
    connection: &mut PgConnection,
    id: ApiClientId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query(include_str!("../queries/api_clients/revoked.sql"))
        .bind(id.0)
        .bind(now)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}
