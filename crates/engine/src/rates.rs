//! Evaluation: rates counted as cases move, centres side by side, the cases behind each figure, and closed months.

mod appeals;
mod counting;
mod pages;

use async_trait::async_trait;
use chrono::Months;
use domain::actors::{Actor, Right};
use domain::names::Lang;
use domain::pages::Page;
use domain::rates::{
    AppealMove, AppealRow, AppealState, CountedCases, CountedFilter, Definition, Evaluation,
    EvaluationFilter, NewAppeal, RateDesk, Span, closes_on,
};
use domain::time::{city_midnight, in_city};
use domain::{AppealId, Fault};

use crate::{Engine, Error};

pub(crate) use counting::count;

/// Deltas that one transaction folds.
const BATCH: i64 = 2000;
/// How many months back a month that was never closed is still closed.
const MONTHS_BACK: u32 = 12;

#[async_trait]
impl RateDesk for Engine {
    async fn definitions(&self, actor: &Actor) -> Result<Vec<Definition>, Fault> {
        let all = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::rates::definitions(&mut tx, false).await?)
        };
        Ok(all.await?)
    }

    async fn evaluation(&self, actor: &Actor, filter: EvaluationFilter) -> Result<Evaluation, Fault> {
        Ok(self.evaluated(actor, filter).await?)
    }

    async fn evaluation_file(
        &self,
        actor: &Actor,
        filter: EvaluationFilter,
        lang: Lang,
    ) -> Result<String, Fault> {
        Ok(self.evaluation_written(actor, filter, lang).await?)
    }

    async fn counted(&self, actor: &Actor, filter: CountedFilter) -> Result<CountedCases, Fault> {
        Ok(self.cases_counted(actor, filter).await?)
    }

    async fn appeals(&self, actor: &Actor, after: Option<String>) -> Result<Page<AppealRow>, Fault> {
        Ok(self.appeals_listed(actor, after).await?)
    }

    async fn appeal(&self, actor: &Actor, new: NewAppeal) -> Result<AppealId, Fault> {
        Ok(self.appeal_filed(actor, new).await?)
    }

    async fn decide_appeal(
        &self,
        actor: &Actor,
        id: AppealId,
        step: AppealMove,
        answer: String,
    ) -> Result<AppealState, Fault> {
        Ok(self.appeal_decided(actor, id, step, &answer).await?)
    }
}

impl Engine {
    /// Folds what was counted into the sums, until nothing is left; says how many.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn fold_rates(&self) -> Result<i64, Error> {
        let mut folded = 0;
        loop {
            let mut tx = self.db.tick().await?;
            let taken = store::rates::fold(&mut tx, BATCH).await?;
            tx.commit().await?;
            folded += taken;
            if taken < BATCH {
                return Ok(folded);
            }
        }
    }

    /// Closes the months whose third working day after their end has passed: from then on their figures change only as
    /// revisions. Says how many.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn close_rates(&self) -> Result<usize, Error> {
        // What was counted until now belongs in what is published.
        self.fold_rates().await?;
        let now = self.now();
        let today = in_city(now).date_naive();
        let until = Span::month_of(today).first();
        let from = until.checked_sub_months(Months::new(MONTHS_BACK)).unwrap_or(until);
        let mut tx = self.db.tick().await?;
        let calendar = store::calendar::since(&mut tx, city_midnight(from)).await?;
        let open = store::rates::months_open(&mut tx, from, until).await?;
        let due: Vec<_> = open.into_iter().filter(|month| closes_on(*month, &calendar) < today).collect();
        for month in &due {
            store::rates::close_month(&mut tx, *month, now).await?;
        }
        tx.commit().await?;
        Ok(due.len())
    }
}
