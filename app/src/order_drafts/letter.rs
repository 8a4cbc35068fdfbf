//! The fields of what is written.

use domain::order_drafts::{DeadlineKind, Letter, Receipts};
use domain::warnings::Level;
use leptos::prelude::*;

use super::words as w;
use crate::parts::LevelMark;
use crate::words::{Text, t};

/// Title, text, urgency, time limit, what must come back.
pub(super) fn letter_fields(letter: &Letter) -> AnyView {
    view! {
        <label class="field">
            <span>{t(w::TITLE)}</span>
            <input name="spec[letter][title]" required maxlength="200" value=letter.title.clone() />
        </label>
        <label class="field">
            <span>{t(w::TEXT)}</span>
            <textarea name="spec[letter][text]" rows="6" maxlength="2000">{letter.text.clone()}</textarea>
        </label>
        {levels(letter.level)}
        <p class="quiet">{t(w::COSIGN_HINT)}</p>
        {deadline_fields("spec[letter][deadline_kind]", "spec[letter][deadline]", letter.deadline_kind, &letter.deadline)}
        {receipts(&letter.receipts)}
    }
    .into_any()
}

fn levels(chosen: Level) -> AnyView {
    let one = |level: Level| {
        view! {
            <label class="level-choice">
                <input type="radio" name="spec[letter][level]" value=level.as_str() checked=level == chosen />
                <LevelMark level=level />
            </label>
        }
    };
    view! {
        <fieldset class="field level-choices">
            <legend>{t(w::LEVEL)}</legend>
            {Level::ALL.iter().rev().copied().map(one).collect_view()}
        </fieldset>
    }
    .into_any()
}

const fn kind_text(kind: DeadlineKind) -> Text {
    match kind {
        DeadlineKind::Minutes => w::BY_MINUTES,
        DeadlineKind::Working => w::BY_WORKING,
        DeadlineKind::At => w::BY_MOMENT,
    }
}

/// A time limit in one of three ways; the moment is the field `moment`.
pub fn deadline_fields(
    kind_name: &'static str,
    minutes_name: &'static str,
    kind: DeadlineKind,
    value: &str,
) -> AnyView {
    let (minutes, moment) = if kind == DeadlineKind::At { ("", value) } else { (value, "") };
    let option = |each: DeadlineKind| {
        view! { <option value=each.as_str() selected=each == kind>{t(kind_text(each))}</option> }
    };
    view! {
        <div class="compose-deadline">
            <label class="field">
                <span>{t(w::DEADLINE)}</span>
                <select name=kind_name>{DeadlineKind::ALL.iter().copied().map(option).collect_view()}</select>
            </label>
            <label class="field">
                <span>{t(w::MINUTES)}</span>
                <input name=minutes_name type="number" inputmode="numeric" min="1" max="525600" value=minutes.to_owned() />
            </label>
            <label class="field">
                <span>{t(w::MOMENT)}</span>
                <input name="moment" type="datetime-local" value=moment.to_owned() />
            </label>
        </div>
    }
    .into_any()
}

fn receipts(receipts: &Receipts) -> AnyView {
    let tick = |name: &'static str, words: Text, checked: bool| {
        view! {
            <label class="field-line">
                <input type="checkbox" name=name value="true" checked=checked />
                {t(words)}
            </label>
        }
    };
    view! {
        <fieldset class="field compose-receipts">
            <legend>{t(w::RECEIPTS)}</legend>
            {tick("spec[letter][receipts][text]", w::RECEIPT_TEXT, receipts.text)}
            {tick("spec[letter][receipts][photo]", w::RECEIPT_PHOTO, receipts.photo)}
            {tick("spec[letter][receipts][file]", w::RECEIPT_FILE, receipts.file)}
            {tick("spec[letter][receipts][signature]", w::RECEIPT_SIGNATURE, receipts.signature)}
            <label class="field">
                <span>{t(w::RECEIPT_UNIT)}</span>
                <input name="spec[letter][receipts][unit]" maxlength="20" value=receipts.unit.clone() />
            </label>
        </fieldset>
    }
    .into_any()
}
