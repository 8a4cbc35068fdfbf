//! Deciding: a request with what the reader may do with it.

use domain::ApprovalId;
use domain::approvals::{ApprovalKind, ApprovalMove, ApprovalRow, ApprovalState};
use domain::centres::CentreTag;
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm, ReasonField};
use crate::words::states::{approval_kind, approval_move, approval_state};
use crate::words::{n, t, use_lang};

fn state_chip(state: ApprovalState) -> AnyView {
    let class = match state {
        ApprovalState::Asked => "chip chip-open",
        ApprovalState::Granted => "chip chip-done",
        ApprovalState::Refused => "chip chip-back",
        ApprovalState::Withdrawn => "chip",
    };
    view! { <span class=class>{t(approval_state(state))}</span> }.into_any()
}

/// A request: what is asked, by whom, what became of it. `named` says of which case.
pub(super) fn request(row: &ApprovalRow, named: bool, takers: &[CentreTag], act: Deed) -> AnyView {
    let lang = use_lang();
    let case = named.then(|| {
        view! { <a class="row-title" href=format!("/events/{}", row.event)>{n(&row.title)}</a> }
    });
    let minutes = row.minutes.map(|minutes| w::N_MINUTES.with(lang, &[("n", &minutes.to_string())]));
    let reason = if row.kind.is_asked() { row.reason.clone() } else { t(w::TWICE_REFUSED).to_owned() };
    let taker = row.taker.as_ref();
    let taker = taker.map(|centre| w::TAKEN_BY.with(lang, &[("centre", &n(&centre.name))]));
    let answer = [taker.unwrap_or_default(), row.answer.clone()];
    let answer = answer.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let decided = row.decided_at.map(|at| {
        view! { <p class="quiet">{n(&row.decider.short)} " · " {row.decided_by.clone()} " " <CityTime at=at /></p> }
    });
    view! {
        <li class="request">
            <p>{state_chip(row.state)} " " <b>{t(approval_kind(row.kind))}</b> " " {minutes} " " {case}</p>
            <p class="prose">{reason}</p>
            <p class="quiet">
                {n(&row.centre.short)} " → " {n(&row.decider.short)} " · " {row.asked_by.clone()} " "
                <CityTime at=row.asked_at />
            </p>
            {(!answer.is_empty()).then(|| view! { <p class="prose request-answer">{answer}</p> })}
            {decided}
            <div class="request-acts">{acts(row, takers, act)}</div>
        </li>
    }
    .into_any()
}

fn acts(row: &ApprovalRow, takers: &[CentreTag], act: Deed) -> Vec<AnyView> {
    let arbitration = row.kind == ApprovalKind::Arbitration;
    let button = |step: &ApprovalMove| match step {
        ApprovalMove::Grant if arbitration && takers.is_empty() => None,
        ApprovalMove::Grant if arbitration => Some(arbitrate(row.id, takers, act)),
        ApprovalMove::Refuse => Some(refuse(row.id, act)),
        step => Some(plain(row.id, *step, act)),
    };
    row.moves.iter().filter_map(button).collect()
}

fn plain(id: ApprovalId, step: ApprovalMove, act: Deed) -> AnyView {
    let class = if step == ApprovalMove::Grant { "button primary" } else { "button" };
    view! {
        <DeedForm deed=act>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="decision[step]" value=step.as_str() />
            <button class=class type="submit">{t(approval_move(step))}</button>
        </DeedForm>
    }
    .into_any()
}

fn refuse(id: ApprovalId, act: Deed) -> AnyView {
    let words = t(approval_move(ApprovalMove::Refuse));
    view! {
        <details class="act">
            <summary>{words} "…"</summary>
            <div class="act-body">
                <DeedForm deed=act>
                    <input type="hidden" name="id" value=id.to_string() />
                    <input type="hidden" name="decision[step]" value=ApprovalMove::Refuse.as_str() />
                    <ReasonField name="decision[reason]" label=t(w::ANSWER_WHY) />
                    <button class="button primary wide" type="submit">{words}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}

fn arbitrate(id: ApprovalId, takers: &[CentreTag], act: Deed) -> AnyView {
    let taker = |centre: &CentreTag| view! { <option value=centre.code.clone()>{n(&centre.name)}</option> };
    let choices = takers.iter().map(taker).collect_view();
    view! {
        <details class="act">
            <summary>{t(w::ARBITRATE)} "…"</summary>
            <div class="act-body">
                <DeedForm deed=act>
                    <input type="hidden" name="id" value=id.to_string() />
                    <input type="hidden" name="decision[step]" value=ApprovalMove::Grant.as_str() />
                    <label class="field">
                        <span>{t(w::TAKER)}</span>
                        <select name="decision[taker]" required>
                            <option value="">{t(w::CHOOSE)}</option>
                            {choices}
                        </select>
                    </label>
                    <ReasonField name="decision[reason]" label=t(w::ARBITRATE_WHY) />
                    <button class="button primary wide" type="submit">{t(w::ARBITRATE)}</button>
                    <p class="quiet">{t(w::BINDING)}</p>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
