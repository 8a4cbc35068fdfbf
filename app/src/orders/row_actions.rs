//! What may be done to each assignment, and to the whole order.

use domain::assignments::{AssignmentMove, AssignmentRow, AssignmentState};
use domain::centres::CentreTag;
use domain::duty::Holder;
use domain::orders::OrderDetail;
use domain::{AssignmentId, OrderId};
use leptos::prelude::*;

use super::detail::Doing;
use super::words as w;
use crate::asking::Deed;
use crate::parts::{DeedForm, ReasonField};
use crate::words::{Text, n, t};

/// The way to the forms of the reader's own; verify, return, issue again, recall, urge: each where it is possible now.
pub(super) fn row_actions(row: &AssignmentRow, detail: &OrderDetail, doing: Doing) -> AnyView {
    let id = row.id;
    let can = |step: AssignmentMove| detail.moves.contains(&(id, step));
    let own = detail.mine.contains(&id);
    let urge = detail.may_urge && row.state.is_owed() && !own;
    let elsewhere = own && row.state.is_owed() && doing.task != Some(id);
    let delegate = detail.may_delegate.contains(&id) && !detail.colleagues.is_empty();
    view! {
        {elsewhere.then(|| work_on(row))}
        {can(AssignmentMove::Approve).then(|| plain(id, AssignmentMove::Approve, w::APPROVE, doing.step))}
        {can(AssignmentMove::Reissue).then(|| plain(id, AssignmentMove::Reissue, w::REISSUE, doing.step))}
        {can(AssignmentMove::Rework).then(|| {
            reasoned(id, AssignmentMove::Rework, [w::REWORK, w::REWORK_WHY, w::REWORK_DO], doing.step)
        })}
        {detail.may_redispatch.contains(&id).then(|| redispatch_form(row, &detail.below, doing))}
        {urge.then(|| urge_form(id, doing.urge))}
        {delegate.then(|| delegate_form(id, &detail.colleagues, doing.delegate))}
        {can(AssignmentMove::Recall).then(|| {
            reasoned(id, AssignmentMove::Recall, [w::RECALL_ONE, w::RECALL_WHY, w::RECALL_ONE], doing.step)
        })}
    }
    .into_any()
}

/// Brings the forms for one of several tasks of the reader's own centre to the head of the page.
fn work_on(row: &AssignmentRow) -> AnyView {
    let href = format!("/orders/{}?task={}#mine", row.order, row.id);
    view! { <a class="button" href=href>{t(w::WORK_ON)}</a> }.into_any()
}

/// A move that needs no words.
pub(super) fn plain(id: AssignmentId, step: AssignmentMove, words: Text, action: Deed) -> AnyView {
    view! {
        <DeedForm deed=action>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="step" value=step.as_str() />
            <button class="button primary" type="submit">{t(words)}</button>
        </DeedForm>
    }
    .into_any()
}

/// A move that needs a reason: the button's, the reason's and the confirmation's words.
pub(super) fn reasoned(
    id: AssignmentId,
    step: AssignmentMove,
    [open, why, go]: [Text; 3],
    action: Deed,
) -> AnyView {
    view! {
        <details class="act">
            <summary>{t(open)}</summary>
            <DeedForm deed=action>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="step" value=step.as_str() />
                <ReasonField label=t(why) />
                <button class="button primary" type="submit">{t(go)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}

/// Gives a part that was sent back, or what is left of one done in part, to another centre.
fn redispatch_form(row: &AssignmentRow, below: &[CentreTag], doing: Doing) -> AnyView {
    let rest = row.state == AssignmentState::Done;
    let words = if rest { w::REDISPATCH_REST } else { w::REDISPATCH };
    let key = doing.key.with_value(|key| format!("{key}-again-{}", row.id));
    let (id, task, recipient) = (row.id.to_string(), n(&row.action), row.recipient.id);
    let option = |centre: &CentreTag| {
        let chosen = rest && centre.id == recipient;
        view! { <option value=centre.code.clone() selected=chosen>{n(&centre.name)}</option> }
    };
    let options = below.iter().map(option).collect_view();
    view! {
        <details class="act">
            <summary>{t(words)}</summary>
            <DeedForm deed=doing.redispatch>
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="key" value=key />
                <label class="field">
                    <span>{t(w::REDISPATCH_TO)}</span>
                    <select name="centre" required>{options}</select>
                </label>
                <label class="field">
                    <span>{t(w::REDISPATCH_ACTION)}</span>
                    <textarea name="action" rows="2" maxlength="200" required>{task}</textarea>
                </label>
                <label class="field">
                    <span>{t(w::DEADLINE_MIN)}</span>
                    <input name="deadline_min" type="number" inputmode="numeric" min="1" max="43200" value="60" required />
                </label>
                <button class="button primary" type="submit">{t(w::REDISPATCH_DO)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}

fn urge_form(id: AssignmentId, action: Deed) -> AnyView {
    view! {
        <details class="act">
            <summary>{t(w::URGE)}</summary>
            <DeedForm deed=action>
                <input type="hidden" name="id" value=id.to_string() />
                <label class="field">
                    <span>{t(w::URGE_NOTE)}</span>
                    <textarea name="note" rows="2" maxlength="500"></textarea>
                </label>
                <button class="button primary" type="submit">{t(w::URGE_DO)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}

/// Hands it to a colleague of the same centre.
fn delegate_form(id: AssignmentId, colleagues: &[Holder], action: Deed) -> AnyView {
    let option = |each: &Holder| {
        let words = format!("{} · {}", each.name, n(&each.title));
        view! { <option value=each.post.to_string()>{words}</option> }
    };
    let options = colleagues.iter().map(option).collect_view();
    view! {
        <details class="act">
            <summary>{t(w::DELEGATE)}</summary>
            <DeedForm deed=action>
                <input type="hidden" name="id" value=id.to_string() />
                <label class="field"><span>{t(w::DELEGATE_TO)}</span><select name="to" required>{options}</select></label>
                <label class="field">
                    <span>{t(w::DELEGATE_NOTE)}</span>
                    <textarea name="note" rows="2" maxlength="500"></textarea>
                </label>
                <button class="button primary" type="submit">{t(w::DELEGATE)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}

/// Takes the whole order back.
pub(super) fn recall_form(id: OrderId, action: Deed) -> AnyView {
    view! {
        <details class="act">
            <summary>{t(w::RECALL)}</summary>
            <DeedForm deed=action>
                <input type="hidden" name="id" value=id.to_string() />
                <ReasonField label=t(w::RECALL_WHY) />
                <button class="button danger" type="submit">{t(w::RECALL_DO)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}
