//! Warnings as the rows of a table: on their own list, and on the pages of what they concern.

use domain::warnings::{WarningRow, WarningState};
use leptos::prelude::*;

use super::words as w;
use crate::centres::place_words;
use crate::duty::{DutyNow, on_duty};
use crate::parts::{Ago, CityTime, LevelMark, StaleMark};
use crate::words::figures::number;
use crate::words::levels::{BETTER, WORSE};
use crate::words::states::warning_state;
use crate::words::{n, t, use_lang};

/// The value with its unit: `34.0 cm`.
fn value_words(row: &WarningRow) -> String {
    format!("{} {}", number(row.value, row.decimals), row.unit)
}

/// Says since when the data is too old; nothing while it is fresh.
pub(super) fn stale_since(row: &WarningRow) -> Option<AnyView> {
    row.stale.then(|| {
        view! { <span class="stale-since"><StaleMark /> " " {t(w::SINCE)} " " <CityTime at=row.value_at /></span> }.into_any()
    })
}

/// Whether it got worse or better, coloured by that and never by direction.
pub(super) fn trend(worsening: Option<bool>) -> Option<AnyView> {
    worsening.map(|worse| {
        let (class, words) = if worse { ("bad", WORSE) } else { ("good", BETTER) };
        view! { <span class=class>{t(words)}</span> }.into_any()
    })
}

/// A table of warnings, in the order given.
#[component]
pub fn WarningRows(
    /// The warnings.
    rows: Vec<WarningRow>,
    /// Who is on duty at the centres, where the page asked.
    #[prop(optional, into)]
    duty: Option<DutyNow>,
    /// What the table lists, for its caption.
    caption: &'static str,
) -> impl IntoView {
    let on_duty = |row: &WarningRow| duty.as_ref().map(|duty| on_duty(duty.of(row.centre.id)));
    let lines = rows.into_iter().map(|row| line(on_duty(&row), row)).collect_view();
    view! {
        <table class="rows">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(w::WARNING)}</th>
                    <th scope="col">{t(w::LEVEL)}</th>
                    <th scope="col" class="number">{t(w::VALUE)} " / " {t(w::THRESHOLD)}</th>
                    <th scope="col">{t(w::RAISED)}</th>
                    <th scope="col">{t(w::STATE)}</th>
                    <th scope="col">{t(w::HANDLING)}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn line(duty: Option<AnyView>, row: WarningRow) -> AnyView {
    let place = place_words(&row.district, &row.centre, use_lang());
    let threshold = format!("{} {}", number(row.threshold, row.decimals), row.unit);
    let (value, stale) = (value_words(&row), stale_since(&row));
    view! {
        <tr>
            <td class="cell-head">
                <a class="row-title" href=format!("/warnings/{}", row.id)>{n(&row.title)}</a>
                <small class="row-sub">{place} " " {duty}</small>
            </td>
            <td class="fit" data-label=t(w::LEVEL)><LevelMark level=row.level /></td>
            <td class="number" class:hatched=row.stale data-label=t(w::VALUE) title=t(w::DEFINITION)>
                <b>{value}</b> " / " {threshold}
                <small class="row-sub">{trend(row.worsening)} {stale}</small>
            </td>
            <td class="fit" data-label=t(w::RAISED)>
                <CityTime at=row.raised_at />
                <small class="row-sub"><Ago at=row.raised_at /></small>
            </td>
            <td class="fit" data-label=t(w::STATE)>{state_chip(row.state)}</td>
            <td class="fit" data-label=t(w::HANDLING)>{handling(&row)}</td>
        </tr>
    }
    .into_any()
}

/// Where a warning stands.
pub(super) fn state_chip(state: WarningState) -> AnyView {
    let class = match state {
        WarningState::Raised => "chip chip-back",
        WarningState::Acknowledged => "chip chip-open",
        WarningState::Cleared => "chip chip-done",
    };
    view! { <span class=class>{t(warning_state(state))}</span> }.into_any()
}

fn handling(row: &WarningRow) -> AnyView {
    let Some(event) = row.event else {
        return view! { <span class="quiet">{t(w::NO_EVENT)}</span> }.into_any();
    };
    let ordered = if row.ordered { w::ORDERED } else { w::NOT_ORDERED };
    view! {
        <a href=format!("/events/{event}")>{t(w::TO_EVENT)}</a>
        <small class="row-sub">{t(ordered)}</small>
    }
    .into_any()
}
