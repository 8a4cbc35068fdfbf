//! `/events/new`: reports a case. Works without WASM: a report that may be about a case that is there already comes back
//! filled in, with those cases below it; with WASM they show while it is typed.

use domain::ReportDraftId;
use domain::events::NewEvent;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{ReportEvent, event_categories};
use super::report_fields::fields;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::centres::api::head_of;
use crate::parts::{DeedForm, OtherTrouble, form_key, loaded};
use crate::relations::api::{alike_cases, report_draft};
use crate::relations::{about_filled, candidates};
use crate::words::t;

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
