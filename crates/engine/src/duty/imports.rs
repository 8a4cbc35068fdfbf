//! A month's roster from a file: sent, looked at, applied as a whole or not at all.

use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::duty::{Fate, Judged, RosterImport, Settled, Span, judge};
use domain::names::Name;
use domain::{PersonId, Refusal, RosterImportId};
use store::PgConnection;
use store::duty::Sent;

use super::{by, files, managed, note, settled, spelled};
use crate::ledger::Ledger;
use crate::{Engine, Error};

impl Engine {
    pub(super) async fn template_of(&self, actor: &Actor, code: &str) -> Result<String, Error> {
        let mut tx = self.db.people(actor).await?;
        let centre = managed(&mut tx, actor, code).await?;
        Ok(files::template(&store::duty::holders(&mut tx, &centre, self.now()).await?)?)
    }

    pub(super) async fn roster_sent(
        &self,
        actor: &Actor,
        code: &str,
        file: &[u8],
    ) -> Result<RosterImportId, Error> {
        let mut tx = self.db.people(actor).await?;
        let centre = managed(&mut tx, actor, code).await?;
        let lines = files::lines(file)?;
        let id = store::duty::add_import(&mut tx, centre.id, &lines, actor.person, self.now()).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub(super) async fn import_judged(
        &self,
        actor: &Actor,
        id: RosterImportId,
    ) -> Result<RosterImport, Error> {
        let mut tx = self.db.people(actor).await?;
        let sent = sent(&mut tx, actor, id).await?;
        let lines = self.judged(&mut tx, &sent).await?;
        Ok(RosterImport {
            id,
            centre: sent.centre,
            sent_by: sent.sent_by,
            sent_at: sent.sent_at,
            applied_at: sent.applied_at,
            lines,
        })
    }

    pub(super) async fn roster_applied(&self, actor: &Actor, id: RosterImportId) -> Result<(), Error> {
        let mut tx = self.db.people(actor).await?;
        let sent = sent(&mut tx, actor, id).await?;
        if sent.applied_at.is_some() {
            return Ok(());
        }
        let lines = self.judged(&mut tx, &sent).await?;
        if let Some(Fate::Wrong { refusal }) =
            lines.iter().map(|line| &line.fate).find(|fate| matches!(fate, Fate::Wrong { .. }))
        {
            return Err(refusal.clone().into());
        }
        let new: Vec<_> = lines
            .iter()
            .filter(|line| line.fate == Fate::New)
            .filter_map(|line| Some((line.holder.as_ref()?.post, line.span?)))
            .collect();
        store::duty::add(&mut tx, sent.centre.id, &new).await?;
        store::duty::applied(&mut tx, id, self.now()).await?;
        let mut ledger = Ledger::default();
        let words = around(&lines).map(spelled).unwrap_or_default();
        let entry = by(actor, Verb::RosterImported, self).noted(format!("+{}", new.len()));
        note(&mut ledger, entry, &sent.centre, Name::typed(words));
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Judges the lines as things are now.
    async fn judged(&self, connection: &mut PgConnection, sent: &Sent) -> Result<Vec<Judged>, Error> {
        let now = self.now();
        let holders = store::duty::holders(&mut *connection, &sent.centre, now).await?;
        let people: Vec<PersonId> = holders.iter().map(|holder| holder.person).collect();
        // A first look without what is settled tells which time to ask about.
        let first = judge(sent.lines.clone(), &holders, Settled::default(), now);
        let Some(span) = around(&first) else { return Ok(first) };
        let settled = settled(connection, &people, span).await?;
        Ok(judge(sent.lines.clone(), &holders, settled, now))
    }
}

/// From the first beginning to the last end.
fn around(lines: &[Judged]) -> Option<Span> {
    let spans = || lines.iter().filter_map(|line| line.span);
    Some(Span { from: spans().map(|span| span.from).min()?, to: spans().map(|span| span.to).max()? })
}

/// A roster that was sent to a centre that the actor manages.
async fn sent(connection: &mut PgConnection, actor: &Actor, id: RosterImportId) -> Result<Sent, Error> {
    actor.has(Right::ManageDuty)?;
    let sent = store::duty::import(connection, id).await?.ok_or(Refusal::NotFound)?;
    actor.may(Right::ManageDuty, &sent.centre.path)?;
    Ok(sent)
}
