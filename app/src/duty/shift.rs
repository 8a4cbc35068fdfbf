//! What may be done to a shift: taken out, or swapped with another of the week.

use chrono::{DateTime, Utc};
use domain::ShiftId;
use domain::duty::{Roster, Shift};
use leptos::prelude::*;

use super::page::Doing;
use super::words as w;
use crate::parts::DeedForm;
use crate::words::{moments, t};

/// The changes of a shift that is not over; nothing for who may not manage.
pub(super) fn changes(shift: &Shift, roster: &Roster, doing: Doing, now: DateTime<Utc>) -> Option<AnyView> {
    let id: ShiftId = shift.id;
    (roster.may_manage && shift.span.to > now).then(|| {
        view! {
            <details class="act">
                <summary>{t(w::CHANGE)}</summary>
                <div class="act-body">
                    {swap(shift, roster, doing, now)}
                    <DeedForm deed=doing.remove>
                        <input type="hidden" name="id" value=id.to_string() />
                        <button class="button wide" type="submit">{t(w::REMOVE)}</button>
                    </DeedForm>
                </div>
            </details>
        }
        .into_any()
    })
}

fn swap(shift: &Shift, roster: &Roster, doing: Doing, now: DateTime<Utc>) -> Option<AnyView> {
    let others: Vec<_> = roster
        .shifts
        .iter()
        .filter(|other| {
            other.holder.person != shift.holder.person && other.span.to > now && other.away.is_none()
        })
        .map(|other| {
            let words = format!("{} {}", moments::day_clock(other.span.from), other.holder.name);
            view! { <option value=other.id.to_string()>{words}</option> }
        })
        .collect();
    let id: ShiftId = shift.id;
    (shift.away.is_none() && !others.is_empty()).then(|| {
        view! {
            <DeedForm deed=doing.swap>
                <input type="hidden" name="one" value=id.to_string() />
                <label class="field">
                    <span>{t(w::SWAP)}</span>
                    <select name="other" required>{others}</select>
                </label>
                <button class="button primary wide" type="submit">{t(w::SWAP_DO)}</button>
            </DeedForm>
        }
        .into_any()
    })
}
