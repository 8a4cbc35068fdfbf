//! Lists as files: asked for, being made, kept for a week.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::exports::{ExportFile, ExportFormat, ExportList, ExportRow};
use domain::names::Lang;
use domain::{ExportId, PersonId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::decode::spelled;

/// An export to be made.
#[derive(Debug, Clone)]
pub struct NewExport<'a> {
    /// Who asks, as what: it is made within their scope.
    pub actor: &'a Actor,
    /// Which rows.
    pub list: &'a ExportList,
    /// Kind of file.
    pub format: ExportFormat,
    /// Language of its words.
    pub lang: Lang,
    /// Rows there are now.
    pub total: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The form's key.
    pub key: &'a str,
}

/// Keeps the wish; the earlier one's identity when the key was there.
pub async fn add(connection: &mut PgConnection, new: NewExport<'_>) -> sqlx::Result<ExportId> {
    let added: Option<i64> = sqlx::query_scalar(include_str!("../queries/exports/added.sql"))
        .bind(new.actor.centre.id.0)
        .bind(new.actor.person.0)
        .bind(Json(new.actor))
        .bind(Json(new.list))
        .bind(new.format.as_str())
        .bind(new.lang.as_str())
        .bind(new.total)
        .bind(new.at)
        .bind(new.key)
        .fetch_optional(&mut *connection)
        .await?;
    if let Some(id) = added {
        return Ok(ExportId(id));
    }
    let id = sqlx::query_scalar(include_str!("../queries/exports/by_key.sql"))
        .bind(new.actor.person.0)
        .bind(new.key)
        .fetch_one(connection)
        .await?;
    Ok(ExportId(id))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    filter: Json<ExportList>,
    format: String,
    state: String,
    done: i64,
    total: i64,
    asked_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
    size: Option<i64>,
}

/// Somebody's exports, latest first.
pub async fn of_person(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<Vec<ExportRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/exports/of_person.sql"))
        .bind(person.0)
        .fetch_all(connection)
        .await?;
    let row = |row: Row| {
        Ok(ExportRow {
            id: ExportId(row.id),
            list: row.filter.0,
            format: spelled(&row.format)?,
            state: spelled(&row.state)?,
            done: row.done,
            total: row.total,
            asked_at: row.asked_at,
            ended_at: row.ended_at,
            size: row.size,
        })
    };
    rows.into_iter().map(row).collect()
}

/// How many of somebody's exports are still to be made.
pub async fn unfinished(connection: &mut PgConnection, person: PersonId) -> sqlx::Result<i64> {
    let question = include_str!("../queries/exports/unfinished.sql");
    sqlx::query_scalar(question).bind(person.0).fetch_one(connection).await
}

/// Stops one; says whether it was still to be made.
pub async fn cancel(connection: &mut PgConnection, id: ExportId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let question = include_str!("../queries/exports/cancelled.sql");
    let found: Option<i64> =
        sqlx::query_scalar(question).bind(id.0).bind(now).fetch_optional(connection).await?;
    Ok(found.is_some())
}

type FileRow = (String, DateTime<Utc>, Vec<u8>, Json<ExportList>);

/// A finished file.
pub async fn file(connection: &mut PgConnection, id: ExportId) -> sqlx::Result<Option<ExportFile>> {
    let question = include_str!("../queries/exports/file.sql");
    let found: Option<FileRow> = sqlx::query_as(question).bind(id.0).fetch_optional(connection).await?;
    let read = |(format, asked_at, bytes, list): FileRow| {
        Ok(ExportFile { noun: list.noun().to_owned(), format: spelled(&format)?, asked_at, bytes })
    };
    found.map(read).transpose()
}

/// An export that is being made.
#[derive(Debug, Clone)]
pub struct Job {
    /// Identity.
    pub id: ExportId,
    /// Who asked, as what.
    pub actor: Actor,
    /// Which rows.
    pub list: ExportList,
    /// Kind of file.
    pub format: ExportFormat,
    /// Language of its words.
    pub lang: Lang,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct JobRow {
    id: i64,
    actor: Json<Actor>,
    filter: Json<ExportList>,
    format: String,
    lang: String,
    asked_at: DateTime<Utc>,
}

/// Begins the oldest that is to be made.
pub async fn begin(connection: &mut PgConnection) -> sqlx::Result<Option<Job>> {
    let row: Option<JobRow> =
        sqlx::query_as(include_str!("../queries/exports/begun.sql")).fetch_optional(connection).await?;
    let job = |row: JobRow| {
        Ok(Job {
            id: ExportId(row.id),
            actor: row.actor.0,
            list: row.filter.0,
            format: spelled(&row.format)?,
            lang: spelled(&row.lang)?,
            asked_at: row.asked_at,
        })
    };
    row.map(job).transpose()
}

/// Says how many rows are written; false when it was cancelled.
pub async fn went_on(connection: &mut PgConnection, id: ExportId, done: i64) -> sqlx::Result<bool> {
    let question = include_str!("../queries/exports/went_on.sql");
    let found: Option<i64> =
        sqlx::query_scalar(question).bind(id.0).bind(done).fetch_optional(connection).await?;
    Ok(found.is_some())
}

/// Keeps the file; none when it could not be made.
pub async fn end(
    connection: &mut PgConnection,
    id: ExportId,
    file: Option<&[u8]>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let question = include_str!("../queries/exports/ended.sql");
    sqlx::query(question).bind(id.0).bind(file).bind(now).execute(connection).await.map(drop)
}

/// Forgets those that were over before a moment. Says how many.
pub async fn forget_before(connection: &mut PgConnection, moment: DateTime<Utc>) -> sqlx::Result<u64> {
    let question = include_str!("../queries/exports/forget.sql");
    Ok(sqlx::query(question).bind(moment).execute(connection).await?.rows_affected())
}
