//! A warning's facts and its thresholds.

use domain::warnings::{Level, WarningRow};
use leptos::prelude::*;

use super::words as w;
use crate::centres::place_words;
use crate::parts::{CityTime, LevelMark};
use crate::words::figures::number;
use crate::words::{n, t, use_lang};

/// Where it is, since when, and what was made of it.
pub(super) fn facts(row: &WarningRow) -> AnyView {
    let place = place_words(&row.district, &row.centre, use_lang());
    let point = row.risk_point.as_ref().map(|(id, name)| (format!("/risk-points/{id}"), n(name)));
    let event = row.event.map(|event| format!("/events/{event}"));
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::FACTS)}</h2></div>
            <dl class="facts">
                <dt>{t(w::CENTRE)}</dt>
                <dd><a href=format!("/c/{}", row.centre.code)>{place}</a></dd>
                {point.map(|(href, name)| view! { <dt>{t(w::RISK_POINT)}</dt><dd><a href=href>{name}</a></dd> })}
                <dt>{t(w::RAISED)}</dt>
                <dd><CityTime at=row.raised_at /></dd>
                <dt>{t(w::MEASURED)}</dt>
                <dd><CityTime at=row.value_at /></dd>
                {row.cleared_at.map(|at| view! { <dt>{t(w::CLEARED)}</dt><dd><CityTime at=at /></dd> })}
                <dt>{t(w::EVENT)}</dt>
                <dd>
                    {match event {
                        Some(href) => view! { <a href=href>{t(w::TO_EVENT)}</a> }.into_any(),
                        None => t(w::NO_EVENT).into_any(),
                    }}
                </dd>
            </dl>
        </section>
    }
    .into_any()
}

/// What raises and clears each level; the present one is marked.
pub(super) fn band_table(mut bands: Vec<(Level, f64, f64)>, row: &WarningRow) -> AnyView {
    bands.sort_by_key(|(level, ..)| std::cmp::Reverse(*level));
    let (unit, place, now) = (row.unit.clone(), row.decimals, row.level);
    let line = move |(level, raise, clear): (Level, f64, f64)| {
        view! {
            <tr aria-current=(level == now).then_some("true")>
                <td><LevelMark level=level /></td>
                <td class="number">{number(raise, place)}</td>
                <td class="number">{number(clear, place)}</td>
            </tr>
        }
    };
    view! {
        <section class="card" id="bands">
            <div class="card-head"><h2>{t(w::BANDS)}</h2><span>{unit}</span></div>
            <table>
                <caption class="visually-hidden">{t(w::BANDS)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(w::LEVEL)}</th>
                        <th scope="col" class="number">{t(w::RAISE_AT)}</th>
                        <th scope="col" class="number">{t(w::CLEAR_AT)}</th>
                    </tr>
                </thead>
                <tbody>{bands.into_iter().map(line).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}
