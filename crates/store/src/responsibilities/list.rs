//! The list as its page shows it, and its versions.

use chrono::{DateTime, Utc};
use domain::centres::Tier;
use domain::names::Name;
use domain::responsibilities::{
    ResponsibilityFilter, ResponsibilityRow, ResponsibilityVersion, Terms, VersionState,
};
use domain::{PersonId, ResponsibilityChangeId};
use sqlx::PgConnection;

use super::LimitsRow;
use crate::decode::{name, spelled};

#[derive(sqlx::FromRow)]
struct TermsRow {
    tier: String,
    post_zh: String,
    post_en: String,
    lane: Option<String>,
    lane_zh: Option<String>,
    lane_en: Option<String>,
    #[sqlx(flatten)]
    limits: LimitsRow,
}

impl TermsRow {
    fn read(self) -> sqlx::Result<Terms> {
        Ok(Terms {
            tier: spelled(&self.tier)?,
            post: Name::new(self.post_zh, self.post_en),
            lane: self.lane.zip(name(self.lane_zh, self.lane_en)),
            limits: self.limits.read(),
        })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    category: String,
    name_zh: String,
    name_en: String,
    class: String,
    class_zh: String,
    class_en: String,
    version: i32,
    valid_from: DateTime<Utc>,
    waiting: i64,
    #[sqlx(flatten)]
    terms: TermsRow,
}

impl Row {
    fn read(self) -> sqlx::Result<ResponsibilityRow> {
        Ok(ResponsibilityRow {
            category: self.category,
            name: Name::new(self.name_zh, self.name_en),
            class: (self.class, Name::new(self.class_zh, self.class_en)),
            version: self.version,
            terms: self.terms.read()?,
            since: self.valid_from,
            waiting: self.waiting,
        })
    }
}

/// The list as it holds at a moment, by class and category; the first `many`.
pub async fn listed(
    connection: &mut PgConnection,
    filter: &ResponsibilityFilter,
    at: DateTime<Utc>,
    many: i64,
) -> sqlx::Result<Vec<ResponsibilityRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../../queries/responsibilities/listed.sql"))
        .bind(at)
        .bind(filter.class.trim())
        .bind(filter.tier.map(Tier::as_str))
        .bind(filter.search.trim())
        .bind(many)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// A category's row as it holds at a moment.
pub async fn row(
    connection: &mut PgConnection,
    category: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<Option<ResponsibilityRow>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../../queries/responsibilities/row.sql"))
        .bind(at)
        .bind(category)
        .fetch_optional(connection)
        .await?;
    row.map(Row::read).transpose()
}

async fn named(connection: &mut PgConnection, question: &'static str) -> sqlx::Result<Vec<(String, Name)>> {
    let rows: Vec<(String, String, String)> = sqlx::query_as(question).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(code, zh, en)| (code, Name::new(zh, en))).collect())
}

/// Classes of categories: code and name.
pub async fn classes(connection: &mut PgConnection) -> sqlx::Result<Vec<(String, Name)>> {
    named(connection, include_str!("../../queries/responsibilities/classes.sql")).await
}

/// Lanes that a category may belong to: code and name.
pub async fn lanes(connection: &mut PgConnection) -> sqlx::Result<Vec<(String, Name)>> {
    named(connection, include_str!("../../queries/responsibilities/lanes.sql")).await
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    id: Option<i64>,
    version: i32,
    state: String,
    note: String,
    proposed_by: String,
    proposed_at: DateTime<Utc>,
    valid_from: Option<DateTime<Utc>>,
    decided_by: String,
    decided_at: Option<DateTime<Utc>>,
    #[sqlx(flatten)]
    terms: TermsRow,
}

/// The versions of a category, latest first; the first 50.
pub async fn versions(
    connection: &mut PgConnection,
    category: &str,
) -> sqlx::Result<Vec<ResponsibilityVersion>> {
    let rows: Vec<VersionRow> = sqlx::query_as(include_str!("../../queries/responsibilities/versions.sql"))
        .bind(category)
        .fetch_all(connection)
        .await?;
    let read = |row: VersionRow| {
        Ok(ResponsibilityVersion {
            id: row.id.map(ResponsibilityChangeId),
            version: row.version,
            state: spelled(&row.state)?,
            terms: row.terms.read()?,
            note: row.note,
            proposed_by: row.proposed_by,
            proposed_at: row.proposed_at,
            valid_from: row.valid_from,
            decided: row.decided_at.map(|at| (at, row.decided_by)),
        })
    };
    rows.into_iter().map(read).collect()
}

/// Lets nobody else change the row of a category until the transaction ends.
pub async fn lock(connection: &mut PgConnection, category: &str) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/responsibilities/lock.sql"))
        .bind(category)
        .execute(connection)
        .await?;
    Ok(())
}

/// Keeps a proposal; gives its identity and number.
pub async fn propose(
    connection: &mut PgConnection,
    category: &str,
    terms: &Terms,
    note: &str,
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<(ResponsibilityChangeId, i32)> {
    let limits = &terms.limits;
    let (id, version): (i64, i32) =
        sqlx::query_as(include_str!("../../queries/responsibilities/proposed.sql"))
            .bind(category)
            .bind(terms.tier.as_str())
            .bind(&terms.post.zh)
            .bind(&terms.post.en)
            .bind(terms.lane.as_ref().map(|(code, _)| code))
            .bind(limits.accept_min)
            .bind(limits.register_min)
            .bind(limits.dispatch_min)
            .bind(limits.handle_min)
            .bind(limits.verify_min)
            .bind(limits.close_min)
            .bind(limits.working)
            .bind(note)
            .bind(by.0)
            .bind(at)
            .fetch_one(connection)
            .await?;
    Ok((ResponsibilityChangeId(id), version))
}

/// A version that was proposed.
#[derive(Debug, Clone)]
pub struct Change {
    /// Category code.
    pub category: String,
    /// Category in words.
    pub name: Name,
    /// The version's number.
    pub version: i32,
    /// State.
    pub state: VersionState,
}

/// A version that was proposed.
pub async fn change(
    connection: &mut PgConnection,
    id: ResponsibilityChangeId,
) -> sqlx::Result<Option<Change>> {
    let row: Option<(String, String, String, i32, String)> =
        sqlx::query_as(include_str!("../../queries/responsibilities/change.sql"))
            .bind(id.0)
            .fetch_optional(connection)
            .await?;
    row.map(|(category, zh, en, version, state)| {
        Ok(Change { category, name: Name::new(zh, en), version, state: spelled(&state)? })
    })
    .transpose()
}

/// Keeps what somebody decided on a proposal; `valid_from` when it is put in force.
pub async fn move_change(
    connection: &mut PgConnection,
    id: ResponsibilityChangeId,
    state: VersionState,
    valid_from: Option<DateTime<Utc>>,
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/responsibilities/moved.sql"))
        .bind(id.0)
        .bind(state.as_str())
        .bind(valid_from)
        .bind(by.0)
        .bind(at)
        .execute(connection)
        .await?;
    Ok(())
}
