//! What pages ask about rates, and what they do about them.

use domain::AppealId;
use domain::pages::Page;
use domain::rates::{
    AppealMove, AppealRow, CountedCases, CountedFilter, Definition, Evaluation, EvaluationFilter, NewAppeal,
};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// Centres side by side.
#[server(prefix = "/api", endpoint = "rates/evaluation", protocol = Get)]
pub async fn evaluation_of(filter: EvaluationFilter) -> Result<Evaluation, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.rates.evaluation(&actor, filter).await)
}

/// The cases behind a figure.
#[server(prefix = "/api", endpoint = "rates/cases", protocol = Get)]
pub async fn list_counted(filter: CountedFilter) -> Result<CountedCases, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.rates.counted(&actor, filter).await)
}

/// What the rates mean.
#[server(prefix = "/api", endpoint = "rates/definitions", protocol = Get)]
pub async fn rate_definitions() -> Result<Vec<Definition>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.rates.definitions(&actor).await)
}

/// Appeals that wait for the reader's centre, or that it made.
#[server(prefix = "/api", endpoint = "rates/appeals", protocol = Get)]
pub async fn list_appeals(after: Option<String>) -> Result<Page<AppealRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.rates.appeals(&actor, after).await)
}

/// Files an appeal.
#[server(prefix = "/api", endpoint = "rates/appeal")]
pub async fn file_appeal(new: NewAppeal) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.rates.appeal(&actor, new).await).map(|_| ())
}

/// Grants, refuses or withdraws an appeal.
#[server(prefix = "/api", endpoint = "rates/decide")]
pub async fn decide_appeal(
    id: AppealId,
    step: AppealMove,
    #[server(default)] answer: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.rates.decide_appeal(&actor, id, step, answer).await).map(|_| ())
}
