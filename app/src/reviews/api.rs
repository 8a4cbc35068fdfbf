//! What pages ask about reviews, and what they write.

use domain::pages::Page;
use domain::reviews::{NewImprovement, ReviewDetail, ReviewFilter, ReviewRow};
use domain::{ImprovementId, ReviewId};
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

/// Writes the findings and ends the review.
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
