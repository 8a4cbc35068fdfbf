//! Appeals: filed by the centre where a case counts, decided by the one above. A grant adds to the figure; nothing is changed.

use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::names::Name;
use domain::pages::Page;
use domain::rates::{AppealMove, AppealRow, AppealState, Counts, NewAppeal};
use domain::refusal::{optional_text, required_text};
use domain::{AppealId, RateEntryId, Refusal, Remedy};
use store::appeals::NewFiling;
use store::audit::Entry;
use store::pages::{Key, page};

use crate::events::above;
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn appeals_listed(
        &self,
        actor: &Actor,
        after: Option<String>,
    ) -> Result<Page<AppealRow>, Error> {
        actor.has(Right::HandleEvent)?;
        let after = Key::read(after.as_deref())?;
        let mut tx = self.db.people(actor).await?;
        let mut rows = store::appeals::listed(&mut tx, actor.centre.id, after).await?;
        for row in &mut rows {
            row.moves = offered(actor, row);
        }
        let counted = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        Ok(page(rows, counted, |row| Key::at(row.filed_at, row.id.0)))
    }

    pub(super) async fn appeal_filed(&self, actor: &Actor, new: NewAppeal) -> Result<AppealId, Error> {
        actor.has(Right::HandleEvent)?;
        let (now, reason) = (self.now(), required_text("reason", &new.reason, 500)?);
        let entry: RateEntryId = new.entry.trim().parse().map_err(|_| Refusal::NotFound)?;
        let wanted = new.wanted.ok_or_else(|| Refusal::field("wanted", Remedy::Required))?;
        let mut tx = self.db.people(actor).await?;
        let entry = store::rates::entry(&mut tx, entry).await?.ok_or(Refusal::NotFound)?;
        actor.may(Right::HandleEvent, &entry.centre.path)?;
        centres::own(actor, &entry.centre)?;
        if !wanted.changes(entry.rate, entry.counts) {
            // It counts as good already.
            return Err(Refusal::unknown("wanted", wanted.as_str()).into());
        }
        let decider = above(&mut tx, &entry.centre).await?;
        let filing = NewFiling {
            entry: entry.id,
            wanted,
            reason: &reason,
            by: actor.person,
            at: now,
            decider: decider.id,
        };
        let id = store::appeals::add(&mut tx, filing).await?;
        let mut ledger = Ledger::default();
        let line =
            Entry::by(actor, Verb::AppealFiled, now).on("appeal", id.0, Name::typed(entry.rate.as_str()));
        let line = line.of_event(entry.event).moved("", AppealState::Filed.as_str());
        ledger.log(line.noted(reason));
        ledger.announce(Topic::Rates, id.0, [&entry.centre.path, &decider.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub(super) async fn appeal_decided(
        &self,
        actor: &Actor,
        id: AppealId,
        step: AppealMove,
        answer: &str,
    ) -> Result<AppealState, Error> {
        actor.has(right(step))?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        // A second decision waits here for the first, and finds it made.
        let appeal = store::appeals::locked(&mut tx, id).await?.ok_or(Refusal::NotFound)?;
        actor.may(right(step), &appeal.centre.path)?;
        entitled(actor, &appeal, step)?;
        let state = appeal.state.after(step)?;
        let answer = if step == AppealMove::Refuse {
            required_text("answer", answer, 500)?
        } else {
            optional_text("answer", answer, 500)?
        };
        store::appeals::decided(&mut tx, id, state, actor.person, now, &answer).await?;
        if state == AppealState::Granted {
            let rows = appeal.wanted.revision(appeal.rate, appeal.counts);
            let rows: Vec<Counts> = rows.into_iter().filter(|row| *row != Counts::default()).collect();
            store::appeals::revise(&mut tx, id, &rows, now).await?;
        }
        let mut ledger = Ledger::default();
        let line = Entry::by(actor, Verb::AppealMoved, now).on("appeal", id.0, appeal.rate_name.clone());
        let line = line.of_event(appeal.event).moved(appeal.state.as_str(), state.as_str());
        ledger.log(line.noted(answer));
        ledger.announce(Topic::Rates, id.0, [&appeal.centre.path, &appeal.decider.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }
}

const fn right(step: AppealMove) -> Right {
    match step {
        AppealMove::Withdraw => Right::HandleEvent,
        AppealMove::Grant | AppealMove::Refuse => Right::DecideApproval,
    }
}

/// Whether a move is the actor's to make.
fn entitled(actor: &Actor, appeal: &AppealRow, step: AppealMove) -> Result<(), Refusal> {
    actor.has(right(step))?;
    let whose = if step == AppealMove::Withdraw { &appeal.centre } else { &appeal.decider };
    centres::own(actor, whose)
}

fn offered(actor: &Actor, appeal: &AppealRow) -> Vec<AppealMove> {
    let may = |step: &AppealMove| appeal.state.after(*step).is_ok() && entitled(actor, appeal, *step).is_ok();
    AppealMove::ALL.iter().copied().filter(may).collect()
}
