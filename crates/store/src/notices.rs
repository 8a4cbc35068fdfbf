//! Notices: raised and ended by the tick, listed and acknowledged by people.

use chrono::{DateTime, Utc};
use domain::centres::CentrePath;
use domain::names::Name;
use domain::notices::{NoticeKind, NoticeRow};
use domain::{CentreId, NoticeId, PersonId};
use sqlx::PgConnection;
use sqlx::postgres::types::PgInterval;

use crate::centres::Tag;
use crate::decode::{path, spelled};
use crate::pages::{ASKED, Key};

/// A notice that the tick has just raised or ended.
#[derive(Debug, Clone)]
pub struct Turned {
    /// Identity.
    pub id: NoticeId,
    /// What it says.
    pub kind: NoticeKind,
    /// The centre that is told.
    pub told: CentrePath,
    /// The centre it is about.
    pub about: CentrePath,
    /// Its name.
    pub name: Name,
    /// Its identity.
    pub centre: CentreId,
}

#[derive(sqlx::FromRow)]
struct TurnedRow {
    id: i64,
    kind: String,
    path: String,
    about_path: String,
    name_zh: String,
    name_en: String,
    about: i64,
}

impl TryFrom<TurnedRow> for Turned {
    type Error = sqlx::Error;

    fn try_from(row: TurnedRow) -> sqlx::Result<Self> {
        Ok(Self {
            id: NoticeId(row.id),
            kind: spelled(&row.kind)?,
            told: path(&row.path)?,
            about: path(&row.about_path)?,
            name: Name::new(row.name_zh, row.name_en),
            centre: CentreId(row.about),
        })
    }
}

async fn turned(
    connection: &mut PgConnection,
    question: &'static str,
    now: DateTime<Utc>,
    ahead: chrono::Duration,
) -> sqlx::Result<Vec<Turned>> {
    let ahead = PgInterval::try_from(ahead).map_err(sqlx::Error::Encode)?;
    let rows: Vec<TurnedRow> = sqlx::query_as(question).bind(now).bind(ahead).fetch_all(connection).await?;
    rows.into_iter().map(Turned::try_from).collect()
}

/// The notices that a statement turns at a moment.
pub(crate) async fn turned_at(
    connection: &mut PgConnection,
    question: &'static str,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Turned>> {
    let rows: Vec<TurnedRow> = sqlx::query_as(question).bind(now).fetch_all(connection).await?;
    rows.into_iter().map(Turned::try_from).collect()
}

/// Ends notices of duty gaps that are no more; gives those it ended.
pub async fn end_duty_gaps(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    ahead: chrono::Duration,
) -> sqlx::Result<Vec<Turned>> {
    turned(connection, include_str!("../queries/notices/over.sql"), now, ahead).await
}

/// Raises notices of duty gaps that nobody was told of; gives those it raised.
pub async fn raise_duty_gaps(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    ahead: chrono::Duration,
) -> sqlx::Result<Vec<Turned>> {
    turned(connection, include_str!("../queries/notices/raised.sql"), now, ahead).await
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    kind: String,
    state: String,
    told_tag: Tag,
    about_tag: Tag,
    from_at: DateTime<Utc>,
    raised_at: DateTime<Utc>,
    acknowledged_at: Option<DateTime<Utc>>,
    name: Option<String>,
    over_at: Option<DateTime<Utc>>,
}

impl TryFrom<Row> for NoticeRow {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            id: NoticeId(row.id),
            kind: spelled(&row.kind)?,
            state: spelled(&row.state)?,
            told: row.told_tag.0,
            about: row.about_tag.0,
            from_at: row.from_at,
            raised_at: row.raised_at,
            acknowledged: row.acknowledged_at.map(|at| (at, row.name.unwrap_or_default())),
            over_at: row.over_at,
            may_acknowledge: false,
        })
    }
}

/// What a centre was told and what was told about it, latest first, one more than a page holds, and how many there are.
pub async fn listed(
    connection: &mut PgConnection,
    centre: CentreId,
    all: bool,
    after: Option<Key>,
) -> sqlx::Result<(Vec<NoticeRow>, i64)> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/notices/listed.sql"))
        .bind(centre.0)
        .bind(all)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .fetch_all(&mut *connection)
        .await?;
    let counted: i64 = sqlx::query_scalar(include_str!("../queries/notices/counted.sql"))
        .bind(centre.0)
        .bind(all)
        .fetch_one(connection)
        .await?;
    Ok((rows.into_iter().map(NoticeRow::try_from).collect::<sqlx::Result<_>>()?, counted))
}

/// How many of a centre's are open.
pub async fn open(connection: &mut PgConnection, centre: CentreId) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../queries/notices/open.sql")).bind(centre.0).fetch_one(connection).await
}

/// One notice.
pub async fn by_id(connection: &mut PgConnection, id: NoticeId) -> sqlx::Result<Option<NoticeRow>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/notices/by_id.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    row.map(NoticeRow::try_from).transpose()
}

/// Acknowledges a notice; says whether it was still open.
pub async fn acknowledge(
    connection: &mut PgConnection,
    id: NoticeId,
    at: DateTime<Utc>,
    by: PersonId,
) -> sqlx::Result<bool> {
    let done = sqlx::query(include_str!("../queries/notices/acknowledged.sql"))
        .bind(id.0)
        .bind(at)
        .bind(by.0)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}
