//! `/reviews/:id`: the timeline, plan against actual, findings, and what must change.

use domain::ReviewId;
use domain::live::Topic;
use domain::reviews::{ReviewDetail, ReviewState};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::{ConcludeReview, ImprovementMade, NoteFinding, PromiseImprovement, one_review};
use super::findings::found;
use super::improvements::improvements;
use super::measures::{deviations, stages};
use super::rules::opened_by;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{DeedForm, DeedTrouble, LevelMark, TimelineList, loaded};
use crate::words::{n, states, t};

/// What the page can do to a review.
#[derive(Clone, Copy)]
struct Writing {
    find: Deed,
    conclude: Deed,
    promise: Deed,
    made: Deed,
}

/// The page.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let (params, changed) = (use_params_map(), use_live(&[Topic::Reviews]));
    let id = Memo::new(move |_| ReviewId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let writing = Writing {
        find: Deed::of::<NoteFinding>(),
        conclude: Deed::of::<ConcludeReview>(),
        promise: Deed::of::<PromiseImprovement>(),
        made: Deed::of::<ImprovementMade>(),
    };
    let written = move || {
        let Writing { find, conclude, promise, made } = writing;
        find.times() + conclude.times() + promise.times() + made.times()
    };
    let review = Question::new(move || (id.get(), changed.get(), written()), |(id, _, _)| one_review(id));
    view! {
        <div class="troubles">
            <DeedTrouble deed=writing.find />
            <DeedTrouble deed=writing.conclude />
            <DeedTrouble deed=writing.promise />
            <DeedTrouble deed=writing.made />
        </div>
        {loaded(review, move |review| draw(review, writing))}
    }
}

fn draw(review: ReviewDetail, writing: Writing) -> AnyView {
    let title = format!("{} {}", t(w::REVIEW), review.row.event.number);
    let (state, event) = (review.row.state, &review.row.event);
    let head = view! {
        <p class="way">
            <a href="/reviews">{t(w::TITLE)}</a>
            " › "
            <a href=format!("/events/{}", event.id)>{event.number.clone()}</a>
            " · "
            {n(&event.centre.name)}
        </p>
        <h1>{n(&event.title)}</h1>
        <LevelMark level=event.level />
        <span class="tag">{t(states::review_state(state))}</span>
        <span class="quiet">{t(w::OPENED_BY)} " " {opened_by(&review.row)}</span>
    };
    view! {
        <Title text=title />
        <div class="page-head">{head}</div>
        <div class="columns">
            <div>
                {stages(review.minutes)}
                {deviations(&review.deviations)}
                {found(&review, writing.find)}
                {improvements(&review, writing.promise, writing.made)}
                {lessons(&review, writing.conclude)}
            </div>
            <aside>
                <section class="card">
                    <div class="card-head"><h2>{t(w::TIMELINE)}</h2><span>{t(w::FROM_AUDIT)}</span></div>
                    <TimelineList entries=review.timeline />
                </section>
            </aside>
        </div>
    }
    .into_any()
}

/// What was learnt; the form while the review is open and the reader may write in it.
fn lessons(review: &ReviewDetail, conclude: Deed) -> AnyView {
    let (id, text) = (review.row.id, review.findings.clone());
    let body = if review.may_write && review.row.state == ReviewState::Open {
        view! {
            <DeedForm deed=conclude>
                <input type="hidden" name="id" value=id.to_string() />
                <label class="field">
                    <span>{t(w::LESSONS_HINT)}</span>
                    <textarea name="findings" rows="4" maxlength="4000" required></textarea>
                </label>
                <button class="button primary" type="submit">{t(w::CONCLUDE)}</button>
            </DeedForm>
        }
        .into_any()
    } else if text.is_empty() {
        view! { <p class="quiet">{t(w::NO_LESSONS)}</p> }.into_any()
    } else {
        view! { <p class="findings">{text}</p> }.into_any()
    };
    view! {
        <section class="card findings-card">
            <div class="card-head"><h2>{t(w::LESSONS)}</h2></div>
            {body}
        </section>
    }
    .into_any()
}
