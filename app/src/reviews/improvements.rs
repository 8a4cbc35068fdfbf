//! What must change: promised with an owner and a day, marked when made.

use domain::reviews::{Change, ChangeKind, Improvement, ReviewDetail, ReviewState};
use domain::{ImprovementId, ReviewId};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm};
use crate::words::{n, t, use_lang};

/// The card with the list, and the form for one more.
pub(super) fn improvements(detail: &ReviewDetail, promise: Deed, made: Deed) -> AnyView {
    let may_write = detail.may_write;
    let rows = detail.improvements.iter().map(|each| row(each, may_write, made)).collect_view();
    let empty = detail.improvements.is_empty();
    let open = detail.row.state == ReviewState::Open;
    let form = (may_write && open).then(|| promise_form(detail, promise));
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::IMPROVEMENTS)}</h2></div>
            {empty.then(|| view! { <p class="quiet">{t(w::NO_IMPROVEMENTS)}</p> })}
            <ul class="improvements">{rows}</ul>
            {form}
        </section>
    }
    .into_any()
}

fn row(improvement: &Improvement, may_write: bool, made: Deed) -> AnyView {
    let id: ImprovementId = improvement.id;
    let state = match improvement.done_at {
        Some(at) => view! { <span class="good">"✓ " {t(w::DONE)} " " <CityTime at=at /></span> }.into_any(),
        None if improvement.late => view! { <b class="late">"◆ " {t(w::LATE)}</b> }.into_any(),
        None => view! { <span class="quiet">{t(w::RUNNING)}</span> }.into_any(),
    };
    let ordered = improvement.order.as_ref().map(|(id, number, percent, _)| {
        let percent = percent.to_string();
        let words = w::SENT_AS.with(use_lang(), &[("number", number), ("percent", &percent)]);
        view! { <p><a href=format!("/orders/{id}")>{words}</a></p> }
    });
    let changes = improvement.changes.as_ref().map(changed);
    let by_hand = may_write && improvement.done_at.is_none() && !improvement.is_ordered();
    let button = by_hand.then(|| {
        view! {
            <DeedForm deed=made>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="button" type="submit">{t(w::MARK_DONE)}</button>
            </DeedForm>
        }
    });
    view! {
        <li>
            <div>
                <b>{improvement.action.clone()}</b>
                <p class="quiet">
                    {n(&improvement.owner.name)}
                    " · "
                    {improvement.owner_name.clone()}
                    " · "
                    {t(w::DUE_ON)}
                    " "
                    {improvement.due_on.to_string()}
                </p>
                {ordered}
                {changes}
            </div>
            <span class="improvement-state">{state}</span>
            {button}
        </li>
    }
    .into_any()
}

/// What it changes, with how that was before.
fn changed(change: &Change) -> AnyView {
    let href = match change.kind {
        ChangeKind::Plan => Some("/plans"),
        ChangeKind::Indicator | ChangeKind::Responsibility => None,
    };
    let code = change.code.clone();
    let named = match href {
        Some(href) => view! { <a href=href>{code}</a> }.into_any(),
        None => code.into_any(),
    };
    let before = w::BEFORE.with(use_lang(), &[("before", &change.before)]);
    view! { <p class="quiet">{t(w::CHANGED)} " " {t(w::change_kind(change.kind))} " " {named} " · " {before}</p> }
        .into_any()
}

/// What an improvement changes, to choose from.
fn change_fields() -> AnyView {
    let choice =
        |kind: &ChangeKind| view! { <option value=kind.as_str()>{t(w::change_kind(*kind))}</option> };
    view! {
        <label class="field">
            <span>{t(w::CHANGES)}</span>
            <select name="new[changes]">
                <option value="">{t(w::CHANGES_NOTHING)}</option>
                {ChangeKind::ALL.iter().map(choice).collect_view()}
            </select>
        </label>
        <label class="field">
            <span>{t(w::CHANGES_CODE)}</span>
            <input name="new[changes_code]" maxlength="80" autocomplete="off" />
        </label>
    }
    .into_any()
}

fn promise_form(detail: &ReviewDetail, promise: Deed) -> AnyView {
    let id: ReviewId = detail.row.id;
    let owners = detail
        .owners
        .iter()
        .map(|owner| view! { <option value=owner.code.clone()>{n(&owner.name)}</option> });
    let owners = owners.collect_view();
    view! {
        <details class="grow">
            <summary class="button">{t(w::ADD)}</summary>
            <DeedForm deed=promise>
                <input type="hidden" name="id" value=id.to_string() />
                <label class="field">
                    <span>{t(w::WHAT)}</span>
                    <textarea name="new[action]" rows="2" maxlength="200" required></textarea>
                </label>
                <label class="field">
                    <span>{t(w::OWNER)}</span>
                    <select name="new[owner]" required>{owners}</select>
                </label>
                <label class="field">
                    <span>{t(w::OWNER_NAME)}</span>
                    <input name="new[owner_name]" maxlength="40" required autocomplete="off" />
                </label>
                <label class="field">
                    <span>{t(w::DUE_ON)}</span>
                    <input name="new[due_on]" type="date" required />
                </label>
                {change_fields()}
                <button class="button primary" type="submit">{t(w::ADD)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}
