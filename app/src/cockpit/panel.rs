//! What all panels of a cockpit are made of.

use domain::kpis::Light;
use domain::warnings::Level;
use leptos::prelude::*;

use crate::words::{Text, levels, t};

/// The page hangs on a wall: no chrome, and links between cockpits stay on the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kiosk(pub bool);

/// The link to a centre's cockpit.
pub(super) fn cockpit_href(code: &str) -> String {
    let wall = use_context::<Kiosk>().is_some_and(|kiosk| kiosk.0);
    format!("/c/{code}{}", if wall { "?kiosk" } else { "" })
}

/// What a mark stands for; the CSS attribute spells it.
pub(super) const fn standing(level: Option<Level>, stale: bool) -> &'static str {
    match (stale, level) {
        (_, Some(level)) => level.as_str(),
        (true, None) => "none",
        (false, None) => "ok",
    }
}

/// The light of a lane, spelled as a standing.
pub(super) const fn standing_of(light: Light) -> &'static str {
    match light {
        Light::NoData => "none",
        _ => light.as_str(),
    }
}

/// A standing in words.
pub(super) fn standing_word(level: Option<Level>, stale: bool) -> &'static str {
    match (stale, level) {
        (true, _) => t(levels::STALE),
        (false, Some(level)) => t(levels::level_text(level)),
        (false, None) => t(levels::NORMAL),
    }
}

/// A shape in its colour: the same shapes as on the map. Its word must stand beside it.
pub(super) fn mark(standing: &'static str) -> AnyView {
    let path = match standing {
        "red" => "M8 0 16 8 8 16 0 8Z",
        "orange" => "M8 1 16 15H0Z",
        "yellow" => "M1.5 1.5h13v13h-13Z",
        "blue" => "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Z",
        "ok" => "M2.2 7.4.6 9 6 14.4 15.4 4.2 13.7 2.6 6 11Z",
        _ => {
            "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Zm0 2.2a4.8 4.8 0 0 1 2.8.9L4.1 10.8A4.8 4.8 0 0 1 8 3.2Z\
             m0 9.6a4.8 4.8 0 0 1-2.8-.9l6.7-6.7A4.8 4.8 0 0 1 8 12.8Z"
        }
    };
    view! {
        <svg class="ck-mark" data-level=standing viewBox="0 0 16 16" aria-hidden="true">
            <path d=path />
        </svg>
    }
    .into_any()
}

/// A mark whose word is only read out, because colour, shape and word stand elsewhere in the row.
pub(super) fn spoken_mark(level: Level) -> AnyView {
    let word = t(levels::level_text(level));
    view! { <span class="ck-spoken" title=word>{mark(level.as_str())}<span class="visually-hidden">{word}</span></span> }
        .into_any()
}

/// A panel's title and what stands at its right, which opens the rows behind it.
pub(super) fn head(title: &'static str, aside: AnyView) -> AnyView {
    view! { <header><h2>{title}</h2>{aside}</header> }.into_any()
}

/// Nothing to show, and the next step.
pub(super) fn nothing(why: Text, next: Text, href: String) -> AnyView {
    view! {
        <div class="ck-empty">
            <p>{mark("ok")} " " {t(why)}</p>
            <a href=href>{t(next)} " ›"</a>
        </div>
    }
    .into_any()
}
