//! Vital signs as tiles.

use domain::indicators::SignTile;
use leptos::prelude::*;

use super::panel::{head, mark, standing, standing_word};
use super::words as w;
use crate::parts::Spark;
use crate::words::figures::maybe;
use crate::words::{figures, levels, moments, n, t, use_lang};

/// The panel of signs on the front of a centre.
pub(super) fn signs(centre: &str, tiles: Vec<SignTile>) -> AnyView {
    let off = tiles.iter().filter(|tile| tile.level.is_some() || tile.stale).count();
    let (all, off, lang) = (tiles.len().to_string(), off.to_string(), use_lang());
    let aside = view! { <span>{w::SIGNS_OFF.with(lang, &[("n", &all), ("m", &off)])}</span> }.into_any();
    let body = if tiles.is_empty() {
        view! { <p class="ck-empty">{t(w::NO_SIGN)}</p> }.into_any()
    } else {
        let tiles = tiles.into_iter().map(|tile| view! { <li>{sign(centre, tile)}</li> }).collect_view();
        view! { <ul>{tiles}</ul> }.into_any()
    };
    view! { {head(t(w::SIGNS), aside)} {body} }.into_any()
}

/// What the figure means and when it was measured, for the tooltip.
pub(crate) fn meaning(tile: &SignTile) -> String {
    let at = tile.at.map_or_else(|| figures::ABSENT.to_owned(), moments::full);
    let mut text = format!(
        "{}: {}\n{}: {}\n{}: {at}",
        t(w::DEFINITION),
        n(&tile.definition),
        t(w::SOURCE),
        n(&tile.source),
        t(w::AS_OF),
    );
    if tile.illustrative {
        text.push('\n');
        text.push_str(t(figures::ILLUSTRATIVE));
    }
    text
}

fn sign(centre: &str, tile: SignTile) -> AnyView {
    let key = if tile.stale { "none" } else { standing(tile.level, false) };
    let trend = tile.worsening.map(|worse| {
        let (class, word) = if worse { ("ck-worse", levels::WORSE) } else { ("ck-better", levels::BETTER) };
        view! { <span class=class>{t(word)}</span> }
    });
    let words = meaning(&tile);
    let href = format!("/c/{centre}/indicators/{}", tile.code);
    view! {
        <a class="ck-sign" href=href title=words data-level=key data-stale=tile.stale.then_some("")>
            <span class="ck-sign-name">{n(&tile.name)}</span>
            <span class="ck-sign-value">{maybe(tile.value, tile.decimals)}<small>{tile.unit}</small></span>
            <span class="ck-sign-state">
                <span class="ck-level" data-level=key>{mark(key)} " " {standing_word(tile.level, tile.stale)}</span>
                {trend}
            </span>
            <Spark values=tile.spark />
        </a>
    }
    .into_any()
}
