//! What a review finds, what must change because of it, and its end. What is to change below is sent there as an order.

use chrono::{DateTime, NaiveDate, Utc};
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::centres::CentreTag;
use domain::live::Topic;
use domain::names::Name;
use domain::order_drafts::Receipts;
use domain::refusal::required_text;
use domain::reviews::{Change, ChangeKind, FindingKind, NewImprovement, ReviewState};
use domain::time::city_midnight;
use domain::warnings::Level;
use domain::{FindingId, ImprovementId, OrderId, Refusal, Remedy, ReviewId};
use store::PgConnection;
use store::assignments::NewPart;
use store::audit::Entry;
use store::improvements::NewPromise;
use store::orders::NewOrder;
use store::reviews::Review;

use super::title;
use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

impl Engine {
    pub(super) async fn finding_noted(
        &self,
        actor: &Actor,
        id: ReviewId,
        kind: FindingKind,
        text: &str,
    ) -> Result<FindingId, Error> {
        actor.has(Right::ReviewEvent)?;
        let (now, text) = (self.now(), required_text("text", text, 1000)?);
        let mut tx = self.db.people(actor).await?;
        let review = self.review_held(&mut tx, actor, id).await?;
        if review.state != ReviewState::Open {
            return Err(Refusal::not_now("review", review.state, Verb::FindingNoted).into());
        }
        let finding = store::reviews::find(&mut tx, id, kind, &text, actor.person, now).await?;
        let mut ledger = Ledger::default();
        let entry =
            Entry::by(actor, Verb::FindingNoted, now).on("review", id.0, title(&mut tx, &review, now).await?);
        ledger.log(entry.of_event(review.event).noted(text));
        ledger.announce(Topic::Reviews, id.0, [&review.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(finding)
    }

    pub(super) async fn review_concluded(
        &self,
        actor: &Actor,
        id: ReviewId,
        findings: &str,
    ) -> Result<(), Error> {
        actor.has(Right::ReviewEvent)?;
        let (now, findings) = (self.now(), required_text("findings", findings, 4000)?);
        let mut tx = self.db.people(actor).await?;
        let review = self.review_held(&mut tx, actor, id).await?;
        let promised = store::improvements::of_review(&mut tx, id, self.today()).await?;
        let open = promised.iter().filter(|each| each.done_at.is_none()).count();
        if open > 0 && review.state == ReviewState::Open {
            return Err(Refusal::PartsOpen { count: u32::try_from(open).unwrap_or(u32::MAX) }.into());
        }
        if !store::reviews::conclude(&mut tx, id, &findings, now, actor.person).await? {
            return Err(Refusal::not_now("review", ReviewState::Concluded, "conclude").into());
        }
        let mut ledger = Ledger::default();
        let title = title(&mut tx, &review, now).await?;
        let entry = Entry::by(actor, Verb::ReviewConcluded, now).on("review", id.0, title);
        let entry = entry.of_event(review.event).noted(findings);
        ledger.log(entry.moved(ReviewState::Open.as_str(), ReviewState::Concluded.as_str()));
        ledger.announce(Topic::Reviews, id.0, [&review.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(super) async fn improvement_promised(
        &self,
        actor: &Actor,
        id: ReviewId,
        new: NewImprovement,
    ) -> Result<ImprovementId, Error> {
        actor.has(Right::ReviewEvent)?;
        let now = self.now();
        let action = required_text("action", &new.action, 200)?;
        let owner_name = required_text("owner_name", &new.owner_name, 40)?;
        let due_on = required_text("due_on", &new.due_on, 10)?;
        let due_on: NaiveDate = due_on.parse().map_err(|_| Refusal::unknown("due_on", due_on))?;
        if due_on < self.today() {
            return Err(Refusal::field("due_on", Remedy::InThePast).into());
        }
        let mut tx = self.db.people(actor).await?;
        let review = self.review_held(&mut tx, actor, id).await?;
        if review.state != ReviewState::Open {
            return Err(Refusal::not_now("review", review.state, Verb::ImprovementPromised).into());
        }
        let changes = changed(&mut tx, &new, now).await?;
        let owners = store::reviews::owners(&mut tx, review.event, &actor.scope).await?;
        let owner = owners.into_iter().find(|centre| centre.code == new.owner);
        let owner = owner.ok_or_else(|| Refusal::unknown("owner", new.owner))?;
        let promise = NewPromise {
            review: id,
            owner: owner.id,
            action: &action,
            owner_name: &owner_name,
            due_on,
            at: now,
            changes,
        };
        let improvement = store::improvements::add(&mut tx, promise).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::ImprovementPromised, now);
        let entry =
            entry.on("improvement", improvement.0, Name::typed(action.as_str())).of_event(review.event);
        ledger.log(entry.noted([owner_name.as_str(), " ", due_on.to_string().as_str()].concat()));
        ledger.announce(Topic::Reviews, id.0, [&review.path, &owner.path]);
        if actor.centre.id != owner.id && actor.centre.path.contains(&owner.path) {
            actor.has(Right::IssueOrder)?;
            let sent = Sent {
                id: improvement,
                review: &review,
                action: &action,
                owner: &owner,
                owner_name: &owner_name,
                due_on,
            };
            sent_down(&mut tx, actor, sent, now, &mut ledger).await?;
        }
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(improvement)
    }

    pub(super) async fn improvement_made(&self, actor: &Actor, id: ImprovementId) -> Result<(), Error> {
        actor.has(Right::ReviewEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let found = store::improvements::by_id(&mut tx, id, self.today()).await?;
        let (improvement, review) = found.ok_or(Refusal::NotFound)?;
        centres::within(actor, &improvement.owner)?;
        if improvement.done_at.is_some() {
            return Ok(());
        }
        if improvement.is_ordered() {
            // Its order says when it is made.
            let wanted = Verb::ImprovementDone;
            return Err(Refusal::not_now("improvement", Verb::OrderIssued, wanted).into());
        }
        store::improvements::done(&mut tx, id, now).await?;
        // Who owns the promise need not see the review it came from.
        let event = store::reviews::by_id(&mut tx, review, self.today()).await?.map(|review| review.event);
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::ImprovementDone, now);
        ledger.log(entry.on("improvement", id.0, Name::typed(improvement.action)).of_event(event));
        ledger.announce(Topic::Reviews, review.0, [&improvement.owner.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The review, held until the transaction ends, as it is then.
    async fn review_held(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
        id: ReviewId,
    ) -> Result<Review, Error> {
        store::reviews::locked(&mut *connection, id).await?.ok_or(Refusal::NotFound)?;
        self.review_seen(connection, actor, Right::ReviewEvent, id).await
    }
}

/// What an improvement changes, as it is before.
async fn changed(
    connection: &mut PgConnection,
    new: &NewImprovement,
    now: DateTime<Utc>,
) -> Result<Option<Change>, Error> {
    if new.changes.trim().is_empty() {
        return Ok(None);
    }
    let kind: ChangeKind =
        new.changes.trim().parse().map_err(|_| Refusal::unknown("changes", &new.changes))?;
    let code = required_text("changes_code", &new.changes_code, 80)?;
    let before = store::improvements::before(connection, kind, &code, now).await?;
    let before = before.ok_or_else(|| Refusal::unknown("changes_code", code.as_str()))?;
    Ok(Some(Change { kind, code, before }))
}

/// An improvement on its way down.
struct Sent<'a> {
    id: ImprovementId,
    review: &'a Review,
    action: &'a str,
    owner: &'a CentreTag,
    owner_name: &'a str,
    due_on: NaiveDate,
}

/// Sends an improvement down as an order of the reviewing centre. It stands beside the case, which is closed.
async fn sent_down(
    connection: &mut PgConnection,
    actor: &Actor,
    sent: Sent<'_>,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    let title = Name::typed(sent.action);
    let end = sent.due_on.succ_opt().unwrap_or(sent.due_on);
    let order = NewOrder {
        centre: actor.centre.id,
        shared_with: vec![sent.owner.path.clone()],
        event: None,
        plan: None,
        above: None,
        title: title.clone(),
        note: String::new(),
        level: Level::Blue,
        issued_by: (actor.person, actor.post),
        issued_at: now,
        key: ["improvement-", &sent.id.to_string()].concat(),
        receipts: Receipts::default(),
        cosigned_by: None,
    };
    let added = store::orders::add(&mut *connection, order).await?.ok_or(Refusal::Conflict)?;
    let part = NewPart {
        centre: sent.owner.id,
        plan_step: None,
        action: title.clone(),
        post: Name::typed(sent.owner_name),
        photo: false,
        due_at: city_midnight(end),
    };
    store::assignments::add(&mut *connection, added.id, None, 1, &[part]).await?;
    store::improvements::ordered(connection, sent.id, added.id).await?;
    let entry = Entry::by(actor, Verb::OrderIssued, now).on("order", added.id.0, title);
    ledger.log(entry.of_event(sent.review.event).of_root(added.root).noted(added.number));
    ledger.announce(Topic::Orders, added.id.0, [&actor.centre.path, &sent.owner.path]);
    Ok(())
}

/// What follows for improvements when the parts of an order are verified.
pub(crate) async fn settle_improvements(
    connection: &mut PgConnection,
    actor: &Actor,
    order: OrderId,
    now: DateTime<Utc>,
    ledger: &mut Ledger,
) -> Result<(), Error> {
    for made in store::improvements::settle(connection, order, now).await? {
        let entry = Entry::by(actor, Verb::ImprovementDone, now);
        ledger.log(entry.on("improvement", made.id.0, Name::typed(made.action)));
        ledger.announce(Topic::Reviews, made.review.0, [&made.owner, &actor.centre.path]);
    }
    Ok(())
}
