//! The cards of a case's relations.

use domain::centres::CentreTag;
use domain::names::Name;
use domain::relations::{MergedCase, Related};
use leptos::prelude::*;

use super::alike::alike_lines;
use super::deeds::RelationDeeds;
use super::lines::{line, lines};
use super::words as w;
use super::{forms, helping, split};
use crate::parts::TimelineList;
use crate::words::{t, use_lang};

/// Related cases, and who helps. `places` are where parts of a split case may be, `categories` what they may be of.
pub fn related_cards(
    related: &Related,
    places: &[CentreTag],
    categories: &[(String, Name)],
    key: &str,
    deeds: RelationDeeds,
) -> AnyView {
    let above =
        |title, row: &Option<_>| row.as_ref().and_then(|row| lines(t(title), std::slice::from_ref(row)));
    let open = (related.children_open > 0).then(|| {
        let count = related.children_open.to_string();
        view! { <p class="quiet">{w::CHILDREN_OPEN.with(use_lang(), &[("n", &count)])}</p> }
    });
    let splits = related.may.split.then(|| split::form(related.event, places, categories, key, deeds.split));
    view! {
        <section class="card" id="related">
            <div class="card-head"><h2>{t(w::CARD)}</h2></div>
            {above(w::MERGED_INTO, &related.merged_into)}
            {above(w::PARENT, &related.parent)}
            {lines(t(w::CHILDREN), &related.children)}
            {open}
            {merged(&related.merged)}
            {alike_lines(&related.alike)}
            {nothing(related).then(|| view! { <p class="quiet">{t(w::NONE)}</p> })}
            <div class="request-acts">{forms::forms(related, deeds)} {splits}</div>
        </section>
        {helping::card(related, deeds)}
    }
    .into_any()
}

const fn nothing(related: &Related) -> bool {
    related.parent.is_none()
        && related.merged_into.is_none()
        && related.children_open == 0
        && related.children.is_empty()
        && related.merged.is_empty()
        && related.alike.is_empty()
}

/// What was merged into the case, each with its own history folded under it.
fn merged(cases: &[MergedCase]) -> Option<AnyView> {
    let one = |case: &MergedCase| {
        let entries = case.timeline.clone();
        view! {
            <li class="order-line">
                {line(&case.row, ().into_any())}
                <details>
                    <summary>{t(w::ITS_HISTORY)}</summary>
                    <TimelineList entries=entries />
                </details>
            </li>
        }
    };
    (!cases.is_empty()).then(|| {
        view! {
            <h3 class="facts-more">{t(w::MERGED)}</h3>
            <ul class="order-lines">{cases.iter().map(one).collect_view()}</ul>
        }
        .into_any()
    })
}
