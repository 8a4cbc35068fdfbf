//! What must change: promised with an owner and a day, marked when made.

use domain::reviews::{Improvement, ReviewDetail};
use domain::{ImprovementId, ReviewId};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm};
use crate::words::{n, t};

/// The card with the list, and the form for one more.
pub(super) fn improvements(detail: &ReviewDetail, promise: Deed, made: Deed) -> AnyView {
    let may_write = detail.may_write;
    let rows = detail.improvements.iter().map(|each| row(each, may_write, made)).collect_view();
    let empty = detail.improvements.is_empty();
    let form = may_write.then(|| promise_form(detail, promise));
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
    let button = (may_write && improvement.done_at.is_none()).then(|| {
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
            </div>
            <span class="improvement-state">{state}</span>
            {button}
        </li>
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
                <button class="button primary" type="submit">{t(w::ADD)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}
