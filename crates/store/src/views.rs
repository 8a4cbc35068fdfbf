//! Saved views: kept, renamed, removed and brought back; which one a person's menu opens.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::views::{NewView, ViewList};
use domain::{CentreId, PersonId, Refusal, Remedy, ViewId};
use sqlx::PgConnection;

use crate::decode::spelled;
use crate::{Error, OnConstraint};

/// A view as its list shows it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Identity.
    pub id: ViewId,
    /// Name.
    pub name: String,
    /// Query string.
    pub query: String,
    /// Everybody at the centre sees it.
    pub shared: bool,
    /// The menu opens it.
    pub is_default: bool,
    /// When it was removed.
    pub removed_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name: String,
    query: String,
    shared: bool,
    is_default: bool,
    removed_at: Option<DateTime<Utc>>,
}

/// The actor's own views of a list and those of their centre, with those removed since a moment.
pub async fn listed(
    connection: &mut PgConnection,
    actor: &Actor,
    list: ViewList,
    removed_since: DateTime<Utc>,
) -> sqlx::Result<Vec<Listed>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/views/listed.sql"))
        .bind(actor.person.0)
        .bind(list.as_str())
        .bind(actor.centre.id.0)
        .bind(removed_since)
        .fetch_all(connection)
        .await?;
    let listed = |row: Row| Listed {
        id: ViewId(row.id),
        name: row.name,
        query: row.query,
        shared: row.shared,
        is_default: row.is_default,
        removed_at: row.removed_at,
    };
    Ok(rows.into_iter().map(listed).collect())
}

/// What the actor's menu opens: lists with query strings.
pub async fn defaults(connection: &mut PgConnection, actor: &Actor) -> sqlx::Result<Vec<(ViewList, String)>> {
    let question = include_str!("../queries/views/defaults.sql");
    let rows: Vec<(String, String)> =
        sqlx::query_as(question).bind(actor.person.0).bind(actor.centre.id.0).fetch_all(connection).await?;
    rows.into_iter().map(|(list, query)| Ok((spelled(&list)?, query))).collect()
}

/// How many views of a list a person has kept.
pub async fn counted(connection: &mut PgConnection, person: PersonId, list: ViewList) -> sqlx::Result<i64> {
    let question = include_str!("../queries/views/counted.sql");
    sqlx::query_scalar(question).bind(person.0).bind(list.as_str()).fetch_one(connection).await
}

fn taken(name: &str) -> Refusal {
    Refusal::field("name", Remedy::Taken { given: name.to_owned() })
}

fn no_other<T>(result: sqlx::Result<T>, name: &str) -> Result<T, Error> {
    let own = result.on_constraint("saved_view_own_key", || taken(name));
    own.on_constraint("saved_view_shared_key", || taken(name))
}

/// Keeps a view.
///
/// # Errors
/// `Field` when there is one of this name.
pub async fn add(
    connection: &mut PgConnection,
    actor: &Actor,
    new: &NewView,
    now: DateTime<Utc>,
) -> Result<ViewId, Error> {
    let added = sqlx::query_scalar(include_str!("../queries/views/added.sql"))
        .bind(actor.centre.id.0)
        .bind(actor.person.0)
        .bind(new.list.as_str())
        .bind(&new.name)
        .bind(&new.query)
        .bind(new.shared)
        .bind(now)
        .fetch_one(connection)
        .await;
    Ok(ViewId(no_other(added, &new.name)?))
}

/// A view as it is changed.
#[derive(Debug, Clone)]
pub struct Held {
    /// Of which list.
    pub list: ViewList,
    /// Name.
    pub name: String,
    /// The centre whose view it is.
    pub centre: CentreId,
    /// Who kept it.
    pub person: PersonId,
    /// Everybody at the centre sees it.
    pub shared: bool,
    /// When it was removed.
    pub removed_at: Option<DateTime<Utc>>,
}

type HeldRow = (String, String, i64, i64, bool, Option<DateTime<Utc>>);

/// A view that the asker sees, held until the transaction ends.
pub async fn locked(connection: &mut PgConnection, id: ViewId) -> sqlx::Result<Option<Held>> {
    let question = include_str!("../queries/views/locked.sql");
    let found: Option<HeldRow> = sqlx::query_as(question).bind(id.0).fetch_optional(connection).await?;
    let held = |(list, name, centre, person, shared, removed_at): HeldRow| {
        let (list, centre, person) = (spelled(&list)?, CentreId(centre), PersonId(person));
        Ok(Held { list, name, centre, person, shared, removed_at })
    };
    found.map(held).transpose()
}

/// Gives a view another name.
///
/// # Errors
/// `Field` when there is another of this name.
pub async fn rename(connection: &mut PgConnection, id: ViewId, name: &str) -> Result<(), Error> {
    let question = include_str!("../queries/views/renamed.sql");
    no_other(sqlx::query(question).bind(id.0).bind(name).execute(connection).await, name)?;
    Ok(())
}

/// Removes a view at a moment, or brings it back.
///
/// # Errors
/// `Field` when there is another of its name by now.
pub async fn turn(
    connection: &mut PgConnection,
    id: ViewId,
    name: &str,
    removed_at: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    let question = include_str!("../queries/views/turned.sql");
    no_other(sqlx::query(question).bind(id.0).bind(removed_at).execute(connection).await, name)?;
    Ok(())
}

/// Has the menu open a view for a person, or no more.
pub async fn open_by_default(
    connection: &mut PgConnection,
    person: PersonId,
    list: ViewList,
    id: ViewId,
    on: bool,
) -> sqlx::Result<()> {
    let done = if on {
        let question = include_str!("../queries/views/made_default.sql");
        sqlx::query(question).bind(person.0).bind(list.as_str()).bind(id.0).execute(connection).await
    } else {
        let question = include_str!("../queries/views/no_default.sql");
        sqlx::query(question).bind(person.0).bind(id.0).execute(connection).await
    };
    done.map(drop)
}

/// Forgets views that were removed before a moment. Says how many.
pub async fn forget_before(connection: &mut PgConnection, moment: DateTime<Utc>) -> sqlx::Result<u64> {
    let question = include_str!("../queries/views/forget.sql");
    Ok(sqlx::query(question).bind(moment).execute(connection).await?.rows_affected())
}
