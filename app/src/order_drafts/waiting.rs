//! Drafts of the reader's own and those that wait for a signature, above the list of orders.

use domain::live::Topic;
use domain::order_drafts::{DraftRow, DraftState};
use leptos::prelude::*;

use super::api::waiting_drafts;
use super::link::for_issuers;
use super::words as w;
use crate::asking::Question;
use crate::live::use_live;
use crate::parts::{CityTime, LevelMark, loaded};
use crate::words::{states::draft_state, t};

/// The card, and the way to write a new order; nothing for whoever may not order.
#[component]
pub fn WaitingDrafts() -> impl IntoView {
    for_issuers(|| {
        let changed = use_live(&[Topic::Orders]);
        loaded(Question::new(move || changed.get(), |_| waiting_drafts()), draw)
    })
}

fn draw(drafts: Vec<DraftRow>) -> AnyView {
    let line = |draft: DraftRow| {
        let title = if draft.title.is_empty() { t(w::UNTITLED).to_owned() } else { draft.title };
        let class = if draft.state == DraftState::AwaitingCosign { "chip chip-back" } else { "chip" };
        view! {
            <li class="saved-line">
                <LevelMark level=draft.level bare=true />
                <a class="row-title" href=format!("/orders/drafts/{}", draft.id)>{title}</a>
                <span class=class>{t(draft_state(draft.state))}</span>
                <span class="quiet">{draft.author} " · " <CityTime at=draft.changed_at /></span>
            </li>
        }
    };
    let some = !drafts.is_empty();
    let lines = drafts.into_iter().map(line).collect_view();
    view! {
        <div class="order-new"><a class="button primary" href="/orders/new">{t(w::NEW)}</a></div>
        {some.then(|| view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::WAITING)}</h2></div>
                <ul>{lines}</ul>
            </section>
        })}
    }
    .into_any()
}
