//! The hand-over: what the shift before left, and the form for the next.

use domain::HandOverId;
use domain::duty::{HandOver, Roster};
use leptos::prelude::*;

use super::page::Doing;
use super::words as w;
use crate::parts::{CityTime, DeedForm};
use crate::words::t;

/// The card with the notes that wait, and the form.
pub(super) fn hand_over_card(roster: &Roster, doing: Doing) -> AnyView {
    let may = roster.may_hand_over;
    let notes = roster.hand_overs.iter().map(|note| waiting(note, may, doing)).collect_view();
    let empty = roster.hand_overs.is_empty().then(|| view! { <p class="quiet">{t(w::NO_HAND_OVER)}</p> });
    let form = may.then(|| form(&roster.head.centre.code, doing));
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::HAND_OVER)}</h2></div>
            {empty}
            <ul class="hand-overs">{notes}</ul>
            {form}
        </section>
    }
    .into_any()
}

fn waiting(note: &HandOver, may: bool, doing: Doing) -> AnyView {
    let id: HandOverId = note.id;
    let take = (may && !note.own).then(|| {
        view! {
            <DeedForm deed=doing.take_over>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="button" type="submit">{t(w::TAKE_OVER)}</button>
            </DeedForm>
        }
    });
    view! {
        <li>
            <p class="prose">{note.note.clone()}</p>
            <p class="quiet">{note.who.clone()} " " <CityTime at=note.at /></p>
            {take}
        </li>
    }
    .into_any()
}

fn form(centre: &str, doing: Doing) -> AnyView {
    let centre = centre.to_owned();
    view! {
        <details class="grow">
            <summary class="button">{t(w::HAND_OVER_DO)}</summary>
            <DeedForm deed=doing.hand_over>
                <input type="hidden" name="centre" value=centre />
                <label class="field">
                    <span>{t(w::HAND_OVER_NOTE)}</span>
                    <textarea name="note" rows="3" maxlength="2000" required></textarea>
                </label>
                <button class="button primary" type="submit">{t(w::HAND_OVER_DO)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}
