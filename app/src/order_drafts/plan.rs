//! The plan behind an order: which one, and which of its steps are sent.

use chrono::Duration;
use domain::order_drafts::{Composer, OfferedStep};
use domain::plans::PlanRow;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::compose::kept_fields;
use super::words as w;
use crate::asking::Trouble;
use crate::parts::{Choice, Select, TroubleNote};
use crate::words::levels::level_text;
use crate::words::{moments, n, t, use_lang};

/// Plans as a plain form: the URL says which, and keeps where the order comes from.
pub(super) fn plan_picker(composer: &Composer) -> Option<AnyView> {
    let find = use_query_map().get_untracked().get("find").unwrap_or_default();
    let behind = composer.plan.iter().filter(|plan| composer.plans.iter().all(|one| one.id != plan.id));
    let choices: Vec<Choice> = behind.chain(&composer.plans).map(choice).collect();
    if choices.is_empty() && find.is_empty() {
        return None;
    }
    let chosen = composer.spec.plan.clone();
    let form = view! {
        <form class="filters" method="get" action="/orders/new">
            {kept_fields(&["plan", "find"])}
            <label class="field field-search">
                <span>{t(w::FIND_PLAN)}</span>
                <input type="search" name="find" maxlength="80" value=find />
            </label>
            <Select name="plan" label=t(w::PLAN) all=Some(t(w::NONE)) choices=choices chosen=chosen />
            <button class="button" type="submit">{t(w::USE_PLAN)}</button>
        </form>
    };
    Some(form.into_any())
}

fn choice(plan: &PlanRow) -> Choice {
    (
        plan.id.to_string(),
        [n(&plan.name), t(level_text(plan.level)).to_owned(), plan.code.clone()].join(" · "),
    )
}

/// The plan's steps, each with a tick, or why it cannot be used; nothing without a plan.
pub(super) fn step_fields(composer: &Composer) -> Option<AnyView> {
    if let Some(refusal) = composer.plan_trouble.clone() {
        return Some(view! { <TroubleNote trouble=Trouble::from(refusal) /> }.into_any());
    }
    composer.plan.as_ref()?;
    let steps = composer.steps.iter().map(step).collect_view();
    let fields = view! {
        <fieldset class="field">
            <legend>{t(w::PLAN_STEPS)}</legend>
            <ul class="compose-steps">{steps}</ul>
        </fieldset>
    };
    Some(fields.into_any())
}

fn step(offered: &OfferedStep) -> AnyView {
    let (step, lang) = (&offered.step, use_lang());
    let seq = step.seq.to_string();
    let limit = moments::span(Duration::minutes(step.deadline_min.into()), lang);
    let mut facts = vec![n(&step.post), limit];
    facts.extend(step.photo.then(|| t(w::WITH_PHOTO).to_owned()));
    let taken = offered.count > 0;
    let to = if taken {
        let mut names: Vec<_> = offered.centres.iter().map(|centre| n(&centre.short)).collect();
        if offered.count > 1 {
            names.push(w::SIZE.with(lang, &[("n", &offered.count.to_string())]));
        }
        ["→ ", &names.join(" · ")].concat()
    } else {
        ["▲ ", t(w::TAKEN_BY_NOBODY)].concat()
    };
    view! {
        <li>
            {taken.then(|| view! { <input type="hidden" name="shown[]" value=seq.clone() /> })}
            <label class="field-line">
                <input type="checkbox" name="ticked[]" value=seq.clone() checked=offered.ticked disabled=!taken />
                <span>{seq.clone()} ". " <b>{n(&step.action)}</b> " " <small class="quiet">{facts.join(" · ")}</small></span>
            </label>
            <p class=if taken { "quiet" } else { "reason" }>{to}</p>
        </li>
    }
    .into_any()
}
