//! When a vital sign is in what level, and how it stands in the centres below.

use domain::indicators::IndicatorDetail;
use domain::risk::Direction;
use leptos::prelude::*;

use super::words as w;
use crate::parts::LevelMark;
use crate::words::figures::{maybe, number};
use crate::words::{n, t};

/// Raise and clear values by level.
pub(super) fn thresholds(detail: &IndicatorDetail) -> AnyView {
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

/// The same sign in each centre directly below.
pub(super) fn below(detail: &IndicatorDetail) -> AnyView {
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
