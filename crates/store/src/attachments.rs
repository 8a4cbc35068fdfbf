//! Photos and files that came with reports and orders.

use chrono::{DateTime, Utc};
use domain::events::ReportFile;
use domain::{AssignmentId, AttachmentId, CentreId, EventId, OrderDraftId, PersonId, ReportDraftId};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;

/// A file to be kept.
#[derive(Debug, Clone)]
pub struct NewAttachment<'a> {
    /// The centre that sends it.
    pub centre: CentreId,
    /// The assignment it belongs to, if it does.
    pub assignment: Option<AssignmentId>,
    /// The draft of an order it lies with, if it does.
    pub draft: Option<OrderDraftId>,
    /// It is a signature, written on screen or photographed.
    pub signature: bool,
    /// Name the sender gave it.
    pub name: &'a str,
    /// Media type, as its first bytes say.
    pub media_type: &'a str,
    /// The file.
    pub bytes: &'a [u8],
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Keeps a file.
pub async fn add(connection: &mut PgConnection, new: NewAttachment<'_>) -> sqlx::Result<AttachmentId> {
    let id: i64 = sqlx::query_scalar(include_str!("../queries/attachments/added.sql"))
        .bind(new.centre.0)
        .bind(new.assignment.map(|id| id.0))
        .bind(new.draft.map(|id| id.0))
        .bind(new.name)
        .bind(new.media_type)
        .bind(Sha256::digest(new.bytes).as_slice())
        .bind(new.bytes)
        .bind(new.person.0)
        .bind(new.at)
        .bind(new.signature)
        .fetch_one(connection)
        .await?;
    Ok(AttachmentId(id))
}

/// A file: media type and bytes.
pub async fn by_id(
    connection: &mut PgConnection,
    id: AttachmentId,
) -> sqlx::Result<Option<(String, Vec<u8>)>> {
    let question = include_str!("../queries/attachments/by_id.sql");
    sqlx::query_as(question).bind(id.0).fetch_optional(connection).await
}

/// Where a report's file goes: to the draft that waits, or with the case.
#[derive(Debug, Clone, Copy)]
pub enum Reported {
    /// With the draft.
    Draft(ReportDraftId),
    /// With the case.
    Case(EventId),
}

/// Keeps a file of a report. What `new` says of assignments and orders is not asked.
pub async fn add_reported(
    connection: &mut PgConnection,
    with: Reported,
    new: NewAttachment<'_>,
) -> sqlx::Result<AttachmentId> {
    let (event, draft) = match with {
        Reported::Draft(id) => (None, Some(id.0)),
        Reported::Case(id) => (Some(id.0), None),
    };
    let id: i64 = sqlx::query_scalar(include_str!("../queries/attachments/of_reports_added.sql"))
        .bind(new.centre.0)
        .bind(event)
        .bind(draft)
        .bind(new.name)
        .bind(new.media_type)
        .bind(Sha256::digest(new.bytes).as_slice())
        .bind(new.bytes)
        .bind(new.person.0)
        .bind(new.at)
        .fetch_one(connection)
        .await?;
    Ok(AttachmentId(id))
}

/// Files that came with a case's report, at most `limit`.
pub async fn of_event(
    connection: &mut PgConnection,
    id: EventId,
    limit: i64,
) -> sqlx::Result<Vec<ReportFile>> {
    let question = include_str!("../queries/attachments/of_event.sql");
    let rows: Vec<FileRow> = sqlx::query_as(question).bind(id.0).bind(limit).fetch_all(connection).await?;
    Ok(rows.into_iter().map(file).collect())
}

/// Files that wait with a report.
pub async fn of_report_draft(
    connection: &mut PgConnection,
    id: ReportDraftId,
) -> sqlx::Result<Vec<ReportFile>> {
    let question = include_str!("../queries/attachments/of_report_draft.sql");
    let rows: Vec<FileRow> = sqlx::query_as(question).bind(id.0).fetch_all(connection).await?;
    Ok(rows.into_iter().map(file).collect())
}

/// Gives a case the files that waited with its report; the voice note only if none newer came.
pub async fn reported(
    connection: &mut PgConnection,
    draft: ReportDraftId,
    event: EventId,
    voice: bool,
) -> sqlx::Result<()> {
    let question = include_str!("../queries/attachments/reported.sql");
    sqlx::query(question).bind(draft.0).bind(event.0).bind(voice).execute(connection).await?;
    Ok(())
}

type FileRow = (i64, String, String);

fn file((id, name, media_type): FileRow) -> ReportFile {
    ReportFile { id: AttachmentId(id), name, media_type }
}
