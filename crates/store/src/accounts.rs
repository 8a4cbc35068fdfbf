//! People, their posts, their tries at signing in, and whether their sessions are still good.

mod added;

use chrono::{DateTime, Utc};
use domain::actors::{Actor, PostRow};
use domain::centres::{CentrePath, CentreTag};
use domain::names::Name;
use domain::{CentreId, PersonId, PostId};
use sqlx::PgConnection;

pub use added::{DemoAccount, NewPerson, add_person, add_post, demo_accounts};

/// Whom a login names.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Credentials {
    /// Person.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Argon2 hash; none for people who may not sign in by password.
    pub password_hash: Option<String>,
    /// Epoch their sessions must be of.
    pub session_epoch: i32,
    /// Barred from signing in.
    pub disabled: bool,
    /// The post to begin as; none when they hold none now.
    pub post: Option<i64>,
}

/// Whom this login names, and as what they begin.
///
/// # Errors
/// When the database fails.
pub async fn by_login(
    connection: &mut PgConnection,
    login: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as(include_str!("../queries/accounts/by_login.sql"))
        .bind(login)
        .bind(now)
        .fetch_optional(connection)
        .await
}

/// Failed tries of late.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Tries {
    /// On the account.
    pub by_login: i64,
    /// From the address.
    pub by_address: i64,
    /// The oldest that counts.
    pub oldest: Option<DateTime<Utc>>,
}

/// Counts failed tries since a moment; other tries on the same account wait until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn tries_since(
    connection: &mut PgConnection,
    login: &str,
    address: &str,
    since: DateTime<Utc>,
) -> sqlx::Result<Tries> {
    sqlx::query(include_str!("../queries/accounts/lock_login.sql"))
        .bind(login)
        .execute(&mut *connection)
        .await?;
    sqlx::query_as(include_str!("../queries/accounts/tries.sql"))
        .bind(login)
        .bind(address)
        .bind(since)
        .fetch_one(connection)
        .await
}

/// Writes a try down.
///
/// # Errors
/// When the database fails.
pub async fn note_try(
    connection: &mut PgConnection,
    at: DateTime<Utc>,
    login: &str,
    address: &str,
    succeeded: bool,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/accounts/note_try.sql"))
        .bind(at)
        .bind(login)
        .bind(address)
        .bind(succeeded)
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets tries from before a moment.
///
/// # Errors
/// When the database fails.
pub async fn forget_tries_before(connection: &mut PgConnection, moment: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query(include_str!("../queries/accounts/forget_tries.sql"))
        .bind(moment)
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}

#[derive(sqlx::FromRow)]
struct Held {
    post: i64,
    role: String,
    title_zh: String,
    title_en: String,
    centre: i64,
    code: String,
    name_zh: String,
    name_en: String,
    short_zh: String,
    short_en: String,
    tier: String,
    path: String,
}

/// A person and the post they act under.
#[derive(sqlx::FromRow)]
pub(crate) struct Acting {
    person: i64,
    person_name: String,
    lane: Option<String>,
    #[sqlx(flatten)]
    held: Held,
}

fn decoded<E: std::error::Error + Send + Sync + 'static>(error: E) -> sqlx::Error {
    sqlx::Error::Decode(Box::new(error))
}

impl Acting {
    /// Them, with all the rights of the post.
    pub(crate) fn actor(self) -> sqlx::Result<Actor> {
        let centre = self.held.centre()?;
        Ok(Actor {
            person: PersonId(self.person),
            person_name: self.person_name,
            post: PostId(self.held.post),
            role: self.held.role.parse().map_err(decoded)?,
            title: Name::new(&self.held.title_zh, &self.held.title_en),
            scope: centre.path.clone(),
            centre,
            lane: self.lane,
            only: None,
        })
    }
}

impl Held {
    fn centre(&self) -> sqlx::Result<CentreTag> {
        Ok(CentreTag {
            id: CentreId(self.centre),
            code: self.code.clone(),
            name: Name::new(&self.name_zh, &self.name_en),
            short: Name::new(&self.short_zh, &self.short_en),
            tier: self.tier.parse().map_err(decoded)?,
            path: CentrePath::parse(&self.path).map_err(decoded)?,
        })
    }
}

/// Who a session acts as; none when person, epoch or post are no longer good.
///
/// # Errors
/// When the database fails.
pub async fn actor(
    connection: &mut PgConnection,
    person: PersonId,
    epoch: i32,
    post: PostId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Actor>> {
    let row: Option<Acting> = sqlx::query_as(include_str!("../queries/accounts/actor.sql"))
        .bind(person.0)
        .bind(epoch)
        .bind(post.0)
        .bind(now)
        .fetch_optional(connection)
        .await?;
    row.map(Acting::actor).transpose()
}

/// The posts a person holds now, highest first. `current` is the one they act under.
///
/// # Errors
/// When the database fails.
pub async fn posts(
    connection: &mut PgConnection,
    person: PersonId,
    current: PostId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<PostRow>> {
    let rows: Vec<Held> = sqlx::query_as(include_str!("../queries/accounts/posts.sql"))
        .bind(person.0)
        .bind(now)
        .fetch_all(connection)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(PostRow {
                id: PostId(row.post),
                role: row.role.parse().map_err(decoded)?,
                title: Name::new(&row.title_zh, &row.title_en),
                centre: row.centre()?,
                current: row.post == current.0,
            })
        })
        .collect()
}

/// Ends every session of a person.
///
/// # Errors
/// When the database fails.
pub async fn raise_epoch(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/accounts/raise_epoch.sql"))
        .bind(person.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// What a session stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footing {
    /// The session's key in the session table.
    pub session: String,
    /// Person.
    pub person: PersonId,
    /// Epoch the session began in.
    pub epoch: i32,
    /// Post acted under.
    pub post: PostId,
}

/// Which of these sessions are still good, by their place in the list: one question for however many.
///
/// # Errors
/// When the database fails.
pub async fn still_good(
    connection: &mut PgConnection,
    sessions: &[Footing],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<i64>> {
    let places: Vec<i64> = (0..).take(sessions.len()).collect();
    let keys: Vec<&str> = sessions.iter().map(|s| s.session.as_str()).collect();
    let people: Vec<i64> = sessions.iter().map(|s| s.person.0).collect();
    let epochs: Vec<i32> = sessions.iter().map(|s| s.epoch).collect();
    let posts: Vec<i64> = sessions.iter().map(|s| s.post.0).collect();
    sqlx::query_scalar(include_str!("../queries/accounts/still_good.sql"))
        .bind(places)
        .bind(keys)
        .bind(people)
        .bind(epochs)
        .bind(posts)
        .bind(now)
        .fetch_all(connection)
        .await
}

/// Lets sessions in use end at `until`. Those that have ended stay so.
///
/// # Errors
/// When the database fails.
pub async fn touch_sessions(
    connection: &mut PgConnection,
    keys: &[String],
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/accounts/touch_sessions.sql"))
        .bind(keys)
        .bind(until)
        .bind(now)
        .execute(connection)
        .await?;
    Ok(())
}
