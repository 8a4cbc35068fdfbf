//! Explanations: asked for what turned red, given by the post they are asked of, judged by the issuer.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::names::Name;
use domain::refusal::{optional_text, required_text};
use domain::supervision::{EXPLAIN_WITHIN_MIN, ExplanationMove, ExplanationRow, ExplanationState};
use domain::time::due_at;
use domain::{AssignmentId, ExplanationId, OrderId, Refusal};
use store::PgConnection;
use store::audit::Entry;
use store::supervision::Explanation;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn explanations_listed(
        &self,
        actor: &Actor,
        order: OrderId,
    ) -> Result<Vec<ExplanationRow>, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let order = store::orders::by_id(&mut tx, order, now).await?.ok_or(Refusal::NotFound)?;
        let asked = store::supervision::of_order(&mut tx, order.root, now).await?;
        Ok(asked.into_iter().map(|each| shown(actor, each)).collect())
    }

    pub(super) async fn explanation_stepped(
        &self,
        actor: &Actor,
        id: ExplanationId,
        step: ExplanationMove,
        text: &str,
    ) -> Result<ExplanationState, Error> {
        actor.has(if step == ExplanationMove::Give { Right::ViewCity } else { Right::Urge })?;
        let now = self.now();
        let text = match step {
            ExplanationMove::Give => required_text("explanation", text, 2000)?,
            ExplanationMove::Return => required_text("reason", text, 500)?,
            ExplanationMove::Accept => optional_text("reason", text, 500)?,
            // This follows from a card that was a mistake.
            ExplanationMove::Waive => return Err(Refusal::unknown("step", step.as_str()).into()),
        };
        let mut tx = self.db.people(actor).await?;
        if !store::supervision::lock_explanation(&mut tx, id).await? {
            return Err(Refusal::NotFound.into());
        }
        let asked = store::supervision::explanation(&mut tx, id, now).await?.ok_or(Refusal::NotFound)?;
        may(actor, &asked, step)?;
        let state = asked.row.state.after(step)?;
        let due = if state.is_owed() { Some(due_from(&mut tx, now).await?) } else { None };
        store::supervision::move_explanation(&mut tx, id, state, &text, actor.person, now, due).await?;
        let mut ledger = Ledger::default();
        let entry =
            Entry::by(actor, Verb::ExplanationMoved, now).on("explanation", id.0, asked.row.action.clone());
        let entry = entry.of_event(asked.event).of_root(asked.root);
        ledger.log(entry.moved(asked.row.state.as_str(), state.as_str()).noted(text));
        let told = [&asked.row.issuer.path, &asked.row.recipient.path];
        ledger.announce(Topic::Orders, asked.row.order.0, told);
        ledger.announce(Topic::Supervision, id.0, told);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(state)
    }

    /// Rings at the centre above where an explanation is owed past its time; ends what is over. Says how many notices it
    /// turned.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn note_late_explanations(&self) -> Result<usize, Error> {
        let now = self.now();
        let mut tx = self.db.tick().await?;
        let over = store::supervision::end_notices(&mut tx, now).await?;
        let raised = store::supervision::raise_notices(&mut tx, now).await?;
        let mut ledger = Ledger::default();
        for (verb, notices) in [(Verb::NoticeOver, &over), (Verb::NoticeRaised, &raised)] {
            for notice in notices {
                let words = Name::new("说明逾期", "Explanation overdue");
                let entry = Entry::by_system(notice.about.clone(), words, verb, now);
                ledger.log(entry.on("supervision", notice.centre.0, notice.name.clone()));
                ledger.announce(Topic::Notices, notice.id.0, [&notice.told, &notice.about]);
            }
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(over.len() + raised.len())
    }
}

/// Asks for an explanation of red parts that nobody asked about: of some, or of all that are owed. Says how many it asked for.
pub(crate) async fn ask_explanations(
    connection: &mut PgConnection,
    ids: Option<&[AssignmentId]>,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<usize, Error> {
    let due = due_from(&mut *connection, now).await?;
    let asked = store::supervision::ask(connection, ids, now, due).await?;
    for each in &asked {
        let by = Name::new("红牌督办", "Red card");
        let standing = &each.standing;
        let entry = Entry::by_system(standing.path.clone(), by, Verb::ExplanationAsked, now);
        let entry = entry.on("explanation", each.id.0, standing.action.clone());
        let entry = entry.of_event(standing.event).of_root(standing.root);
        ledger.log(entry.moved("", ExplanationState::Asked.as_str()).noted(each.title.zh.clone()));
        let told = [&standing.issuer, &standing.path];
        ledger.announce(Topic::Orders, standing.order.0, told);
        ledger.announce(Topic::Supervision, each.id.0, told);
    }
    Ok(asked.len())
}

async fn due_from(connection: &mut PgConnection, now: DateTime<Utc>) -> Result<DateTime<Utc>, Error> {
    let calendar = store::calendar::since(connection, now).await?;
    Ok(due_at(now, EXPLAIN_WITHIN_MIN, true, &calendar))
}

/// An explanation with what the actor may do.
pub(super) fn shown(actor: &Actor, asked: Explanation) -> ExplanationRow {
    let by_hand = [ExplanationMove::Give, ExplanationMove::Accept, ExplanationMove::Return];
    let open =
        |step: &ExplanationMove| may(actor, &asked, *step).is_ok() && asked.row.state.after(*step).is_ok();
    let moves = by_hand.into_iter().filter(open).collect();
    ExplanationRow { moves, ..asked.row }
}

/// It is given under the post it was asked of, and judged by the issuer, not by whoever gave it.
fn may(actor: &Actor, asked: &Explanation, step: ExplanationMove) -> Result<(), Refusal> {
    if step == ExplanationMove::Give {
        if actor.post == asked.row.post {
            return Ok(());
        }
        let who = [asked.row.title.zh.as_str(), asked.row.holder.as_str()].join(" ");
        return Err(Refusal::BelongsTo { centre: who });
    }
    actor.has(Right::Urge)?;
    centres::within(actor, &asked.row.issuer)?;
    if asked.given_by == Some(actor.person) {
        return Err(Refusal::BelongsTo { centre: centres::spoken(&asked.row.issuer) });
    }
    Ok(())
}
