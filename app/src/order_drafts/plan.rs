//! The steps of the plan behind an order: which of them are sent.

use chrono::Duration;
use domain::order_drafts::{Composer, OfferedStep};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Trouble;
use crate::parts::TroubleNote;
use crate::words::{moments, n, t, use_lang};

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
            <input type="hidden" name="steps[plan]" value=composer.spec.plan.clone() />
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
            {taken.then(|| view! { <input type="hidden" name="steps[shown][]" value=seq.clone() /> })}
            <label class="field-line">
                <input type="checkbox" name="steps[ticked][]" value=seq.clone() checked=offered.ticked disabled=!taken />
                <span>{seq.clone()} ". " <b>{n(&step.action)}</b> " " <small class="quiet">{facts.join(" · ")}</small></span>
            </label>
            <p class=if taken { "quiet" } else { "reason" }>{to}</p>
        </li>
    }
    .into_any()
}
