//! Photos and files: kept with what they prove or go with, shown to whoever sees that.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::attachments::{file_type, media_type, voice_type};
use domain::orders::Photo;
use domain::{AssignmentId, AttachmentId, OrderDraftId, Refusal};
use store::PgConnection;
use store::attachments::{NewAttachment, Reported};

use crate::{Engine, Error};

/// Characters kept of the name that the sender gave a file.
const NAME_CHARS: usize = 120;

impl Engine {
    pub(crate) async fn attachment_shown(
        &self,
        actor: &Actor,
        id: AttachmentId,
    ) -> Result<(String, Vec<u8>), Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        Ok(store::attachments::by_id(&mut tx, id).await?.ok_or(Refusal::NotFound)?)
    }
}

/// What a file belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Belongs {
    /// A report on an assignment; photos or files.
    Assignment(AssignmentId),
    /// A report on an assignment; a signature.
    Signature(AssignmentId),
    /// A draft of an order; photos or files.
    Draft(OrderDraftId),
    /// What is kept elsewhere; photos only.
    Evidence,
}

/// Keeps files, each checked by its bytes. `field` is where the person is told what is wrong.
pub(crate) async fn keep(
    connection: &mut PgConnection,
    actor: &Actor,
    belongs: Belongs,
    field: &str,
    photos: &[Photo],
    at: DateTime<Utc>,
) -> Result<Vec<AttachmentId>, Error> {
    let (assignment, draft) = match belongs {
        Belongs::Assignment(id) | Belongs::Signature(id) => (Some(id), None),
        Belongs::Draft(id) => (None, Some(id)),
        Belongs::Evidence => (None, None),
    };
    let kind: fn(&str, &[u8]) -> _ =
        if matches!(belongs, Belongs::Evidence | Belongs::Signature(_)) { media_type } else { file_type };
    let mut kept = Vec::with_capacity(photos.len());
    for photo in photos {
        let name: String = photo.name.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
        let new = NewAttachment {
            centre: actor.centre.id,
            assignment,
            draft,
            signature: matches!(belongs, Belongs::Signature(_)),
            name: &name,
            media_type: kind(field, &photo.bytes)?,
            bytes: &photo.bytes,
            person: actor.person,
            at,
        };
        kept.push(store::attachments::add(&mut *connection, new).await?);
    }
    Ok(kept)
}

/// Keeps a file of a report: a voice note or a photo, by its bytes.
pub(crate) async fn keep_reported(
    connection: &mut PgConnection,
    actor: &Actor,
    with: Reported,
    file: &Photo,
    voice: bool,
    at: DateTime<Utc>,
) -> Result<AttachmentId, Error> {
    let name: String = file.name.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
    let kind = if voice { voice_type("voice", &file.bytes) } else { media_type("photos", &file.bytes) };
    let new = NewAttachment {
        centre: actor.centre.id,
        assignment: None,
        draft: None,
        signature: false,
        name: &name,
        media_type: kind?,
        bytes: &file.bytes,
        person: actor.person,
        at,
    };
    Ok(store::attachments::add_reported(connection, with, new).await?)
}
