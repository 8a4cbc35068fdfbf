//! What a version says, in words.

use chrono::Duration;
use domain::clocks::{Limits, Step};
use domain::responsibilities::Terms;
use leptos::prelude::*;

use super::words as w;
use crate::words::{moments, n, states, t, use_lang};

/// The limits of the steps, each with its name.
pub(super) fn limits(limits: &Limits) -> AnyView {
    let lang = use_lang();
    let step = |step: &Step| {
        let span = moments::span(Duration::minutes(limits.of(*step)), lang);
        view! { <span class="limit"><small>{t(w::step_text(*step))}</small> " " {span}</span> }
    };
    let hours = if limits.working { w::WORKING } else { w::AROUND };
    view! {
        <div class="limits">{Step::ALL.iter().map(step).collect_view()}</div>
        <small class="row-sub">{t(hours)}</small>
    }
    .into_any()
}

/// The lane in words.
pub(super) fn lane(terms: &Terms) -> String {
    terms.lane.as_ref().map_or_else(|| "—".to_owned(), |(_, name)| n(name))
}

/// All of it.
pub(super) fn facts(terms: &Terms) -> AnyView {
    view! {
        <dl class="facts">
            <dt>{t(w::TIER)}</dt>
            <dd>{t(states::tier_text(terms.tier))} " · " {n(&terms.post)}</dd>
            <dt>{t(w::LANE)}</dt>
            <dd>{lane(terms)}</dd>
            <dt>{t(w::LIMITS)}</dt>
            <dd>{limits(&terms.limits)}</dd>
        </dl>
    }
    .into_any()
}
