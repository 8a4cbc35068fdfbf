//! `/supervision/rules`: the rules in force, those that were, those to come.

use domain::live::Topic;
use domain::supervision::{RuleVersion, RulesPage};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{ChangeRules, rules_of};
use super::rules_form::rules_form;
use super::rules_table::rules_table;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::{use_live, use_now};
use crate::parts::{DeedTrouble, loaded};
use crate::words::{moments, n, t, use_lang};

/// The page; the URL's `centre` says whose, else the reader's own or their district's.
#[component]
pub fn SupervisionRulesPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Supervision]));
    let change = Deed::of::<ChangeRules>();
    let centre = Memo::new(move |_| query.get().get("centre").unwrap_or_default());
    let asked =
        Question::new(move || (centre.get(), changed.get(), change.times()), |(centre, ..)| rules_of(centre));
    view! {
        <Title text=t(w::RULES) />
        <DeedTrouble deed=change />
        {loaded(asked, move |page| draw(&page, change))}
    }
}

fn draw(page: &RulesPage, change: Deed) -> AnyView {
    let own = match &page.in_force {
        Some(version) => card(w::IN_FORCE, version),
        None => view! { <section class="card"><p>{t(w::NONE_OWN)}</p></section> }.into_any(),
    };
    let above = page.above.as_ref().map(|version| card(w::OF_CITY, version));
    let current = page.in_force.as_ref().or(page.above.as_ref());
    let form = page.may_change.then(|| rules_form(&page.centre.code, current, change));
    let versions = (!page.versions.is_empty()).then(|| {
        let versions = page.versions.iter().map(version).collect_view();
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::VERSIONS)}</h2></div>
                {versions}
            </section>
        }
    });
    view! {
        <div class="page-head">
            <p class="way"><a href="/supervision">{t(w::TITLE)}</a></p>
            <h1>{n(&page.centre.name)} " " {t(w::RULES)}</h1>
            <span class="quiet">{t(w::RULES_HINT)}</span>
        </div>
        {own}
        {above}
        {form}
        {versions}
    }
    .into_any()
}

fn name(version: &RuleVersion) -> String {
    if version.version == 0 {
        return t(w::BEGUN).to_owned();
    }
    w::VERSION.with(use_lang(), &[("n", &version.version.to_string())])
}

fn since(version: &RuleVersion) -> String {
    let at = moments::short(version.valid_from, use_now().get_untracked());
    w::HOLDS_FROM.with(use_lang(), &[("at", &at)])
}

fn card(title: crate::words::Text, version: &RuleVersion) -> AnyView {
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(title)}</h2><span>{name(version)} " · " {since(version)}</span></div>
            {rules_table(&version.rules)}
        </section>
    }
    .into_any()
}

/// A version, folded.
fn version(version: &RuleVersion) -> AnyView {
    let to_come = version.valid_from > use_now().get_untracked();
    let chip = to_come.then(|| view! { <span class="chip chip-open">{t(w::TO_COME)}</span> });
    view! {
        <details class="rule-version">
            <summary><b>{name(version)}</b> " " {since(version)} " " {version.who.clone()} " " {chip}</summary>
            {(!version.note.is_empty()).then(|| view! { <p class="prose">{version.note.clone()}</p> })}
            {rules_table(&version.rules)}
        </details>
    }
    .into_any()
}
