//! The form for a new version of the rules.

use domain::assignments::Supervision;
use domain::supervision::{LevelRule, RuleVersion, Threshold};
use domain::time::in_city;
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::live::use_now;
use crate::parts::{DeedForm, LevelMark};
use crate::words::{states, t};

/// The form, filled in with what is in force.
pub(super) fn rules_form(centre: &str, current: Option<&RuleVersion>, change: Deed) -> AnyView {
    let centre = centre.to_owned();
    let today = in_city(use_now().get_untracked()).date_naive().to_string();
    let rules = current.map(|version| version.rules.0.clone()).unwrap_or_default();
    let lines = rules.iter().enumerate().rev().map(|(place, rule)| line(place, rule)).collect_view();
    view! {
        <details class="act card">
            <summary>{t(w::NEW)}</summary>
            <DeedForm deed=change>
                <input type="hidden" name="new[centre]" value=centre />
                <label class="field">
                    <span>{t(w::FROM_DAY)}</span>
                    <input type="date" name="new[day]" value=today required />
                </label>
                {lines}
                <label class="field">
                    <span>{t(w::NOTE)}</span>
                    <textarea name="new[note]" rows="2" maxlength="500"></textarea>
                </label>
                <button class="button primary" type="submit">{t(w::SAVE)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}

fn line(place: usize, rule: &LevelRule) -> AnyView {
    let field = |name: &str| format!("new[lines][{place}][{name}]");
    view! {
        <fieldset class="rule-line">
            <legend><LevelMark level=rule.level /></legend>
            <input type="hidden" name=field("level") value=rule.level.as_str() />
            {step(Supervision::Urged, rule.urged, [field("urged_share"), field("urged_past")])}
            {step(Supervision::Yellow, rule.yellow, [field("yellow_share"), field("yellow_past")])}
            {step(Supervision::Red, rule.red, [field("red_share"), field("red_past")])}
        </fieldset>
    }
    .into_any()
}

fn step(step: Supervision, threshold: Threshold, [share, past]: [String; 2]) -> AnyView {
    let words = t(states::supervision_text(step));
    let text = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    view! {
        <label class="field">
            <span>{words} " · " {t(w::SHARE)}</span>
            <input type="number" name=share min="100" max="1000" inputmode="numeric" value=text(threshold.share) />
        </label>
        <label class="field">
            <span>{words} " · " {t(w::PAST)}</span>
            <input type="number" name=past min="0" max="43200" inputmode="numeric" value=text(threshold.past_min) />
        </label>
    }
    .into_any()
}
