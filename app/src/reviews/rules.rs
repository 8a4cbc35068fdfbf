//! Which rule opened a review, and the rules there are.

use domain::reviews::{ReviewRow, ReviewRule};
use leptos::prelude::*;

use super::words as w;
use crate::words::{n, t, use_lang};

/// Why a review was opened.
pub(super) fn opened_by(review: &ReviewRow) -> String {
    match &review.rule {
        Some(rule) => n(rule),
        None if review.opened_by.is_empty() => t(w::BEFORE_RULES).to_owned(),
        None => w::BY_HAND.with(use_lang(), &[("who", &review.opened_by)]),
    }
}

/// The rules.
pub(super) fn rules_card(rules: &[ReviewRule]) -> AnyView {
    let line = |rule: &ReviewRule| {
        let in_force = if rule.in_force { w::IN_FORCE } else { w::NOT_IN_FORCE };
        view! { <li>{n(&rule.name)} " " <span class="quiet">{t(in_force)}</span></li> }
    };
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::RULES)}</h2></div>
            <ul class="review-rules">{rules.iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}
