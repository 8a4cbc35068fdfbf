//! The form that splits a case.

use domain::EventId;
use domain::centres::CentreTag;
use domain::names::Name;
use leptos::prelude::*;

use super::forms::folded;
use super::words as w;
use crate::asking::Deed;
use crate::words::{n, t, use_lang};

/// Parts that the form has room for; those without a title are left out.
const PARTS: usize = 3;

/// The form.
pub(super) fn form(
    id: EventId,
    places: &[CentreTag],
    categories: &[(String, Name)],
    key: &str,
    deed: Deed,
) -> AnyView {
    let fields = view! {
        <input type="hidden" name="id" value=id.to_string() />
        <input type="hidden" name="key" value=key.to_owned() />
        {(0..PARTS).map(|at| part(at, places, categories)).collect_view()}
        <p class="quiet">{t(w::SPLIT_HINT)}</p>
    };
    folded(w::SPLIT, deed, fields.into_any())
}

fn part(at: usize, places: &[CentreTag], categories: &[(String, Name)]) -> AnyView {
    let name = |field: &str| format!("parts[{at}][{field}]");
    let places =
        places.iter().map(|place| view! { <option value=place.code.clone()>{n(&place.name)}</option> });
    let kinds = categories.iter().map(|(code, name)| view! { <option value=code.clone()>{n(name)}</option> });
    view! {
        <fieldset class="part">
            <legend>{w::PART.with(use_lang(), &[("n", &(at + 1).to_string())])}</legend>
            <label class="field">
                <span>{t(w::PART_TITLE)}</span>
                <input name=name("title") maxlength="80" required=at == 0 />
            </label>
            <label class="field">
                <span>{t(w::PART_CATEGORY)}</span>
                <select name=name("category") required=at == 0>
                    <option value="">{t(w::CHOOSE)}</option>
                    {kinds.collect_view()}
                </select>
            </label>
            <label class="field">
                <span>{t(w::PART_PLACE)}</span>
                <select name=name("centre")>
                    <option value="">{t(w::SAME_PLACE)}</option>
                    {places.collect_view()}
                </select>
            </label>
            <label class="field">
                <span>{t(w::PART_TEXT)}</span>
                <textarea name=name("description") rows="2" maxlength="2000"></textarea>
            </label>
        </fieldset>
    }
    .into_any()
}
