//! What pages ask about reviews, and what they write.

use domain::pages::Page;
use domain::reviews::{
    CaseLessons, FindingKind, NewImprovement, ReviewDetail, ReviewFilter, ReviewRow, ReviewRule,
};
use domain::{EventId, ImprovementId, ReviewId};
use leptos::prelude::*;

use crate::asking::{Get, Trouble};

/// Reviews of a centre.
#[server(prefix = "/api", endpoint = "reviews/list", protocol = Get)]
pub async fn list_reviews(filter: ReviewFilter) -> Result<Page<ReviewRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.reviews(&actor, filter).await)
}

/// One review.
#[server(prefix = "/api", endpoint = "reviews/one", protocol = Get)]
pub async fn one_review(id: ReviewId) -> Result<ReviewDetail, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.review(&actor, id).await)
}

/// The rules that open reviews.
#[server(prefix = "/api", endpoint = "reviews/rules", protocol = Get)]
pub async fn review_rules() -> Result<Vec<ReviewRule>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.review_rules(&actor).await)
}

/// What reviews say on a case's page.
#[server(prefix = "/api", endpoint = "reviews/of-event", protocol = Get)]
pub async fn lessons_of_event(event: EventId) -> Result<CaseLessons, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.lessons_of(&actor, event).await)
}

/// Opens a review of a closed case by hand, and leads to it.
#[server(prefix = "/api", endpoint = "reviews/open")]
pub async fn open_review(event: EventId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    let id = crate::asking::answer(desks.reviews.open_review(&actor, event).await)?;
    crate::asking::send_on(&format!("/reviews/{id}"));
    Ok(())
}

/// Notes what was lost in a case.
#[server(prefix = "/api", endpoint = "reviews/loss")]
pub async fn note_loss(event: EventId, loss: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.note_loss(&actor, event, loss).await)
}

/// Adds a finding.
#[server(prefix = "/api", endpoint = "reviews/find")]
pub async fn note_finding(id: ReviewId, kind: FindingKind, text: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.find(&actor, id, kind, text).await).map(|_| ())
}

/// Writes what was learnt and ends the review.
#[server(prefix = "/api", endpoint = "reviews/conclude")]
pub async fn conclude_review(id: ReviewId, findings: String) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.conclude(&actor, id, findings).await)
}

/// Promises a change.
#[server(prefix = "/api", endpoint = "reviews/improve")]
pub async fn promise_improvement(id: ReviewId, new: NewImprovement) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.improve(&actor, id, new).await).map(|_| ())
}

/// Marks a change as made.
#[server(prefix = "/api", endpoint = "reviews/improved")]
pub async fn improvement_made(id: ImprovementId) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.reviews.improved(&actor, id).await)
}
