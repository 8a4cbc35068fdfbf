//! `/responsibilities/:category`: what holds for a category, what held and what is to come.

use domain::live::Topic;
use domain::responsibilities::{ResponsibilityPage as Page, ResponsibilityVersion, VersionState};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::{MoveVersion, ProposeVersion, one_responsibility};
use super::{form, terms, words as w};
use crate::asking::{Deed, Question};
use crate::live::{use_live, use_now};
use crate::parts::{CityTime, DeedTrouble, loaded};
use crate::words::{n, t, use_lang};

/// The page.
#[component]
pub fn ResponsibilityPage() -> impl IntoView {
    let (params, changed) = (use_params_map(), use_live(&[Topic::Responsibilities]));
    let category = Memo::new(move |_| params.get().get("category").unwrap_or_default());
    let (propose, decide) = (Deed::of::<ProposeVersion>(), Deed::of::<MoveVersion>());
    let page = Question::new(
        move || (category.get(), changed.get(), propose.times() + decide.times()),
        |(category, ..)| one_responsibility(category),
    );
    view! {
        <DeedTrouble deed=propose />
        <DeedTrouble deed=decide />
        {loaded(page, move |page| draw(&page, propose, decide))}
    }
}

fn draw(page: &Page, propose: Deed, decide: Deed) -> AnyView {
    let row = &page.row;
    let number = w::VERSION.with(use_lang(), &[("n", &row.version.to_string())]);
    let versions = page.versions.iter().map(|each| version(each, page.may_change, decide)).collect_view();
    view! {
        <Title text=n(&row.name) />
        <div class="page-head">
            <p class="way"><a href="/responsibilities">{t(w::TITLE)}</a> " › " {n(&row.class.1)}</p>
            <h1>{n(&row.name)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
        </div>
        <section class="card">
            <div class="card-head">
                <h2>{t(w::IN_FORCE)}</h2>
                <span>{number} " · " {t(w::SINCE)} " " <CityTime at=row.since /></span>
            </div>
            {terms::facts(&row.terms)}
        </section>
        {page.may_change.then(|| form::propose(page, propose))}
        <section class="card">
            <div class="card-head"><h2>{t(w::HISTORY)}</h2></div>
            {versions}
        </section>
    }
    .into_any()
}

/// A version, folded; a proposal stands open, with what may be done about it.
fn version(version: &ResponsibilityVersion, may_change: bool, decide: Deed) -> AnyView {
    let lang = use_lang();
    let proposed = version.state == VersionState::Proposed;
    let now = use_now().get_untracked();
    let to_come = version.valid_from.is_some_and(|at| at > now);
    let chip = (to_come || version.state != VersionState::Set).then(|| {
        let words = if to_come { w::TO_COME } else { w::state_text(version.state) };
        view! { <span class="chip chip-open">{t(words)}</span> }
    });
    let since = version.valid_from.map(|at| view! { " " {t(w::SINCE)} " " <CityTime at=at /> });
    let by = if version.proposed_by.is_empty() {
        view! { <p class="quiet">{t(w::BEGUN)}</p> }.into_any()
    } else {
        let who = w::PROPOSED_BY.with(lang, &[("who", &version.proposed_by)]);
        view! { <p class="quiet">{who} " " <CityTime at=version.proposed_at /></p> }.into_any()
    };
    let decided = version.decided.as_ref().map(|(at, who)| {
        let who = w::DECIDED_BY.with(lang, &[("who", who)]);
        view! { <p class="quiet">{who} " " <CityTime at=*at /></p> }
    });
    let acts = version.id.filter(|_| may_change && proposed).map(|id| form::decide(id, decide));
    view! {
        <details class="rule-version" open=proposed>
            <summary><b>{w::VERSION.with(lang, &[("n", &version.version.to_string())])}</b> {since} " " {chip}</summary>
            {(!version.note.is_empty()).then(|| view! { <p class="prose">{version.note.clone()}</p> })}
            {by}
            {decided}
            {terms::facts(&version.terms)}
            {acts}
        </details>
    }
    .into_any()
}
