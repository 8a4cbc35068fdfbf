//! Posts and who holds them: from when to when, with what open work.

mod handing_over;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::actors::Role;
use domain::centres::CentreTag;
use domain::duty::Holder;
use domain::names::Name;
use domain::posts::{Holding, OpenWork, PostSheet};
use domain::{CentreId, PersonId, PostId, Refusal, Remedy};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;
use crate::duty::HolderRow;
use crate::{Error, OnConstraint};

pub use handing_over::{
    Taken, drop_shifts, open_work, parts_held, take_explanations, take_parts, take_shifts,
};

/// Who answers for a lane at a centre: the post's title and the person's name.
pub async fn lane_owner(
    connection: &mut PgConnection,
    centre: CentreId,
    lane: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(Name, String)>> {
    let found: Option<(String, String, String)> =
        sqlx::query_as(include_str!("../queries/posts/lane_owner.sql"))
            .bind(centre.0)
            .bind(lane)
            .bind(now)
            .fetch_optional(connection)
            .await?;
    Ok(found.map(|(zh, en, who)| (Name::new(zh, en), who)))
}

#[derive(sqlx::FromRow)]
struct SheetRow {
    id: i64,
    role: String,
    title_zh: String,
    title_en: String,
    parts: i64,
    explanations: i64,
    shifts: i64,
}

#[derive(sqlx::FromRow)]
struct HoldingRow {
    post: i64,
    name: String,
    from_at: DateTime<Utc>,
    to_at: Option<DateTime<Utc>>,
    note: String,
    appointed_by: String,
}

/// The posts of a centre with their holders and what is open, directors first.
pub async fn of_centre(
    connection: &mut PgConnection,
    centre: CentreId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<PostSheet>> {
    let rows: Vec<SheetRow> = sqlx::query_as(include_str!("../queries/posts/of_centre.sql"))
        .bind(centre.0)
        .bind(now)
        .fetch_all(&mut *connection)
        .await?;
    let found: Vec<HoldingRow> = sqlx::query_as(include_str!("../queries/posts/holdings.sql"))
        .bind(rows.iter().map(|row| row.id).collect::<Vec<_>>())
        .fetch_all(connection)
        .await?;
    let mut holdings: HashMap<i64, Vec<Holding>> = HashMap::new();
    for row in found {
        let HoldingRow { post, name, from_at, to_at, note, appointed_by } = row;
        let holding = Holding { name, from: from_at, to: to_at, note, appointed_by };
        holdings.entry(post).or_default().push(holding);
    }
    let read = |row: SheetRow| {
        let of_post = holdings.remove(&row.id).unwrap_or_default();
        let (begun, next): (Vec<_>, Vec<_>) = of_post.into_iter().partition(|each| each.from <= now);
        let (mut present, before): (Vec<_>, Vec<_>) =
            begun.into_iter().partition(|each| each.to.is_none_or(|to| to > now));
        Ok(PostSheet {
            id: PostId(row.id),
            role: spelled(&row.role)?,
            title: Name::new(row.title_zh, row.title_en),
            now: present.pop(),
            next: next.into_iter().next_back(),
            before: before.into_iter().take(5).collect(),
            open: OpenWork { parts: row.parts, explanations: row.explanations, shifts: row.shifts },
            may_change: false,
        })
    };
    rows.into_iter().map(read).collect()
}

/// A post that is about to get another holder.
#[derive(Debug, Clone)]
pub struct Post {
    /// Identity.
    pub id: PostId,
    /// Its kind.
    pub role: Role,
    /// Its title.
    pub title: Name,
    /// Its centre.
    pub centre: CentreTag,
    /// Who holds it as of its last change, and their name.
    pub holder: Option<(PersonId, String)>,
}

#[derive(sqlx::FromRow)]
struct PostRow {
    id: i64,
    role: String,
    title_zh: String,
    title_en: String,
    tag: Tag,
    person: Option<i64>,
    name: Option<String>,
}

/// A post, held until the transaction ends.
pub async fn locked(
    connection: &mut PgConnection,
    id: PostId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Post>> {
    let row: Option<PostRow> = sqlx::query_as(include_str!("../queries/posts/locked.sql"))
        .bind(id.0)
        .bind(now)
        .fetch_optional(connection)
        .await?;
    let read = |row: PostRow| {
        Ok(Post {
            id: PostId(row.id),
            role: spelled(&row.role)?,
            title: Name::new(row.title_zh, row.title_en),
            centre: row.tag.0,
            holder: row.person.map(|person| (PersonId(person), row.name.unwrap_or_default())),
        })
    };
    row.map(read).transpose()
}

/// Whether somebody holds a post today; nobody else gets it until the transaction ends.
pub async fn still_held(connection: &mut PgConnection, post: PostId, person: PersonId) -> sqlx::Result<bool> {
    let question = include_str!("../queries/posts/still_held.sql");
    let held: Option<bool> =
        sqlx::query_scalar(question).bind(post.0).bind(person.0).fetch_optional(connection).await?;
    Ok(held.unwrap_or(false))
}

/// Who holds a post at a moment, and their name.
pub async fn holder_at(
    connection: &mut PgConnection,
    post: PostId,
    at: DateTime<Utc>,
) -> sqlx::Result<Option<(PersonId, String)>> {
    let question = include_str!("../queries/posts/in_force.sql");
    let row: Option<(i64, String)> =
        sqlx::query_as(question).bind(post.0).bind(at).fetch_optional(connection).await?;
    Ok(row.map(|(person, name)| (PersonId(person), name)))
}

/// Whom an account names.
pub async fn of_login(
    connection: &mut PgConnection,
    login: &str,
) -> sqlx::Result<Option<(PersonId, String)>> {
    let question = include_str!("../queries/posts/of_login.sql");
    let row: Option<(i64, String)> = sqlx::query_as(question).bind(login).fetch_optional(connection).await?;
    Ok(row.map(|(person, name)| (PersonId(person), name)))
}

/// Forgets what was arranged for a post and has not begun, and lets the present holder's time end at `to`, if ever.
pub async fn end_holding(
    connection: &mut PgConnection,
    post: PostId,
    now: DateTime<Utc>,
    to: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/posts/arranged_dropped.sql"))
        .bind(post.0)
        .bind(now)
        .bind(to)
        .execute(&mut *connection)
        .await?;
    sqlx::query(include_str!("../queries/posts/holding_ended.sql"))
        .bind(post.0)
        .bind(now)
        .bind(to)
        .execute(connection)
        .await?;
    Ok(())
}

/// Lets somebody hold a post from a moment on.
///
/// # Errors
/// `Field` when the post may not be combined with what they hold; `Conflict` when somebody else got it meanwhile.
pub async fn add_holding(
    connection: &mut PgConnection,
    post: PostId,
    person: PersonId,
    from: DateTime<Utc>,
    note: &str,
    by: PersonId,
) -> Result<(), Error> {
    sqlx::query(include_str!("../queries/posts/holding_added.sql"))
        .bind(post.0)
        .bind(person.0)
        .bind(from)
        .bind(note)
        .bind(by.0)
        .execute(connection)
        .await
        .on_constraint("post_administrations_apart", || Refusal::field("successor", Remedy::NotCombined))
        .on_constraint("holding_once", || Refusal::Conflict)?;
    Ok(())
}

/// Keeps who holds a post today.
pub async fn set_person(
    connection: &mut PgConnection,
    post: PostId,
    person: Option<PersonId>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/posts/person_set.sql"))
        .bind(post.0)
        .bind(person.map(|person| person.0))
        .execute(connection)
        .await?;
    Ok(())
}

/// Posts whose holder today is another than they say, 100 at most.
pub async fn unsettled(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<PostId>> {
    let question = include_str!("../queries/posts/unsettled.sql");
    let ids: Vec<i64> = sqlx::query_scalar(question).bind(now).fetch_all(connection).await?;
    Ok(ids.into_iter().map(PostId).collect())
}

/// Who may work on a centre's parts of orders.
pub async fn colleagues(
    connection: &mut PgConnection,
    centre: CentreId,
    roles: &[Role],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Holder>> {
    let rows: Vec<HolderRow> = sqlx::query_as(include_str!("../queries/posts/colleagues.sql"))
        .bind(centre.0)
        .bind(now)
        .bind(roles.iter().map(|role| role.as_str()).collect::<Vec<_>>())
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Holder::from).collect())
}

/// The director of a centre at a moment, other than somebody and under another post than one.
pub async fn director(
    connection: &mut PgConnection,
    centre: CentreId,
    besides: PostId,
    and: Option<PersonId>,
    at: DateTime<Utc>,
) -> sqlx::Result<Option<(PostId, PersonId, String)>> {
    let row: Option<(i64, i64, String)> = sqlx::query_as(include_str!("../queries/posts/director.sql"))
        .bind(centre.0)
        .bind(besides.0)
        .bind(and.map(|person| person.0))
        .bind(at)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|(post, person, name)| (PostId(post), PersonId(person), name)))
}
