//! Photos and files that came with reports and orders.

use chrono::{DateTime, Utc};
use domain::{AssignmentId, AttachmentId, CentreId, OrderDraftId, PersonId};
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
