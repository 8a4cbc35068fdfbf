//! How reviews begin: by rule when a case is closed or a loss is noted, by hand; and what earlier ones teach.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::events::{EventRow, EventState};
use domain::live::Topic;
use domain::refusal::required_text;
use domain::reviews::{CaseEnd, CaseLessons, opens};
use domain::{EventId, Refusal, ReviewId};
use store::PgConnection;
use store::audit::Entry;

use crate::events::{audience, seen};
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn lessons_shown(&self, actor: &Actor, event: EventId) -> Result<CaseLessons, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let case = seen(&mut tx, actor, event, self.now()).await?;
        let within = actor.scope.contains(&case.row.centre.path);
        let reviewed = store::reviews::of_event(&mut tx, event).await?.is_some();
        Ok(CaseLessons {
            loss: store::reviews::loss(&mut tx, event).await?,
            may_note_loss: within && actor.has(Right::HandleEvent).is_ok(),
            may_open: within
                && !reviewed
                && case.row.state == EventState::Closed
                && actor.has(Right::ReviewEvent).is_ok(),
            lessons: store::reviews::lessons(&mut tx, event).await?,
        })
    }

    pub(super) async fn review_opened_by_hand(
        &self,
        actor: &Actor,
        event: EventId,
    ) -> Result<ReviewId, Error> {
        actor.has(Right::ReviewEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let case = seen(&mut tx, actor, event, now).await?;
        centres::within(actor, &case.row.centre)?;
        if case.row.state != EventState::Closed {
            return Err(Refusal::not_now("event", case.row.state, Verb::ReviewOpened).into());
        }
        let opened = store::reviews::open(&mut tx, event, now, None, Some(actor.person)).await?;
        let Some(id) = opened else {
            // Somebody else was first.
            return Ok(store::reviews::of_event(&mut tx, event).await?.ok_or(Refusal::Conflict)?);
        };
        let mut ledger = Ledger::default();
        told(actor, &case.row, id, "", now, &mut ledger);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub(super) async fn loss_noted(&self, actor: &Actor, event: EventId, loss: &str) -> Result<(), Error> {
        actor.has(Right::HandleEvent)?;
        let (now, loss) = (self.now(), required_text("loss", loss, 500)?);
        let mut tx = self.db.people(actor).await?;
        store::events::locked(&mut tx, event).await?.ok_or(Refusal::NotFound)?;
        let case = seen(&mut tx, actor, event, now).await?;
        centres::within(actor, &case.row.centre)?;
        store::reviews::note_loss(&mut tx, event, &loss).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::LossNoted, now).on("event", event.0, case.row.title.clone());
        ledger.log(entry.of_event(event).noted(loss));
        ledger.announce(Topic::Events, event.0, audience(&case));
        if case.row.state == EventState::Closed {
            open_by_rule(&mut tx, actor, &case.row, now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Opens the review of a closed case if a rule asks for it and there is none yet.
pub(crate) async fn open_by_rule(
    connection: &mut PgConnection,
    actor: &Actor,
    case: &EventRow,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    let end = CaseEnd {
        level: case.level,
        loss: !store::reviews::loss(&mut *connection, case.id).await?.is_empty(),
        late: case.closed_at.unwrap_or(now) > case.due_at,
    };
    let mut rules = Vec::new();
    for rule in store::reviews::rules(&mut *connection).await? {
        let alike = match rule.days.zip(rule.times) {
            Some((days, times)) => store::reviews::alike(&mut *connection, case.id, days, times).await?,
            None => 0,
        };
        rules.push((rule, alike));
    }
    let Some(rule) = opens(&rules, end) else { return Ok(()) };
    let opened = store::reviews::open(connection, case.id, now, Some(&rule.code), None).await?;
    if let Some(id) = opened {
        told(actor, case, id, &rule.name.zh, now, ledger);
    }
    Ok(())
}

fn told(actor: &Actor, case: &EventRow, id: ReviewId, why: &str, now: DateTime<Utc>, ledger: &mut Ledger) {
    let entry = Entry::by(actor, Verb::ReviewOpened, now).on("review", id.0, case.title.clone());
    ledger.log(entry.of_event(case.id).noted(why));
    ledger.announce(Topic::Reviews, id.0, [&case.centre.path]);
}
