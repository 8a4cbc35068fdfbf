//! Rules as a table: a row a level, a column a step.

use domain::assignments::Supervision;
use domain::supervision::{LevelRule, RuleSet, Threshold};
use leptos::prelude::*;

use super::words as w;
use crate::parts::LevelMark;
use crate::words::{states, t, use_lang};

/// The table, the gravest level first.
pub(super) fn rules_table(rules: &RuleSet) -> AnyView {
    let steps = [Supervision::Urged, Supervision::Yellow, Supervision::Red];
    let heads = steps.map(|step| view! { <th scope="col">{t(states::supervision_text(step))}</th> });
    view! {
        <table class="rows">
            <thead><tr><th scope="col">{t(w::LEVEL)}</th>{heads.collect_view()}</tr></thead>
            <tbody>{rules.0.iter().rev().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line(rule: &LevelRule) -> AnyView {
    let cell =
        |step, threshold| view! { <td data-label=t(states::supervision_text(step))>{said(threshold)}</td> };
    view! {
        <tr>
            <td class="cell-head"><LevelMark level=rule.level /></td>
            {cell(Supervision::Urged, rule.urged)}
            {cell(Supervision::Yellow, rule.yellow)}
            {cell(Supervision::Red, rule.red)}
        </tr>
    }
    .into_any()
}

fn said(threshold: Threshold) -> String {
    let lang = use_lang();
    let share = threshold.share.map(|share| w::SHARE_IS.with(lang, &[("n", &share.to_string())]));
    let past = threshold.past_min.map(|past| w::PAST_IS.with(lang, &[("n", &past.to_string())]));
    [share, past].into_iter().flatten().collect::<Vec<_>>().join(t(w::OR))
}
