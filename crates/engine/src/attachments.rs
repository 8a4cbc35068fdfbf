//! Photos: kept with what they prove, shown to whoever sees that.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::attachments::media_type;
use domain::orders::Photo;
use domain::{AssignmentId, AttachmentId, Refusal};
use store::PgConnection;
use store::attachments::NewAttachment;

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

/// Keeps photos, each checked by its first bytes. `field` is where the person is told what is wrong.
pub(crate) async fn keep(
    connection: &mut PgConnection,
    actor: &Actor,
    assignment: Option<AssignmentId>,
    field: &str,
    photos: &[Photo],
    at: DateTime<Utc>,
) -> Result<Vec<AttachmentId>, Error> {
    let mut kept = Vec::with_capacity(photos.len());
    for photo in photos {
        let name: String = photo.name.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
        let new = NewAttachment {
            centre: actor.centre.id,
            assignment,
            name: &name,
            media_type: media_type(field, &photo.bytes)?,
            bytes: &photo.bytes,
            person: actor.person,
            at,
        };
        kept.push(store::attachments::add(&mut *connection, new).await?);
    }
    Ok(kept)
}
