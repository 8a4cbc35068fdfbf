//! The form filled in further while it is being written: by a template, or by a plan. What was typed is kept in the draft first.

use domain::order_drafts::Composer;
use domain::plans::PlanRow;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use super::words as w;
use crate::parts::{Choice, Select};
use crate::words::levels::level_text;
use crate::words::{n, t};

/// What the form is to be filled in with.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Refill {
    /// It is asked for: the form is shown again instead of whom it would reach.
    pub asked: bool,
    /// A template, by number; empty for none.
    pub template: String,
    /// What plans to choose from are looked for by; empty for those that fit.
    pub find: String,
}

/// The steps that a form showed, and which of them are to be sent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ShownSteps {
    /// The plan they are of.
    pub plan: String,
    /// Their places in it.
    pub shown: Vec<i32>,
    /// The places of those that are sent.
    pub ticked: Vec<i32>,
}

/// Templates and plans to choose from, and the button that fills the form in with them.
pub(super) fn refill_fields(composer: &Composer) -> AnyView {
    let find = use_query_map().get_untracked().get("find").unwrap_or_default();
    let templates: Vec<Choice> = composer
        .templates
        .iter()
        .map(|one| (one.id.to_string(), format!("{} · {}", one.letter.title, n(&one.centre.short))))
        .collect();
    let none = Some(t(w::NONE));
    view! {
        <div class="filters">
            {(!templates.is_empty()).then(|| view! {
                <Select name="refill[template]" label=t(w::TEMPLATE) all=none choices=templates chosen="" />
            })}
            <label class="field field-search">
                <span>{t(w::FIND_PLAN)}</span>
                <input type="search" name="refill[find]" maxlength="80" value=find />
            </label>
            <Select name="spec[plan]" label=t(w::PLAN) all=none choices=plans(composer) chosen=composer.spec.plan.clone() />
            <button class="button" type="submit" name="refill[asked]" value="true" formnovalidate>{t(w::REFILL)}</button>
        </div>
    }
    .into_any()
}

/// Plans to choose from, the one behind the draft first, also when it cannot be used any more: only the issuer drops it.
fn plans(composer: &Composer) -> Vec<Choice> {
    let chosen = &composer.spec.plan;
    let listed = |id: &str| composer.plans.iter().any(|one| one.id.to_string() == id);
    let behind = composer.plan.iter().filter(|plan| !listed(&plan.id.to_string()));
    let lost = composer.plan.is_none() && !chosen.is_empty() && !listed(chosen);
    let lost = lost.then(|| (chosen.clone(), [t(w::PLAN), " ", chosen.as_str()].concat()));
    lost.into_iter().chain(behind.chain(&composer.plans).map(choice)).collect()
}

fn choice(plan: &PlanRow) -> Choice {
    (
        plan.id.to_string(),
        [n(&plan.name), t(level_text(plan.level)).to_owned(), plan.code.clone()].join(" · "),
    )
}
