//! The worst warning: one card, one button that says what it will do.

use domain::centres::Tier;
use domain::warnings::WarningRow;
use leptos::prelude::*;

use super::api::Worst;
use super::panel::mark;
use super::warnings::place;
use super::words as w;
use crate::orders::IssueDialog;
use crate::orders::api::Confirmation;
use crate::words::figures::number;
use crate::words::{levels, moments, n, t, use_lang};

/// The card; nothing when all is well.
pub(super) fn worst(tier: Tier, worst: Option<Worst>) -> AnyView {
    worst.map(|Worst { row, order }| card(tier, row, order)).into_any()
}

fn card(tier: Tier, row: WarningRow, order: Option<Confirmation>) -> AnyView {
    let (lang, key, level) = (use_lang(), row.level.as_str(), t(levels::level_text(row.level)));
    let what = row.risk_point.as_ref().map_or_else(|| n(&row.title), |(_, name)| n(name));
    let limit = format!("{} {}", number(row.threshold, row.decimals), row.unit);
    let trend = row.worsening.map(|worse| {
        let (class, word) = if worse { ("ck-worse", levels::WORSE) } else { ("ck-better", levels::BETTER) };
        view! { " · " <span class=class>{t(word)}</span> }
    });
    let button = button(&row, order);
    view! {
        <section class="ck-worst" data-level=key aria-label=t(w::WORST)>
            <h2><a href=format!("/warnings/{}", row.id)>{mark(key)} " " {level} " · " {what}</a></h2>
            <p class="ck-worst-value" data-stale=row.stale.then_some("")>
                <strong>{number(row.value, row.decimals)}<small>{row.unit.clone()}</small></strong>
                <span>
                    {w::THRESHOLD.with(lang, &[("v", &limit)])} <br />
                    <time title=moments::full(row.value_at)>{moments::clock_s(row.value_at)}</time> {trend}
                </span>
            </p>
            <p class="ck-soft">{place(tier, n(&row.district), n(&row.centre.name))}</p>
            {button}
        </section>
    }
    .into_any()
}

/// One button: order, or see what was ordered, or see the case.
fn button(row: &WarningRow, order: Option<Confirmation>) -> AnyView {
    if let Some(asked) = order {
        return view! { <IssueDialog asked /> }.into_any();
    }
    let (href, words) = match row.event {
        Some(event) if row.ordered => (format!("/events/{event}"), w::SEE_ORDERED),
        Some(event) => (format!("/events/{event}"), w::SEE_EVENT),
        None => (format!("/warnings/{}", row.id), w::SEE_WARNING),
    };
    view! { <a class="ck-act" href=href>{t(words)}</a> }.into_any()
}
