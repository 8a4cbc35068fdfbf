//! Reviews: concluded with findings, and with promises of change that have an owner and a day.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::live::Topic;
use domain::names::Name;
use domain::pages::Page;
use domain::refusal::required_text;
use domain::reviews::{NewImprovement, ReviewDesk, ReviewDetail, ReviewFilter, ReviewRow, ReviewState};
use domain::time::in_city;
use domain::{Fault, ImprovementId, Refusal, Remedy, ReviewId};
use store::PgConnection;
use store::audit::Entry;
use store::improvements::NewPromise;
use store::pages::{Key, page};
use store::reviews::Review;

use crate::ledger::Ledger;
use crate::{Engine, Error, centres};

#[async_trait]
impl ReviewDesk for Engine {
    async fn reviews(&self, actor: &Actor, filter: ReviewFilter) -> Result<Page<ReviewRow>, Fault> {
        Ok(self.reviews_listed(actor, filter).await?)
    }

    async fn review(&self, actor: &Actor, id: ReviewId) -> Result<ReviewDetail, Fault> {
        Ok(self.review_detail(actor, id).await?)
    }

    async fn conclude(&self, actor: &Actor, id: ReviewId, findings: String) -> Result<(), Fault> {
        Ok(self.review_concluded(actor, id, &findings).await?)
    }

    async fn improve(
        &self,
        actor: &Actor,
        id: ReviewId,
        new: NewImprovement,
    ) -> Result<ImprovementId, Fault> {
        Ok(self.improvement_promised(actor, id, new).await?)
    }

    async fn improved(&self, actor: &Actor, id: ImprovementId) -> Result<(), Fault> {
        Ok(self.improvement_made(actor, id).await?)
    }
}

impl Engine {
    /// Today, by the city's calendar.
    fn today(&self) -> NaiveDate {
        in_city(self.now()).date_naive()
    }

    async fn reviews_listed(&self, actor: &Actor, filter: ReviewFilter) -> Result<Page<ReviewRow>, Error> {
        actor.has(Right::ViewCity)?;
        let after = Key::read(filter.after.as_deref())?;
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let (reviews, counted) =
            store::reviews::listed(&mut tx, &centre, filter.all, self.today(), after).await?;
        let events: Vec<_> = reviews.iter().map(|review| review.event).collect();
        let events = store::events::rows(&mut tx, &events, self.now()).await?;
        let mut events: HashMap<_, _> = events.into_iter().map(|event| (event.id, event)).collect();
        let rows = reviews.into_iter().filter_map(|review| {
            let event = events.remove(&review.event)?;
            Some(row(&review, event))
        });
        Ok(page(rows.collect(), counted, |row: &ReviewRow| Key::at(row.opened_at, row.id.0)))
    }

    async fn review_detail(&self, actor: &Actor, id: ReviewId) -> Result<ReviewDetail, Error> {
        actor.has(Right::ViewCity)?;
        let mut tx = self.db.people(actor).await?;
        let review = self.review_seen(&mut tx, actor, Right::ViewCity, id).await?;
        let event = store::events::rows(&mut tx, &[review.event], self.now()).await?.pop();
        let may_write = actor.has(Right::ReviewEvent).is_ok();
        Ok(ReviewDetail {
            row: row(&review, event.ok_or(Refusal::NotFound)?),
            findings: review.findings,
            minutes: store::reviews::minutes(&mut tx, review.event).await?,
            deviations: store::reviews::deviations(&mut tx, review.event).await?,
            improvements: store::improvements::of_review(&mut tx, id, self.today()).await?,
            timeline: store::audit::of_event(&mut tx, review.event).await?,
            may_write,
            owners: if may_write {
                store::reviews::owners(&mut tx, review.event, &actor.scope).await?
            } else {
                Vec::new()
            },
        })
    }

    async fn review_concluded(&self, actor: &Actor, id: ReviewId, findings: &str) -> Result<(), Error> {
        actor.has(Right::ReviewEvent)?;
        let (now, findings) = (self.now(), required_text("findings", findings, 4000)?);
        let mut tx = self.db.people(actor).await?;
        let review = self.review_seen(&mut tx, actor, Right::ReviewEvent, id).await?;
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

    async fn improvement_promised(
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
        let review = self.review_seen(&mut tx, actor, Right::ReviewEvent, id).await?;
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
        };
        let improvement = store::improvements::add(&mut tx, promise).await?;
        let mut ledger = Ledger::default();
        let entry = Entry::by(actor, Verb::ImprovementPromised, now);
        let entry = entry.on("improvement", improvement.0, Name::typed(action)).of_event(review.event);
        ledger.log(entry.noted([owner_name.as_str(), " ", due_on.to_string().as_str()].concat()));
        ledger.announce(Topic::Reviews, id.0, [&review.path, &owner.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(improvement)
    }

    async fn improvement_made(&self, actor: &Actor, id: ImprovementId) -> Result<(), Error> {
        actor.has(Right::ReviewEvent)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let found = store::improvements::by_id(&mut tx, id, self.today()).await?;
        let (improvement, review) = found.ok_or(Refusal::NotFound)?;
        centres::within(actor, &improvement.owner)?;
        if improvement.done_at.is_some() {
            return Ok(());
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

    async fn review_seen(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
        right: Right,
        id: ReviewId,
    ) -> Result<Review, Error> {
        let review = store::reviews::by_id(connection, id, self.today()).await?.ok_or(Refusal::NotFound)?;
        actor.may(right, &review.path)?;
        Ok(review)
    }
}

fn row(review: &Review, event: domain::events::EventRow) -> ReviewRow {
    ReviewRow {
        id: review.id,
        state: review.state,
        event,
        opened_at: review.opened_at,
        concluded_at: review.concluded_at,
        improvements: review.improvements,
    }
}

async fn title(
    connection: &mut PgConnection,
    review: &Review,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Name, Error> {
    let event = store::events::rows(connection, &[review.event], now).await?.pop();
    Ok(event.map(|event| event.title).unwrap_or_default())
}
