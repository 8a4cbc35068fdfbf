//! Keeping, renaming and removing views: plain forms in folded parts.

use domain::ViewId;
use domain::views::{NAME_CHARS, SavedView, ViewList};
use leptos::prelude::*;

use super::chips::Deeds;
use super::words as w;
use crate::asking::Deed;
use crate::parts::DeedForm;
use crate::words::{t, use_lang};

/// The form that keeps what is shown.
pub(super) fn keep_form(list: ViewList, query: String, may_share: bool, keep: Deed) -> AnyView {
    let share = may_share.then(|| tick("new[shared]", t(w::SHARE)));
    view! {
        <details class="act">
            <summary>{t(w::KEEP)} "…"</summary>
            <div class="act-body">
                <DeedForm deed=keep>
                    <input type="hidden" name="new[list]" value=list.as_str() />
                    <input type="hidden" name="new[query]" value=query />
                    {name_field("new[name]", String::new())}
                    {share}
                    {tick("new[default]", t(w::OPEN))}
                    <button class="button primary" type="submit">{t(w::KEEP)}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}

/// What may be done to each view.
pub(super) fn changes(views: &[SavedView], deeds: Deeds) -> AnyView {
    let lines = views.iter().map(|view| line(view, deeds)).collect_view();
    view! {
        <details class="act">
            <summary>{t(w::CHANGE)} "…"</summary>
            <ul class="act-body view-list">{lines}</ul>
        </details>
    }
    .into_any()
}

/// What was removed a moment ago, and bringing it back.
pub(super) fn undo(id: ViewId, name: &str, remove: Deed) -> AnyView {
    let said = w::REMOVED.with(use_lang(), &[("name", name)]);
    view! {
        <div class="view-undo" role="status">
            <span>{said}</span>
            {one_click(id, "back", true, t(w::UNDO), remove)}
        </div>
    }
    .into_any()
}

fn line(view: &SavedView, deeds: Deeds) -> AnyView {
    let id = view.id;
    let default = one_click(
        id,
        "on",
        !view.is_default,
        t(if view.is_default { w::NOT_OPEN } else { w::OPEN }),
        deeds.default,
    );
    let name = view.name.clone();
    let own = view.may_change.then(|| {
        view! {
            <DeedForm deed=deeds.rename>
                <input type="hidden" name="id" value=id.to_string() />
                {name_field("name", name.clone())}
                <button class="button small" type="submit">{t(w::RENAME)}</button>
            </DeedForm>
            {one_click(id, "back", false, t(w::REMOVE), deeds.remove)}
        }
    });
    view! { <li><b>{view.name.clone()}</b> {default} {own}</li> }.into_any()
}

fn one_click(id: ViewId, field: &'static str, value: bool, words: &'static str, deed: Deed) -> AnyView {
    view! {
        <DeedForm deed=deed>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name=field value=value.to_string() />
            <button class="button small" type="submit">{words}</button>
        </DeedForm>
    }
    .into_any()
}

fn name_field(field: &'static str, value: String) -> AnyView {
    view! {
        <label class="field">
            <span>{t(w::NAME)}</span>
            <input type="text" name=field maxlength=NAME_CHARS required value=value />
        </label>
    }
    .into_any()
}

fn tick(field: &'static str, words: &'static str) -> AnyView {
    view! { <label class="tick"><input type="checkbox" name=field value="true" />{words}</label> }.into_any()
}
