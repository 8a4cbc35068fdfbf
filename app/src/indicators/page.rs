//! `/c/:centre/indicators/:code`: one vital sign, its readings, thresholds, and the same below.

use domain::indicators::IndicatorDetail;
use domain::live::Topic;
use domain::risk::Direction;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{Indicator, one_sign};
use super::words as w;
use crate::charts::Chart;
use crate::live::use_live;
use crate::parts::{Figure, LevelMark, StaleMark, loaded};
use crate::words::figures::{ILLUSTRATIVE, maybe, number};
use crate::words::{Text, levels, moments, n, t, use_lang};

/// Windows to choose from, in hours.
const WINDOWS: [(u32, Text); 4] =
    [(6, w::LAST_6H), (24, w::LAST_24H), (168, w::LAST_WEEK), (720, w::LAST_MONTH)];
const WINDOW: u32 = 24;
/// Rows of the table that says what the chart shows.
const TABLE_ROWS: usize = 48;

/// `/c/:centre/indicators/:code`: one vital sign.
#[component]
pub fn IndicatorPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let param = move |name: &'static str| params.with(|params| params.get(name).unwrap_or_default());
    let hours =
        move || query.with(|query| query.get("hours").and_then(|hours| hours.parse().ok()).unwrap_or(WINDOW));
    let changed = use_live(&[Topic::Indicators, Topic::Warnings]);
    let resource = Resource::new(
        move || (param("centre"), param("code"), hours(), changed.get()),
        |(centre, code, hours, _)| one_sign(centre, code, hours),
    );
    loaded(resource, move |sign| page(sign, hours()))
}

fn page(sign: Indicator, hours: u32) -> AnyView {
    let Indicator { detail, chart } = sign;
    let name = n(&detail.tile.name);
    let of = w::SIGNS_OF.with(use_lang(), &[("centre", &n(&detail.centre.name))]);
    view! {
        <Title text=name.clone() />
        <header class="page-head">
            <div>
                <p class="quiet"><a href=format!("/c/{}", detail.centre.code)>{of}</a></p>
                <h1>{name}</h1>
            </div>
            {windows(hours)}
        </header>
        {figures(&detail)}
        <section class="card">{plot(&detail, chart)}</section>
        <div class="indicator-halves">
            <section class="card">{thresholds(&detail)}</section>
            {(!detail.below.is_empty()).then(|| view! { <section class="card">{below(&detail)}</section> })}
        </div>
    }
    .into_any()
}

fn windows(hours: u32) -> AnyView {
    let link = |(each, words): (u32, Text)| {
        let here = (each == hours).then_some("true");
        view! { <a class="button" href=format!("?hours={each}") aria-current=here>{t(words)}</a> }.into_any()
    };
    view! { <nav class="indicator-windows" aria-label=t(w::WINDOW)>{WINDOWS.map(link).into_iter().collect_view()}</nav> }
        .into_any()
}

fn figures(detail: &IndicatorDetail) -> AnyView {
    let tile = &detail.tile;
    let trend = match tile.worsening {
        Some(true) => t(levels::WORSE),
        Some(false) => t(levels::BETTER),
        None => t(w::STEADY),
    };
    let standing = match (tile.stale, tile.level) {
        (true, _) => view! { <StaleMark /> }.into_any(),
        (false, Some(level)) => view! { <LevelMark level /> }.into_any(),
        (false, None) => view! { <span class="mark ok">"✓ " {t(levels::NORMAL)}</span> }.into_any(),
    };
    let (value, unit, definition) =
        (maybe(tile.value, tile.decimals), tile.unit.clone(), n(&tile.definition));
    view! {
        <div class="indicator-figures">
            <Figure label=t(w::VALUE) value unit at=tile.at definition=definition.clone() stale=tile.stale />
            <dl class="indicator-facts">
                <dt>{t(w::LEVEL)}</dt><dd>{standing}</dd>
                <dt>{t(w::TREND)}</dt><dd>{trend}</dd>
                <dt>{t(w::DEFINITION)}</dt><dd>{definition}</dd>
                <dt>{t(w::SOURCE)}</dt>
                <dd>{n(&tile.source)} {tile.illustrative.then(|| view! { " " <span class="quiet">{t(ILLUSTRATIVE)}</span> })}</dd>
            </dl>
        </div>
    }
    .into_any()
}

fn plot(detail: &IndicatorDetail, chart: String) -> AnyView {
    if detail.series.is_empty() {
        return view! { <p class="quiet">{t(w::NO_SERIES)}</p> }.into_any();
    }
    let (lang, tile) = (use_lang(), &detail.tile);
    let values = || detail.series.iter().map(|(_, value)| *value);
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    let label = w::CHART.with(
        lang,
        &[
            ("name", &n(&tile.name)),
            ("n", &detail.series.len().to_string()),
            ("low", &number(low, tile.decimals)),
            ("high", &number(high, tile.decimals)),
            ("unit", &tile.unit),
        ],
    );
    let step = detail.series.len().div_ceil(TABLE_ROWS);
    let rows = detail.series.iter().rev().step_by(step).map(|(at, value)| {
        view! { <tr><td>{moments::full(*at)}</td><td class="number">{number(*value, tile.decimals)} " " {tile.unit.clone()}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <Chart option=Signal::stored(chart) label=label.clone() height="22rem">
            <details>
                <summary>{t(w::TABLE)}</summary>
                <table>
                    <caption class="visually-hidden">{label}</caption>
                    <thead><tr><th>{t(w::TIME)}</th><th class="number">{t(w::VALUE)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </Chart>
    }
    .into_any()
}

fn thresholds(detail: &IndicatorDetail) -> AnyView {
    let tile = &detail.tile;
    let side = match detail.direction {
        Some(Direction::Above) => t(w::ABOVE),
        Some(Direction::Below) => t(w::BELOW_LIMIT),
        None => "",
    };
    let shown = |value: f64| format!("{} {}", number(value, tile.decimals), tile.unit);
    let row = |band: &domain::risk::Band| {
        view! {
            <tr>
                <td><LevelMark level=band.level /></td>
                <td class="number">{side} " " {shown(band.raise)}</td>
                <td class="number">{shown(band.clear)}</td>
            </tr>
        }
        .into_any()
    };
    let table = if detail.bands.is_empty() {
        view! { <p class="quiet">{t(w::NO_THRESHOLDS)}</p> }.into_any()
    } else {
        let rows = detail.bands.iter().map(row).collect_view();
        view! {
            <table>
                <thead><tr><th>{t(w::LEVEL)}</th><th class="number">{t(w::RAISE)}</th><th class="number">{t(w::CLEAR)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! { <h2>{t(w::THRESHOLDS)}</h2> {table} }.into_any()
}

fn below(detail: &IndicatorDetail) -> AnyView {
    let tile = &detail.tile;
    let row = |(centre, value, level): &(
        domain::centres::CentreTag,
        Option<f64>,
        Option<domain::warnings::Level>,
    )| {
        let href = format!("/c/{}/indicators/{}", centre.code, tile.code);
        let mark = level.map(|level| view! { <LevelMark level /> });
        view! {
            <tr>
                <td><a href=href>{n(&centre.name)}</a></td>
                <td class="number">{maybe(*value, tile.decimals)} " " {tile.unit.clone()}</td>
                <td>{mark}</td>
            </tr>
        }
        .into_any()
    };
    let rows = detail.below.iter().map(row).collect_view();
    view! {
        <h2>{t(w::BELOW)}</h2>
        <table>
            <thead><tr><th>{t(w::CENTRE)}</th><th class="number">{t(w::VALUE)}</th><th>{t(w::LEVEL)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
