//! What an order says: its files, what must come back, and what it said before it was corrected.

use domain::order_drafts::DeadlineKind;
use domain::orders::{OrderDetail, Revision};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::order_drafts::{deadline_fields, words as d};
use crate::parts::{CityTime, DeedForm};
use crate::words::t;

/// The card; none for an order that says no more than its title.
pub(super) fn letter_card(detail: &OrderDetail) -> Option<AnyView> {
    let asked = &detail.receipts;
    let mut wanted: Vec<String> = [
        (asked.text, d::RECEIPT_TEXT),
        (asked.photo, d::RECEIPT_PHOTO),
        (asked.file, d::RECEIPT_FILE),
        (asked.signature, d::RECEIPT_SIGNATURE),
    ]
    .into_iter()
    .filter(|(asked, _)| *asked)
    .map(|(_, words)| t(words).to_owned())
    .collect();
    wanted.extend(Some(asked.unit.clone()).filter(|unit| !unit.is_empty()));
    if wanted.is_empty()
        && detail.files.is_empty()
        && detail.revisions.is_empty()
        && detail.cosigned_by.is_none()
    {
        return None;
    }
    let file = |(id, name): &(domain::AttachmentId, String)| {
        view! { <li><a href=format!("/attachments/{id}") rel="external">{name.clone()}</a></li> }
    };
    let files = detail.files.iter().map(file).collect_view();
    let some_files = !detail.files.is_empty();
    let card = view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::LETTER)}</h2></div>
            <dl class="facts">
                {(!wanted.is_empty()).then(|| view! { <dt>{t(d::RECEIPTS)}</dt><dd>{wanted.join(" · ")}</dd> })}
                {detail.cosigned_by.clone().map(|who| view! { <dt>{t(w::COSIGNED)}</dt><dd>{who}</dd> })}
                {some_files.then(|| view! { <dt>{t(d::FILES)}</dt><dd><ul>{files}</ul></dd> })}
            </dl>
            {detail.revisions.iter().map(revision).collect_view()}
        </section>
    };
    Some(card.into_any())
}

fn revision(old: &Revision) -> AnyView {
    view! {
        <details class="revision">
            <summary>{t(w::CORRECTED)} " " <CityTime at=old.at /> " · " {old.who.clone()}</summary>
            <p class="quiet">{t(w::SAID_BEFORE)} " " {t(w::DUE)} " " <CityTime at=old.due_at /></p>
            <p class="draft-text">{old.note.clone()}</p>
        </details>
    }
    .into_any()
}

/// The issuer corrects what it says.
pub(super) fn correct_form(detail: &OrderDetail, action: Deed) -> AnyView {
    let (id, text) = (detail.row.id.to_string(), detail.note.clone());
    view! {
        <details class="act">
            <summary>{t(w::CORRECT)}</summary>
            <DeedForm deed=action>
                <input type="hidden" name="id" value=id />
                <label class="field">
                    <span>{t(d::TEXT)}</span>
                    <textarea name="text" rows="5" maxlength="2000">{text}</textarea>
                </label>
                {deadline_fields("deadline_kind", "deadline", DeadlineKind::Minutes, "")}
                <p class="quiet">{t(w::CORRECT_HINT)}</p>
                <button class="button primary" type="submit">{t(w::CORRECT_DO)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}
