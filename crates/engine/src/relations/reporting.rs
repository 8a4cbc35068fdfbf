//! A report that may be about a case that is there already.

use chrono::{DateTime, Duration, Utc};
use domain::actors::{Actor, Right};
use domain::attachments::{media_type, voice_type};
use domain::events::{KeptReport, NewEvent, PHOTOS, ReportFiles};
use domain::refusal::optional_text;
use domain::relations::{Alike, AlikeQuery, Reported};
use domain::{EventId, Refusal, Remedy, ReportDraftId};
use store::PgConnection;
use store::attachments::Reported as With;
use store::relations::Near;
use store::request_keys::Claim;

use super::CLOSED_D;
use super::merging::merged;
use crate::attachments::keep_reported;
use crate::events::{checked, claimed, point, seen, taken};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    /// Asked while the form is filled in: what is not filled in yet finds nothing.
    pub(super) async fn report_alike(&self, actor: &Actor, about: &AlikeQuery) -> Result<Vec<Alike>, Error> {
        actor.has(Right::ReportEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let place = centres::seen(&mut tx, actor, Right::ReportEvent, &about.centre).await?;
        let title = optional_text("title", &about.title, 80)?;
        let near = Near {
            category: &about.category,
            event: None,
            centre: place.id,
            // Half a number is none yet.
            point: point(&about.longitude, &about.latitude).ok().flatten(),
            reported_at: now,
            title: &title,
            closed_after: now - Duration::days(CLOSED_D),
        };
        Ok(store::relations::alike(&mut tx, &near, now).await?)
    }

    /// A report that may be about a case that is there already waits for its reporter, and so does one of which a field or
    /// file is refused: nothing that was typed or sent is lost.
    pub(super) async fn report_taken(
        &self,
        actor: &Actor,
        new: &NewEvent,
        files: ReportFiles,
    ) -> Result<Reported, Error> {
        actor.has(Right::ReportEvent)?;
        let (files, wrong) = sound(files);
        let tried = match wrong {
            Some(wrong) => Err(wrong.into()),
            None => self.report_tried(actor, new, &files).await,
        };
        match tried {
            Ok(Some(id)) => Ok(Reported::Taken(id)),
            Ok(None) => Ok(Reported::Alike(self.report_waits(actor, new, &files, None).await?)),
            Err(Error::Refused(Refusal::Field { field, remedy })) if field != "key" => {
                let why = Refusal::Field { field, remedy };
                Ok(Reported::Refused(self.report_waits(actor, new, &files, Some(&why)).await?))
            }
            Err(other) => Err(other),
        }
    }

    /// Takes a report; none where it may be about a case that is there already.
    async fn report_tried(
        &self,
        actor: &Actor,
        new: &NewEvent,
        files: &ReportFiles,
    ) -> Result<Option<EventId>, Error> {
        actor.has(Right::ReportEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let report = checked(&mut tx, actor, new, None, now).await?;
        if let Claim::Made(id) = claimed(&mut tx, actor, &report).await? {
            return Ok(Some(EventId(id)));
        }
        if room(&mut tx, actor, new).await? < files.photos.len() {
            return Err(too_many().into());
        }
        if !new.anyway && new.join.is_empty() {
            let near = Near {
                category: &report.duty.category,
                event: None,
                centre: report.place.id,
                point: report.point(),
                reported_at: now,
                title: &report.title,
                closed_after: now - Duration::days(CLOSED_D),
            };
            // The key stays free for the form that comes back: this transaction ends here.
            if !store::relations::alike(&mut tx, &near, now).await?.is_empty() {
                return Ok(None);
            }
        }
        let mut ledger = Ledger::default();
        let id = taken(&mut tx, actor, report, now, &mut ledger).await?;
        if let Some(draft) = new.draft {
            store::attachments::reported(&mut tx, draft, id, files.voice.is_none()).await?;
        }
        filed(&mut tx, actor, With::Case(id), files, files.photos.len(), now).await?;
        if !new.join.is_empty() {
            let into = store::relations::by_number(&mut tx, &new.join).await?;
            let into = into.ok_or_else(|| Refusal::unknown("join", new.join.clone()))?;
            store::relations::lock(&mut tx, &[id, into]).await?;
            let case = seen(&mut tx, actor, id, now).await?;
            let into = seen(&mut tx, actor, into, now).await?;
            merged(&mut tx, actor, case, &into, "", now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(Some(id))
    }

    /// Keeps a report and its files, those that came before with it.
    async fn report_waits(
        &self,
        actor: &Actor,
        new: &NewEvent,
        files: &ReportFiles,
        why: Option<&Refusal>,
    ) -> Result<ReportDraftId, Error> {
        actor.has(Right::ReportEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let (centre, person) = (actor.centre.id, actor.person);
        let id = if let Some(id) = new.draft {
            if !store::relations::rewrite_draft(&mut tx, id, person, (new, why), now).await? {
                return Err(Refusal::NotFound.into());
            }
            id
        } else {
            store::relations::keep_draft(&mut tx, centre, person, (new, why), now).await?
        };
        let room = room(&mut tx, actor, new).await?;
        filed(&mut tx, actor, With::Draft(id), files, room, now).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub(super) async fn report_kept(&self, actor: &Actor, id: ReportDraftId) -> Result<KeptReport, Error> {
        actor.has(Right::ReportEvent)?;
        let mut tx = self.db.people(actor).await?;
        let mut draft = store::relations::draft(&mut tx, id, actor.person).await?.ok_or(Refusal::NotFound)?;
        draft.new.draft = Some(id);
        Ok(draft)
    }
}

/// The files that may be kept, and what is wrong with another.
fn sound(files: ReportFiles) -> (ReportFiles, Option<Refusal>) {
    let ReportFiles { photos, voice, mut trouble } = files;
    let mut right = |wrong: Option<Refusal>| {
        let right = wrong.is_none();
        trouble = trouble.take().or(wrong);
        right
    };
    let photos = photos.into_iter().filter(|file| right(media_type("photos", &file.bytes).err())).collect();
    let voice = voice.filter(|file| right(voice_type("voice", &file.bytes).err()));
    (ReportFiles { photos, voice, trouble: None }, trouble)
}

/// How many photos a report may still bring beside those that wait with its draft.
async fn room(connection: &mut PgConnection, actor: &Actor, new: &NewEvent) -> Result<usize, Error> {
    let Some(id) = new.draft else { return Ok(PHOTOS) };
    let draft = store::relations::draft(connection, id, actor.person).await?.ok_or(Refusal::NotFound)?;
    Ok(PHOTOS.saturating_sub(draft.files.iter().filter(|file| !file.is_voice()).count()))
}

fn too_many() -> Refusal {
    Refusal::field("photos", Remedy::OutOfRange { min: 0.0, max: 3.0 })
}

/// Keeps the first `room` photos and the voice note.
async fn filed(
    connection: &mut PgConnection,
    actor: &Actor,
    with: With,
    files: &ReportFiles,
    room: usize,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    for photo in files.photos.iter().take(room) {
        keep_reported(&mut *connection, actor, with, photo, false, now).await?;
    }
    if let Some(voice) = &files.voice {
        keep_reported(connection, actor, with, voice, true, now).await?;
    }
    Ok(())
}
