//! What was asked of whoever let a part turn red: on the board and on the order's page.

use domain::ExplanationId;
use domain::supervision::{ExplanationMove, ExplanationRow, ExplanationState};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::duty::dial;
use crate::parts::{CityTime, DeedForm, ReasonField};
use crate::words::{Text, n, states, t, use_lang};

/// The explanations with what the reader may do; nothing where none was asked.
pub fn explanations_card(rows: &[ExplanationRow], explain: Deed) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::EXPLANATIONS)}</h2><span>{t(w::EXPLANATIONS_HINT)}</span></div>
                <ul class="requests">{rows.iter().map(|row| one(row, explain)).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn chip(state: ExplanationState) -> AnyView {
    let class = match state {
        ExplanationState::Asked => "chip chip-open",
        ExplanationState::Accepted => "chip chip-done",
        ExplanationState::Returned => "chip chip-back",
        ExplanationState::Given | ExplanationState::Waived => "chip",
    };
    view! { <span class=class>{t(states::explanation_state(state))}</span> }.into_any()
}

fn one(row: &ExplanationRow, explain: Deed) -> AnyView {
    let lang = use_lang();
    let who = [n(&row.title), row.holder.clone()].join(" ");
    let asked = w::ASKED_OF.with(lang, &[("who", who.trim())]);
    let given = row.given.clone().map(|(at, who)| {
        let words = w::GIVEN_BY.with(lang, &[("who", &who)]);
        view! { <p class="prose">{row.text.clone()}</p> <p class="quiet">{words} " " <CityTime at=at /></p> }
    });
    let reason = (!row.reason.is_empty())
        .then(|| view! { <p class="reason">{t(w::RETURN_REASON)} ": " {row.reason.clone()}</p> });
    let late = row.late.then(|| view! { <b class="late">"▲ " {t(w::LATE)}</b> });
    view! {
        <li class="request">
            <p>{chip(row.state)} " " <a class="row-title" href=format!("/orders/{}", row.order)>{row.number.clone()} " " {n(&row.action)}</a> " " {late}</p>
            <p class="quiet">{n(&row.recipient.short)} " · " {asked} " " {dial(&row.phone)} " · " {t(w::DUE)} " " <CityTime at=row.due_at /></p>
            {given}
            {reason}
            <div class="request-acts">{row.moves.iter().map(|step| act(row.id, *step, explain)).collect_view()}</div>
        </li>
    }
    .into_any()
}

fn act(id: ExplanationId, step: ExplanationMove, explain: Deed) -> AnyView {
    match step {
        ExplanationMove::Give => worded(id, step, [w::GIVE, w::GIVE_WHAT], explain),
        ExplanationMove::Return => worded(id, step, [w::RETURN, w::RETURN_WHY], explain),
        ExplanationMove::Accept | ExplanationMove::Waive => view! {
            <DeedForm deed=explain>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="step" value=step.as_str() />
                <button class="button primary" type="submit">{t(w::ACCEPT)}</button>
            </DeedForm>
        }
        .into_any(),
    }
}

fn worded(id: ExplanationId, step: ExplanationMove, [open, what]: [Text; 2], explain: Deed) -> AnyView {
    view! {
        <details class="act">
            <summary>{t(open)} "…"</summary>
            <div class="act-body">
                <DeedForm deed=explain>
                    <input type="hidden" name="id" value=id.to_string() />
                    <input type="hidden" name="step" value=step.as_str() />
                    <ReasonField name="text" label=t(what) />
                    <button class="button primary wide" type="submit">{t(open)}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
