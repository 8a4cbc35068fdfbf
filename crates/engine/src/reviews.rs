//! Reviews: opened by rule or by hand, concluded with what was learnt, and with promises of change that have an owner and a day.

mod changing;
mod opening;

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::actors::{Actor, Right};
use domain::names::Name;
use domain::pages::Page;
use domain::reviews::{
    CaseLessons, FindingKind, NewImprovement, ReviewDesk, ReviewDetail, ReviewFilter, ReviewRow, ReviewRule,
};
use domain::time::in_city;
use domain::{EventId, Fault, FindingId, ImprovementId, Refusal, ReviewId};
use store::PgConnection;
use store::pages::{Key, page};
use store::reviews::Review;

use crate::events::search_words;
use crate::{Engine, Error, centres};

pub(crate) use changing::settle_improvements;
pub(crate) use opening::open_by_rule;

#[async_trait]
impl ReviewDesk for Engine {
    async fn reviews(&self, actor: &Actor, filter: ReviewFilter) -> Result<Page<ReviewRow>, Fault> {
        Ok(self.reviews_listed(actor, filter).await?)
    }

    async fn review(&self, actor: &Actor, id: ReviewId) -> Result<ReviewDetail, Fault> {
        Ok(self.review_detail(actor, id).await?)
    }

    async fn review_rules(&self, actor: &Actor) -> Result<Vec<ReviewRule>, Fault> {
        let rules = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::reviews::rules(&mut tx).await?)
        };
        Ok(rules.await?)
    }

    async fn lessons_of(&self, actor: &Actor, event: EventId) -> Result<CaseLessons, Fault> {
        Ok(self.lessons_shown(actor, event).await?)
    }

    async fn open_review(&self, actor: &Actor, event: EventId) -> Result<ReviewId, Fault> {
        Ok(self.review_opened_by_hand(actor, event).await?)
    }

    async fn note_loss(&self, actor: &Actor, event: EventId, loss: String) -> Result<(), Fault> {
        Ok(self.loss_noted(actor, event, &loss).await?)
    }

    async fn find(
        &self,
        actor: &Actor,
        id: ReviewId,
        kind: FindingKind,
        text: String,
    ) -> Result<FindingId, Fault> {
        Ok(self.finding_noted(actor, id, kind, &text).await?)
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
        let Page { rows, next, total, more } = self.reviews_with_lessons(actor, filter).await?;
        Ok(Page { rows: rows.into_iter().map(|(row, _)| row).collect(), next, total, more })
    }

    /// A page of reviews, each with what was learnt.
    pub(crate) async fn reviews_with_lessons(
        &self,
        actor: &Actor,
        filter: ReviewFilter,
    ) -> Result<Page<(ReviewRow, String)>, Error> {
        actor.has(Right::ViewCity)?;
        let (after, search) = (Key::read(filter.after.as_deref())?, search_words(&filter.q)?);
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let (reviews, counted) =
            store::reviews::listed(&mut tx, &centre, filter.all, search.as_deref(), self.today(), after)
                .await?;
        let events: Vec<_> = reviews.iter().map(|review| review.event).collect();
        let events = store::events::rows(&mut tx, &events, self.now()).await?;
        let mut events: HashMap<_, _> = events.into_iter().map(|event| (event.id, event)).collect();
        let rows = reviews.into_iter().filter_map(|review| {
            let event = events.remove(&review.event)?;
            Some((row(&review, event), review.findings))
        });
        Ok(page(rows.collect(), counted, |(row, _): &(ReviewRow, String)| Key::at(row.opened_at, row.id.0)))
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
            found: store::reviews::found(&mut tx, id).await?,
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
        rule: review.rule.clone(),
        opened_by: review.opened_by.clone(),
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
