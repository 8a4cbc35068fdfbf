//! `/c/:centre/indicators/:code`: one vital sign, its readings, thresholds, and the same below.

use domain::indicators::IndicatorDetail;
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{Indicator, one_sign};
use super::plot::plot;
use super::thresholds::{below, thresholds};
use super::words as w;
use crate::asking::Question;
use crate::live::use_live;
use crate::parts::{Figure, LevelMark, StaleMark, loaded};
use crate::words::figures::{ILLUSTRATIVE, maybe};
use crate::words::{Text, levels, n, t, use_lang};

/// Windows to choose from, in hours.
const WINDOWS: [(u32, Text); 4] =
    [(6, w::LAST_6H), (24, w::LAST_24H), (168, w::LAST_WEEK), (720, w::LAST_MONTH)];
const WINDOW: u32 = 24;

/// `/c/:centre/indicators/:code`: one vital sign.
#[component]
pub fn IndicatorPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let param = move |name: &'static str| params.with(|params| params.get(name).unwrap_or_default());
    let hours =
        move || query.with(|query| query.get("hours").and_then(|hours| hours.parse().ok()).unwrap_or(WINDOW));
    let changed = use_live(&[Topic::Indicators, Topic::Warnings]);
    let resource = Question::new(
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
