//! Duty rosters: read, changed, handed over.

mod absences;
mod files;
mod hand_overs;
mod imports;
mod shifts;

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::{CentrePath, CentreTag};
use domain::duty::{
    DutyDesk, NewAbsence, NewShift, OnDuty, Roster, RosterImport, Settled, Shift, Span, Week,
};
use domain::live::Topic;
use domain::names::Name;
use domain::time::in_city;
use domain::{AbsenceId, CentreId, Fault, HandOverId, PersonId, Refusal, RosterImportId, ShiftId};
use store::PgConnection;
use store::audit::Entry;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

/// Lines of the log that a roster's page shows.
const TOLD: i64 = 20;

#[async_trait]
impl DutyDesk for Engine {
    async fn roster(&self, actor: &Actor, centre: String, week: Option<Week>) -> Result<Roster, Fault> {
        Ok(self.roster_of(actor, &centre, week).await?)
    }

    async fn on_duty(&self, actor: &Actor, centres: Vec<CentreId>) -> Result<Vec<(CentreId, OnDuty)>, Fault> {
        Ok(self.on_duty_now(actor, &centres).await?)
    }

    async fn add_shift(&self, actor: &Actor, new: NewShift) -> Result<ShiftId, Fault> {
        Ok(self.shift_added(actor, &new).await?)
    }

    async fn remove_shift(&self, actor: &Actor, id: ShiftId) -> Result<(), Fault> {
        Ok(self.shift_removed(actor, id).await?)
    }

    async fn swap_shifts(&self, actor: &Actor, one: ShiftId, other: ShiftId) -> Result<(), Fault> {
        Ok(self.shifts_swapped(actor, one, other).await?)
    }

    async fn hand_over(&self, actor: &Actor, centre: String, note: String) -> Result<HandOverId, Fault> {
        Ok(self.handed_over(actor, &centre, &note).await?)
    }

    async fn acknowledge_hand_over(&self, actor: &Actor, id: HandOverId) -> Result<(), Fault> {
        Ok(self.hand_over_acknowledged(actor, id).await?)
    }

    async fn note_absence(&self, actor: &Actor, new: NewAbsence) -> Result<AbsenceId, Fault> {
        Ok(self.absence_noted(actor, &new).await?)
    }

    async fn end_absence(&self, actor: &Actor, id: AbsenceId) -> Result<(), Fault> {
        Ok(self.absence_ended(actor, id).await?)
    }

    async fn roster_template(&self, actor: &Actor, centre: String) -> Result<String, Fault> {
        Ok(self.template_of(actor, &centre).await?)
    }

    async fn send_roster(
        &self,
        actor: &Actor,
        centre: String,
        file: Vec<u8>,
    ) -> Result<RosterImportId, Fault> {
        Ok(self.roster_sent(actor, &centre, &file).await?)
    }

    async fn roster_import(&self, actor: &Actor, id: RosterImportId) -> Result<RosterImport, Fault> {
        Ok(self.import_judged(actor, id).await?)
    }

    async fn apply_roster(&self, actor: &Actor, id: RosterImportId) -> Result<(), Fault> {
        Ok(self.roster_applied(actor, id).await?)
    }
}

impl Engine {
    async fn roster_of(&self, actor: &Actor, code: &str, week: Option<Week>) -> Result<Roster, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let week = week.unwrap_or_else(|| Week::of(now));
        let mut tx = self.db.people(actor).await?;
        let head = self.head_in(&mut tx, actor, code).await?;
        let centre = head.centre.clone();
        let may_manage = actor.may(Right::ManageDuty, &centre.path).is_ok();
        Ok(Roster {
            week,
            shifts: store::duty::shifts(&mut tx, centre.id, week.span()).await?,
            holders: if may_manage { store::duty::holders(&mut tx, &centre, now).await? } else { Vec::new() },
            hand_overs: store::duty::hand_overs_waiting(&mut tx, centre.id, actor.person).await?,
            absences: store::duty::absences(&mut tx, centre.id, now.min(week.span().from)).await?,
            below: store::duty::below(&mut tx, centre.id, now).await?,
            timeline: store::audit::latest_of_row(&mut tx, NOUN, centre.id.0, TOLD).await?,
            may_manage,
            may_hand_over: may_manage
                || head.on_duty.as_ref().is_some_and(|on_duty| on_duty.person == actor.person),
            head,
        })
    }

    async fn on_duty_now(
        &self,
        actor: &Actor,
        centres: &[CentreId],
    ) -> Result<Vec<(CentreId, OnDuty)>, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        Ok(store::duty::now(&mut tx, centres, self.now()).await?)
    }

    /// Continues the demo city's rosters to two weeks ahead.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn continue_rosters(&self) -> Result<u64, Error> {
        let mut tx = self.db.tick().await?;
        let added = store::duty::continue_rosters(&mut tx, self.now()).await?;
        tx.commit().await?;
        Ok(added)
    }
}

/// Under which the log keeps what happens to a centre's roster, by the centre's identity.
const NOUN: &str = "roster";

/// A line in the log about a centre's roster, and its announcement to the centre.
fn note(ledger: &mut Ledger, entry: Entry, centre: &CentreTag, subject: Name) {
    ledger.log(entry.on(NOUN, centre.id.0, subject));
    tell(ledger, centre);
}

fn tell(ledger: &mut Ledger, centre: &CentreTag) {
    // The centre above lists who is on duty below it.
    let above: Option<CentrePath> = centre.path.parent();
    ledger.announce(Topic::Duty, centre.id.0, [&centre.path].into_iter().chain(above.as_ref()));
}

/// A span in words that both languages share: `11-25 08:00 – 11-25 20:00`, in the city's time.
fn spelled(span: Span) -> String {
    let at = |at| in_city(at).format("%m-%d %H:%M").to_string();
    [at(span.from), at(span.to)].join(" – ")
}

/// A shift in words.
fn subject(shift: &Shift) -> Name {
    Name::typed([shift.holder.name.as_str(), spelled(shift.span).as_str()].join(" "))
}

/// What is settled about some people around a span.
async fn settled(connection: &mut PgConnection, people: &[PersonId], span: Span) -> Result<Settled, Error> {
    Ok(Settled {
        shifts: store::duty::served(&mut *connection, people, span).await?,
        away: store::duty::away(connection, people, span).await?,
    })
}

/// The centre, if the actor may manage its roster.
async fn managed(connection: &mut PgConnection, actor: &Actor, code: &str) -> Result<CentreTag, Error> {
    actor.has(Right::ManageDuty)?;
    centres::seen(connection, actor, Right::ManageDuty, code).await
}

/// Some shifts of one centre whose roster the actor may manage, held until the transaction ends.
async fn held(
    connection: &mut PgConnection,
    actor: &Actor,
    ids: &[ShiftId],
) -> Result<(CentreTag, Vec<Shift>), Error> {
    actor.has(Right::ManageDuty)?;
    let found = store::duty::by_ids(&mut *connection, ids).await?;
    let centre = found.first().ok_or(Refusal::NotFound)?.0;
    if found.len() != ids.len() || found.iter().any(|(other, _)| *other != centre) {
        return Err(Refusal::NotFound.into());
    }
    let centre = store::centres::by_id(connection, centre).await?.ok_or(Refusal::NotFound)?;
    actor.may(Right::ManageDuty, &centre.path)?;
    Ok((centre, found.into_iter().map(|(_, shift)| shift).collect()))
}

/// A line in the log by somebody who changes a roster.
fn by(actor: &Actor, verb: Verb, engine: &Engine) -> Entry {
    Entry::by(actor, verb, engine.now())
}
