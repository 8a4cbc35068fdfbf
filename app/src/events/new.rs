//! `/events/new`: reports a case. Works without WASM.

use domain::centres::CentreHead;
use domain::names::Name;
use domain::warnings::Level;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{ReportEvent, event_categories};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::centres::api::head_of;
use crate::parts::{DeedForm, FieldTrouble, LevelMark, OtherTrouble, form_key, loaded};
use crate::words::{n, t};

/// Fields that say their own trouble.
const FIELDS: &[&str] = &["centre", "category", "title", "description", "level"];

/// The page; the URL's `centre` is where the reporter looked when they came here.
#[component]
pub fn NewEventPage() -> impl IntoView {
    let query = use_query_map();
    let centre = query.with_untracked(|query| query.get("centre").unwrap_or_default());
    let asked = Question::new(
        || (),
        move |()| {
            let centre = centre.clone();
            async move { Ok((head_of(centre).await?, event_categories().await?)) }
        },
    );
    let (report, key) = (Deed::of::<ReportEvent>(), form_key());
    view! {
        <Title text=t(w::NEW) />
        <div class="page-head">
            <p class="way"><a href="/events">{t(w::TITLE)}</a></p>
            <h1>{t(w::NEW)}</h1>
        </div>
        <section class="card form-card">
            <OtherTrouble deed=report fields=FIELDS />
            <DeedForm deed=report>
                <input type="hidden" name="new[key]" value=key />
                {loaded(asked, move |(head, categories)| fields(head, categories, report))}
                <button class="button primary wide" type="submit" disabled=move || report.is_under_way()>
                    {t(w::SUBMIT)}
                </button>
                <p class="quiet">{t(w::NEW_HINT)}</p>
            </DeedForm>
        </section>
    }
}

fn fields(head: CentreHead, categories: Vec<(String, Name)>, report: Deed) -> AnyView {
    let centres = std::iter::once(&head.centre).chain(&head.children);
    let centres: Vec<_> = centres.map(|centre| (centre.code.clone(), n(&centre.name))).collect();
    view! {
        <label class="field">
            <span>{t(w::NEW_TITLE)}</span>
            <input name="new[title]" required maxlength="80" placeholder=t(w::NEW_TITLE_HINT) />
            <FieldTrouble deed=report field="title" />
        </label>
        <label class="field">
            <span>{t(w::NEW_CATEGORY)}</span>
            <select name="new[category]" required>
                <option value="">{t(w::CHOOSE)}</option>
                {categories
                    .into_iter()
                    .map(|(code, name)| view! { <option value=code>{n(&name)}</option> })
                    .collect_view()}
            </select>
            <FieldTrouble deed=report field="category" />
        </label>
        <label class="field">
            <span>{t(w::NEW_CENTRE)}</span>
            <select name="new[centre]" required>
                {centres.into_iter().map(|(code, name)| view! { <option value=code>{name}</option> }).collect_view()}
            </select>
            <FieldTrouble deed=report field="centre" />
        </label>
        {levels()}
        <label class="field">
            <span>{t(w::NEW_DESCRIPTION)}</span>
            <textarea name="new[description]" rows="5" maxlength="2000" placeholder=t(w::NEW_DESCRIPTION_HINT)></textarea>
            <FieldTrouble deed=report field="description" />
        </label>
    }
    .into_any()
}

fn levels() -> AnyView {
    let one = |level: Level| {
        view! {
            <label class="level-choice">
                <input type="radio" name="new[level]" value=level.as_str() checked=level == Level::Blue />
                <LevelMark level=level />
            </label>
        }
    };
    view! {
        <fieldset class="field level-choices">
            <legend>{t(w::LEVEL)}</legend>
            {Level::ALL.iter().copied().map(one).collect_view()}
        </fieldset>
    }
    .into_any()
}
