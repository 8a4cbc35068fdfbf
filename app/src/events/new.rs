//! `/events/new`: reports a case. Works without WASM: a report that may be about a case that is there already comes back
//! filled in, with those cases below it; with WASM they show while it is typed.

use domain::ReportDraftId;
use domain::centres::CentreHead;
use domain::events::NewEvent;
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
use crate::relations::api::{alike_cases, report_draft};
use crate::relations::{about_filled, candidates};
use crate::words::{n, t};

/// Fields that say their own trouble.
const FIELDS: &[&str] = &["centre", "category", "title", "description", "level"];

/// The page; the URL's `centre` is where the reporter looked when they came here, `draft` a report that came back.
#[component]
pub fn NewEventPage() -> impl IntoView {
    let query = use_query_map();
    let centre = query.with_untracked(|query| query.get("centre").unwrap_or_default());
    let draft = Memo::new(move |_| query.with(|query| query.get("draft")?.parse().ok().map(ReportDraftId)));
    let typed = RwSignal::new(NewEvent { centre: centre.clone(), ..NewEvent::default() });
    let asked = Question::new(
        move || draft.get(),
        move |draft| {
            let centre = centre.clone();
            async move {
                let new = came_back(draft).await?;
                let centre = if draft.is_some() { new.centre.clone() } else { centre };
                Ok((head_of(centre).await?, event_categories().await?, new))
            }
        },
    );
    let alike = Question::new(
        move || (draft.get(), about_filled(&typed.get())),
        |(draft, about)| async move {
            let about = match about {
                Some(about) => Some(about),
                None => about_filled(&came_back(draft).await?),
            };
            match about {
                Some(about) => alike_cases(about).await,
                None => Ok(Vec::new()),
            }
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
                {loaded(asked, move |(head, categories, new)| fields(&head, categories, &new, typed, report))}
                <button class="button primary wide" type="submit" disabled=move || report.is_under_way()>
                    {t(w::SUBMIT)}
                </button>
                <p class="quiet">{t(w::NEW_HINT)}</p>
                {loaded(alike, |alike| candidates(&alike))}
            </DeedForm>
        </section>
    }
}

/// The report that came back; an empty one where none did.
async fn came_back(draft: Option<ReportDraftId>) -> Result<NewEvent, crate::asking::Trouble> {
    match draft {
        Some(id) => report_draft(id).await,
        None => Ok(NewEvent::default()),
    }
}

fn fields(
    head: &CentreHead,
    categories: Vec<(String, Name)>,
    new: &NewEvent,
    typed: RwSignal<NewEvent>,
    report: Deed,
) -> AnyView {
    let centres = std::iter::once(&head.centre).chain(&head.children);
    let centres = centres.map(|centre| (centre.code.clone(), n(&centre.name))).collect();
    let categories = categories.into_iter().map(|(code, name)| (code, n(&name)));
    let choose = std::iter::once((String::new(), t(w::CHOOSE).to_owned()));
    view! {
        <label class="field">
            <span>{t(w::NEW_TITLE)}</span>
            <input name="new[title]" required maxlength="80" placeholder=t(w::NEW_TITLE_HINT) value=new.title.clone()
                on:change=move |event| typed.update(|new| new.title = event_target_value(&event)) />
            <FieldTrouble deed=report field="title" />
        </label>
        <label class="field">
            <span>{t(w::NEW_CATEGORY)}</span>
            <select name="new[category]" required
                on:change=move |event| typed.update(|new| new.category = event_target_value(&event))>
                {options(choose.chain(categories).collect(), &new.category)}
            </select>
            <FieldTrouble deed=report field="category" />
        </label>
        <label class="field">
            <span>{t(w::NEW_CENTRE)}</span>
            <select name="new[centre]" required
                on:change=move |event| typed.update(|new| new.centre = event_target_value(&event))>
                {options(centres, &new.centre)}
            </select>
            <FieldTrouble deed=report field="centre" />
        </label>
        {levels(new.level.unwrap_or(Level::Blue))}
        <label class="field">
            <span>{t(w::NEW_DESCRIPTION)}</span>
            <textarea name="new[description]" rows="5" maxlength="2000" placeholder=t(w::NEW_DESCRIPTION_HINT)>
                {new.description.clone()}
            </textarea>
            <FieldTrouble deed=report field="description" />
        </label>
    }
    .into_any()
}

fn options(choices: Vec<(String, String)>, chosen: &str) -> AnyView {
    let one = |(code, name): (String, String)| {
        let selected = code == chosen;
        view! { <option value=code selected=selected>{name}</option> }
    };
    choices.into_iter().map(one).collect_view().into_any()
}

fn levels(chosen: Level) -> AnyView {
    let one = |level: Level| {
        view! {
            <label class="level-choice">
                <input type="radio" name="new[level]" value=level.as_str() checked=level == chosen />
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
