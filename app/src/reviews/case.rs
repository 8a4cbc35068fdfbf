//! What reviews say on a case's page: lessons of like cases, what was lost, and opening a review by hand.

use domain::EventId;
use domain::reviews::{CaseLessons, Lesson};
use leptos::prelude::*;

use super::api::{NoteLoss, OpenReview};
use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm, DeedTrouble, ReasonField};
use crate::words::{n, t};

/// What a case's page can do here.
#[derive(Clone, Copy)]
pub struct Cares {
    loss: Deed,
    open: Deed,
}

impl Cares {
    /// Make them at the top of the page.
    #[must_use]
    pub fn new() -> Self {
        Self { loss: Deed::of::<NoteLoss>(), open: Deed::of::<OpenReview>() }
    }

    /// Grows with each thing done.
    #[must_use]
    pub fn times(self) -> usize {
        self.loss.times() + self.open.times()
    }

    /// What went wrong.
    #[must_use]
    pub fn troubles(self) -> AnyView {
        view! { <DeedTrouble deed=self.loss /> <DeedTrouble deed=self.open /> }.into_any()
    }
}

/// The cards; nothing where there is nothing to say or do.
pub fn case_cards(event: EventId, shown: &CaseLessons, cares: Cares) -> AnyView {
    let lessons = (!shown.lessons.is_empty()).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::LIKE_CASES)}</h2></div>
                <ul class="review-findings">{shown.lessons.iter().map(lesson).collect_view()}</ul>
            </section>
        }
    });
    let loss = (!shown.loss.is_empty() || shown.may_note_loss || shown.may_open).then(|| {
        let open = shown.may_open.then(|| open_form(event.to_string(), cares.open));
        let note = shown.may_note_loss.then(|| loss_form(event.to_string(), cares.loss));
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::LOSS)}</h2></div>
                <p class="prose">{shown.loss.clone()}</p>
                <div class="request-acts">{note} {open}</div>
            </section>
        }
    });
    view! { {lessons} {loss} }.into_any()
}

fn lesson(lesson: &Lesson) -> AnyView {
    view! {
        <li>
            <a class="row-title" href=format!("/reviews/{}", lesson.review)>{n(&lesson.title)}</a>
            <p class="prose">{lesson.lesson.clone()}</p>
            <small class="row-sub"><CityTime at=lesson.concluded_at /></small>
        </li>
    }
    .into_any()
}

fn open_form(event: String, open: Deed) -> AnyView {
    view! {
        <DeedForm deed=open>
            <input type="hidden" name="event" value=event />
            <button class="button" type="submit">{t(w::OPEN_BY_HAND)}</button>
        </DeedForm>
    }
    .into_any()
}

fn loss_form(event: String, loss: Deed) -> AnyView {
    view! {
        <details class="act">
            <summary>{t(w::NOTE_LOSS)} "…"</summary>
            <div class="act-body">
                <DeedForm deed=loss>
                    <input type="hidden" name="event" value=event />
                    <ReasonField name="loss" label=t(w::WHAT_LOSS).to_owned() />
                    <button class="button primary wide" type="submit">{t(w::NOTE_LOSS)}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
