//! `/events/new`: reports a case, by a plain form with files. A report that may be about a case that is there already comes
//! back filled in, with those cases below it, and so does one that is refused; with WASM those cases show while it is typed.

use domain::ReportDraftId;
use domain::events::{KeptReport, NewEvent};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{ReportEvent, event_categories};
use super::report_fields::fields;
use super::words as w;
use crate::asking::Question;
use crate::centres::api::head_of;
use crate::parts::{form_key, form_trouble, loaded};
use crate::relations::api::{alike_cases, report_draft};
use crate::relations::{about_filled, candidates};
use crate::words::t;

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
                let kept = came_back(draft).await?;
                // Where a report was refused for its centre, the form still comes.
                let centre = if draft.is_some() { kept.new.centre.clone() } else { centre };
                let head = match head_of(centre).await {
                    Err(_) if draft.is_some() => head_of(String::new()).await?,
                    head => head?,
                };
                Ok((head, event_categories().await?, kept))
            }
        },
    );
    let alike = Question::new(
        move || (draft.get(), about_filled(&typed.get())),
        |(draft, about)| async move {
            let about = match about {
                Some(about) => Some(about),
                None => about_filled(&came_back(draft).await?.new),
            };
            match about {
                Some(about) => alike_cases(about).await,
                None => Ok(Vec::new()),
            }
        },
    );
    let key = form_key();
    view! {
        <Title text=t(w::NEW) />
        <div class="page-head">
            <p class="way"><a href="/events">{t(w::TITLE)}</a></p>
            <h1>{t(w::NEW)}</h1>
        </div>
        <section class="card form-card">
            {form_trouble::<ReportEvent>()}
            <form class="report-form" method="post" action=ReportEvent::url() enctype="multipart/form-data">
                <input type="hidden" name="new[key]" value=key />
                {loaded(asked, move |(head, categories, kept)| fields(&head, categories, &kept, typed))}
                <button class="button primary wide" type="submit">{t(w::SUBMIT)}</button>
                <p class="quiet">{t(w::NEW_HINT)}</p>
                {loaded(alike, |alike| candidates(&alike))}
            </form>
        </section>
    }
}

/// The report that came back; an empty one where none did.
async fn came_back(draft: Option<ReportDraftId>) -> Result<KeptReport, crate::asking::Trouble> {
    match draft {
        Some(id) => report_draft(id).await,
        None => Ok(KeptReport::default()),
    }
}
