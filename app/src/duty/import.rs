//! `/duty/imports/:id`: what a roster that was sent would change, and the button that does.

use domain::RosterImportId;
use domain::duty::RosterImport;
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::{ApplyRoster, sent_roster};
use super::judged::lines;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{CityTime, DeedForm, DeedTrouble, loaded};
use crate::words::{n, t, use_lang};

/// The page.
#[component]
pub fn RosterImportPage() -> impl IntoView {
    let (params, changed) = (use_params_map(), use_live(&[Topic::Duty]));
    let apply = Deed::of::<ApplyRoster>();
    let id = Memo::new(move |_| {
        RosterImportId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0))
    });
    let import = Question::new(move || (id.get(), changed.get(), apply.times()), |(id, ..)| sent_roster(id));
    view! {
        <Title text=t(w::IMPORT) />
        <DeedTrouble deed=apply />
        {loaded(import, move |import| draw(&import, apply))}
    }
}

fn draw(import: &RosterImport, apply: Deed) -> AnyView {
    let (new, same, wrong) = import.counts();
    let counts = [("new", new.to_string()), ("same", same.to_string()), ("wrong", wrong.to_string())];
    let counts: Vec<_> = counts.iter().map(|(key, count)| (*key, count.as_str())).collect();
    let sent = w::SENT.with(use_lang(), &[("who", &import.sent_by)]);
    view! {
        <div class="page-head">
            <p class="way">
                <a href=format!("/duty?centre={}", import.centre.code)>{n(&import.centre.name)} " " {t(w::TITLE)}</a>
                " › "
                {sent}
                " "
                <CityTime at=import.sent_at />
            </p>
            <h1>{t(w::IMPORT)}</h1>
            <div class="actions">{button(import, wrong, apply)}</div>
        </div>
        <section class="card">
            <div class="card-head"><h2>{w::COUNTS.with(use_lang(), &counts)}</h2></div>
            {(wrong > 0 && import.applied_at.is_none()).then(|| view! { <p class="bad">"▲ " {t(w::MEND)}</p> })}
            {lines(&import.lines)}
        </section>
    }
    .into_any()
}

fn button(import: &RosterImport, wrong: usize, apply: Deed) -> Option<AnyView> {
    if let Some(at) = import.applied_at {
        return Some(
            view! { <span class="good">"✓ " {t(w::APPLIED)} " " <CityTime at=at /></span> }.into_any(),
        );
    }
    let id: RosterImportId = import.id;
    (wrong == 0).then(|| {
        view! {
            <DeedForm deed=apply>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="button primary" type="submit">{t(w::APPLY)}</button>
            </DeedForm>
        }
        .into_any()
    })
}
