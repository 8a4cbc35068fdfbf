//! Relations between cases: what may be the same, what was merged into what, what stands under what.

use chrono::{DateTime, Utc};
use domain::events::{EventRow, EventState, KeptReport, NewEvent};
use domain::names::Name;
use domain::relations::{ALIKE_MOST, Alike, Kin};
use domain::{CentreId, EventId, PersonId, Refusal, ReportDraftId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::decode::spelled;
use crate::events::{Case, Row};

/// Locks cases, and those above them, until the transaction ends; all in one order, so that two who lock the same never wait
/// for each other in a ring.
pub async fn lock(connection: &mut PgConnection, ids: &[EventId]) -> sqlx::Result<()> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let question = include_str!("../queries/relations/locked.sql");
    sqlx::query(question).bind(ids).execute(connection).await?;
    Ok(())
}

/// What relations ask of a case, those under it counted wherever they lie.
pub async fn kin(connection: &mut PgConnection, case: &Case) -> sqlx::Result<Kin> {
    let (children, children_open): (i64, i64) =
        sqlx::query_as(include_str!("../queries/relations/children.sql"))
            .bind(case.row.id.0)
            .fetch_one(connection)
            .await?;
    let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Kin {
        id: case.row.id,
        state: case.row.state,
        parent: case.parent,
        children: count(children),
        children_open: count(children_open),
    })
}

/// Where the case above this one stands; none if there is none.
pub async fn parent_state(connection: &mut PgConnection, id: EventId) -> sqlx::Result<Option<EventState>> {
    let state: Option<String> = sqlx::query_scalar(include_str!("../queries/relations/parent_state.sql"))
        .bind(id.0)
        .fetch_one(connection)
        .await?;
    state.as_deref().map(spelled).transpose()
}

/// The case of this number, if the asker sees it.
pub async fn by_number(connection: &mut PgConnection, number: &str) -> sqlx::Result<Option<EventId>> {
    let id: Option<i64> = sqlx::query_scalar(include_str!("../queries/relations/by_number.sql"))
        .bind(number)
        .fetch_optional(connection)
        .await?;
    Ok(id.map(EventId))
}

/// Puts a case under another, or takes it out.
pub async fn hang(connection: &mut PgConnection, id: EventId, parent: Option<EventId>) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/relations/hung.sql"))
        .bind(id.0)
        .bind(parent.map(|id| id.0))
        .execute(connection)
        .await?;
    Ok(())
}

/// Cases under one, oldest first.
pub async fn children_of(
    connection: &mut PgConnection,
    id: EventId,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<EventRow>> {
    related(connection, include_str!("../queries/relations/children_of.sql"), id, now, limit).await
}

/// Cases that were merged into one, oldest first.
pub async fn merged_into(
    connection: &mut PgConnection,
    id: EventId,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<EventRow>> {
    related(connection, include_str!("../queries/relations/merged_into.sql"), id, now, limit).await
}

async fn related(
    connection: &mut PgConnection,
    question: &'static str,
    id: EventId,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<EventRow>> {
    let rows: Vec<Row> = sqlx::query_as(question).bind(id.0).bind(limit).fetch_all(connection).await?;
    rows.into_iter().map(|row| row.read(now)).collect()
}

/// What candidates are looked for by.
#[derive(Debug, Clone)]
pub struct Near<'a> {
    /// Its category.
    pub category: &'a str,
    /// The case itself, which is no candidate and says where it is.
    pub event: Option<EventId>,
    /// The centre where it is, if there is no case yet.
    pub centre: CentreId,
    /// Where in it, if that is known: longitude and latitude.
    pub point: Option<(f64, f64)>,
    /// When it was reported.
    pub reported_at: DateTime<Utc>,
    /// What it is about.
    pub title: &'a str,
    /// Closed cases are candidates when they were closed since.
    pub closed_after: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct AlikeRow {
    #[sqlx(flatten)]
    row: Row,
    distance_m: f64,
    same_category: bool,
}

/// Cases that may be the same one, best first, within the distance and time that the category says.
pub async fn alike(
    connection: &mut PgConnection,
    near: &Near<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Alike>> {
    let rows: Vec<AlikeRow> = sqlx::query_as(include_str!("../queries/relations/alike.sql"))
        .bind(near.category)
        .bind(near.event.map(|id| id.0))
        .bind(near.centre.0)
        .bind(near.reported_at)
        .bind(near.title)
        .bind(near.closed_after)
        .bind(i32::try_from(ALIKE_MOST).unwrap_or(i32::MAX))
        .bind(near.point.map(|point| point.0))
        .bind(near.point.map(|point| point.1))
        .fetch_all(connection)
        .await?;
    let read = |found: AlikeRow| {
        Ok(Alike {
            row: found.row.read(now)?,
            distance_m: found.distance_m,
            same_category: found.same_category,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Keeps a report until its reporter says whether it is a case of its own, or mends it.
pub async fn keep_draft(
    connection: &mut PgConnection,
    centre: CentreId,
    person: PersonId,
    (spec, trouble): (&NewEvent, Option<&Refusal>),
    now: DateTime<Utc>,
) -> sqlx::Result<ReportDraftId> {
    let id: i64 = sqlx::query_scalar(include_str!("../queries/relations/draft_added.sql"))
        .bind(centre.0)
        .bind(person.0)
        .bind(Json(spec))
        .bind(now)
        .bind(trouble.map(Json))
        .fetch_one(connection)
        .await?;
    Ok(ReportDraftId(id))
}

/// Keeps what a waiting report has become. Whether this reporter has such a draft.
pub async fn rewrite_draft(
    connection: &mut PgConnection,
    id: ReportDraftId,
    person: PersonId,
    (spec, trouble): (&NewEvent, Option<&Refusal>),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query(include_str!("../queries/relations/draft_rewritten.sql"))
        .bind(id.0)
        .bind(person.0)
        .bind(Json(spec))
        .bind(now)
        .bind(trouble.map(Json))
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// A report that waits for this reporter, with its files.
pub async fn draft(
    connection: &mut PgConnection,
    id: ReportDraftId,
    person: PersonId,
) -> sqlx::Result<Option<KeptReport>> {
    type Found = (Json<NewEvent>, Option<Json<Refusal>>);
    let found: Option<Found> = sqlx::query_as(include_str!("../queries/relations/draft.sql"))
        .bind(id.0)
        .bind(person.0)
        .fetch_optional(&mut *connection)
        .await?;
    let Some((spec, trouble)) = found else { return Ok(None) };
    let files = crate::attachments::of_report_draft(connection, id).await?;
    Ok(Some(KeptReport { new: spec.0, files, trouble: trouble.map(|trouble| trouble.0) }))
}

/// Forgets reports that waited too long.
pub async fn forget_drafts(connection: &mut PgConnection, before: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/relations/forget_drafts.sql"))
        .bind(before)
        .execute(connection)
        .await?;
    Ok(())
}

/// Who moved a case last since a moment: who, their name, of which centre, and when.
pub async fn last_moved(
    connection: &mut PgConnection,
    id: EventId,
    since: DateTime<Utc>,
) -> sqlx::Result<Option<(PersonId, String, Name, DateTime<Utc>)>> {
    type Found = (Option<i64>, String, String, String, DateTime<Utc>);
    let found: Option<Found> = sqlx::query_as(include_str!("../queries/relations/last_moved.sql"))
        .bind(id.0)
        .bind(since)
        .fetch_optional(connection)
        .await?;
    Ok(found.and_then(|(person, who, zh, en, at)| Some((PersonId(person?), who, Name::new(zh, en), at))))
}
