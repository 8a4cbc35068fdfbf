//! Forms for merging, taking apart, putting under and taking out, and for a note.

use domain::EventId;
use domain::relations::Related;
use leptos::prelude::*;

use super::deeds::RelationDeeds;
use super::words as w;
use crate::asking::Deed;
use crate::parts::{DeedForm, ReasonField};
use crate::words::{Text, t};

/// The forms that the reader may use now.
pub(super) fn forms(related: &Related, deeds: RelationDeeds) -> AnyView {
    let (id, may) = (related.event, &related.may);
    view! {
        {may.merge.then(|| merge(related, deeds.merge))}
        {may.unmerge.then(|| unmerge(id, deeds.unmerge))}
        {may.hang.then(|| hang(id, deeds.hang))}
        {may.take_out.then(|| take_out(id, deeds.take_out))}
        {may.note.then(|| note(id, deeds.note))}
    }
    .into_any()
}

/// A form that folds out under its name.
pub(super) fn folded(title: Text, deed: Deed, fields: AnyView) -> AnyView {
    view! {
        <details class="act">
            <summary>{t(title)} "…"</summary>
            <div class="act-body">
                <DeedForm deed=deed>
                    {fields}
                    <button class="button primary wide" type="submit" disabled=move || deed.is_under_way()>
                        {t(title)}
                    </button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}

fn number(name: &'static str, label: Text, list: Option<&'static str>) -> AnyView {
    view! {
        <label class="field">
            <span>{t(label)}</span>
            <input name=name required maxlength="60" placeholder="SJ-…" list=list />
        </label>
    }
    .into_any()
}

fn merge(related: &Related, deed: Deed) -> AnyView {
    let known = related.alike.iter().filter(|one| one.row.state.is_open());
    let known = known.map(|one| view! { <option value=one.row.number.clone()></option> }).collect_view();
    let fields = view! {
        <input type="hidden" name="id" value=related.event.to_string() />
        {number("into", w::INTO, Some("alike-numbers"))}
        <datalist id="alike-numbers">{known}</datalist>
        <ReasonField label=t(w::WHY_MERGE) />
        <p class="quiet">{t(w::MERGE_HINT)}</p>
    };
    folded(w::MERGE, deed, fields.into_any())
}

fn unmerge(id: EventId, deed: Deed) -> AnyView {
    let fields = view! {
        <input type="hidden" name="id" value=id.to_string() />
        <ReasonField label=t(w::WHY_UNMERGE) />
        <p class="quiet">{t(w::UNMERGE_HINT)}</p>
    };
    folded(w::UNMERGE, deed, fields.into_any())
}

fn hang(id: EventId, deed: Deed) -> AnyView {
    let fields = view! {
        <input type="hidden" name="id" value=id.to_string() />
        {number("under", w::UNDER, None)}
    };
    folded(w::HANG, deed, fields.into_any())
}

fn take_out(id: EventId, deed: Deed) -> AnyView {
    view! {
        <DeedForm deed=deed>
            <input type="hidden" name="id" value=id.to_string() />
            <button class="button" type="submit">{t(w::TAKE_OUT)}</button>
        </DeedForm>
    }
    .into_any()
}

fn note(id: EventId, deed: Deed) -> AnyView {
    let fields = view! {
        <input type="hidden" name="id" value=id.to_string() />
        <label class="field">
            <span>{t(w::NOTE_TEXT)}</span>
            <textarea name="text" rows="3" maxlength="1000" required></textarea>
        </label>
    };
    folded(w::NOTE, deed, fields.into_any())
}
