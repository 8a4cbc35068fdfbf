//! Accounts as the owner adds and lists them.

use chrono::{DateTime, Utc};
use domain::actors::Role;
use domain::names::Name;
use domain::{PersonId, PostId, Refusal, Remedy};
use sqlx::PgConnection;

use crate::{Error, OnConstraint};

/// Somebody who will sign in.
#[derive(Debug, Clone)]
pub struct NewPerson<'a> {
    /// What they type.
    pub login: &'a str,
    /// What colleagues read.
    pub name: &'a str,
    /// Argon2 hash of the password.
    pub password_hash: &'a str,
}

/// Adds a person.
///
/// # Errors
/// `Field` when the login is taken.
pub async fn add_person(connection: &mut PgConnection, new: &NewPerson<'_>) -> Result<PersonId, Error> {
    let id: i64 = sqlx::query_scalar(include_str!("../../queries/accounts/add_person.sql"))
        .bind(new.login)
        .bind(new.name)
        .bind(new.password_hash)
        .fetch_one(connection)
        .await
        .on_constraint("person_login_key", || Refusal::unknown("login", new.login))?;
    Ok(PersonId(id))
}

/// Gives a person a post at a centre from now on.
///
/// # Errors
/// `Field` when there is no such centre, or the post may not be combined with one they hold.
pub async fn add_post(
    connection: &mut PgConnection,
    person: PersonId,
    role: Role,
    centre: &str,
    title: &Name,
    lane: Option<&str>,
    from: DateTime<Utc>,
) -> Result<PostId, Error> {
    let id: Option<i64> = sqlx::query_scalar(include_str!("../../queries/accounts/add_post.sql"))
        .bind(person.0)
        .bind(role.as_str())
        .bind(centre)
        .bind(&title.zh)
        .bind(&title.en)
        .bind(lane)
        .bind(from)
        .fetch_optional(connection)
        .await
        .on_constraint("post_administrations_apart", || {
            Refusal::field("role", Remedy::Unknown { given: role.as_str().to_owned() })
        })?;
    id.map(PostId).ok_or_else(|| Refusal::unknown("centre", centre).into())
}

/// An account that `seed --demo` made, with the password it gave.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DemoAccount {
    /// Login.
    pub login: String,
    /// `person` or `gateway`.
    pub kind: String,
    /// The password in clear: these accounts exist in the demo only.
    pub password: String,
    /// Role of the first post; empty for gateways.
    pub role: String,
    /// Code of that post's centre; empty for gateways.
    pub centre: String,
}

/// The demo's accounts. Only the owner may ask.
///
/// # Errors
/// When the database fails.
pub async fn demo_accounts(connection: &mut PgConnection) -> sqlx::Result<Vec<DemoAccount>> {
    sqlx::query_as(include_str!("../../queries/accounts/demo.sql")).fetch_all(connection).await
}
