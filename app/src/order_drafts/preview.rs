//! `/orders/drafts/:id`: what would be sent to whom, and the click. Works without WASM.

use domain::OrderDraftId;
use domain::live::Topic;
use domain::order_drafts::{DraftDetail, DraftState};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{AttachFiles, one_draft};
use super::preview_acts::{Acts, acts, files};
use super::preview_recipients::recipients;
use super::words as w;
use crate::asking::{Question, Trouble};
use crate::live::use_live;
use crate::parts::{CityTime, LevelMark, TroubleNote, form_trouble, loaded};
use crate::words::states::draft_state;
use crate::words::{n, t, use_lang};

/// The page.
#[component]
pub fn DraftPage() -> impl IntoView {
    let (params, query, changed) = (use_params_map(), use_query_map(), use_live(&[Topic::Orders]));
    let id = move || OrderDraftId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0));
    let asked = Memo::new(move |_| (id(), query.get().get("after").filter(|key| !key.is_empty())));
    let acting = Acts::new();
    let draft = Question::new(
        move || (asked.get(), changed.get(), acting.done()),
        |((id, after), ..)| one_draft(id, after),
    );
    view! {
        <Title text=t(w::PREVIEW) />
        <div class="troubles">{acting.troubles()} {form_trouble::<AttachFiles>()}</div>
        {loaded(draft, move |draft| draw(draft, acting))}
    }
}

fn draw(draft: DraftDetail, acting: Acts) -> AnyView {
    let title = draft.row.title.clone();
    let edit = (draft.row.mine && draft.row.state == DraftState::Open).then(
        || view! { <a class="button" href=format!("/orders/new?draft={}", draft.row.id)>{t(w::EDIT)}</a> },
    );
    view! {
        <div class="page-head">
            <p class="way"><a href="/orders">{t(w::ORDERS)}</a> " › " {t(w::PREVIEW)}</p>
            <h1>{if title.is_empty() { t(w::UNTITLED).to_owned() } else { title }}</h1>
            <LevelMark level=draft.row.level />
            <span class="chip chip-open">{t(draft_state(draft.row.state))}</span>
            <div class="actions">{edit}</div>
        </div>
        <div class="columns">
            <div>
                {draft.trouble.clone().map(|refusal| view! { <TroubleNote trouble=Trouble::from(refusal) /> })}
                {acts(&draft, acting)}
                {recipients(&draft)}
            </div>
            <aside>{letter(&draft)} {files(&draft)}</aside>
        </div>
    }
    .into_any()
}

fn letter(draft: &DraftDetail) -> AnyView {
    let (letter, row) = (&draft.spec.letter, &draft.row);
    let asked = &letter.receipts;
    let mut wanted = Vec::new();
    for (asked, words) in [
        (asked.text, w::RECEIPT_TEXT),
        (asked.photo, w::RECEIPT_PHOTO),
        (asked.file, w::RECEIPT_FILE),
        (asked.signature, w::RECEIPT_SIGNATURE),
    ] {
        if asked {
            wanted.push(t(words).to_owned());
        }
    }
    wanted.extend(Some(asked.unit.clone()).filter(|unit| !unit.is_empty()));
    let wanted = if asked.is_none() { t(w::NO_RECEIPTS).to_owned() } else { wanted.join(" · ") };
    let event = draft.event.as_ref().map(|event| {
        view! { <dt>{t(w::EVENT)}</dt><dd><a href=format!("/events/{}", event.id)>{n(&event.title)}</a></dd> }
    });
    let plan = draft.plan.as_ref().map(|plan| {
        let left_out = draft.spec.left_out.len();
        let left_out = (left_out > 0).then(|| w::STEPS_LEFT_OUT.with(use_lang(), &[("n", &left_out.to_string())]));
        view! { <dt>{t(w::PLAN)}</dt><dd><a href=format!("/plans/{}", plan.id)>{n(&plan.name)}</a> " " {left_out}</dd> }
    });
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::LETTER)}</h2></div>
            <p class="draft-text">{letter.text.clone()}</p>
            <dl class="facts">
                <dt>{t(w::DUE)}</dt><dd><CityTime at=draft.due_at /></dd>
                <dt>{t(w::RECEIPTS)}</dt><dd>{wanted}</dd>
                {event}
                {plan}
                <dt>{t(w::AUTHOR)}</dt><dd>{row.author.clone()}</dd>
                <dt>{t(w::CHANGED)}</dt><dd><CityTime at=row.changed_at /></dd>
            </dl>
        </section>
    }
    .into_any()
}
