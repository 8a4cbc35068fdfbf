//! The top bar's right side: who, as what, and how it looks. All plain forms: they work without WASM.

use domain::actors::PostRow;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::api::Frame;
use super::words as w;
use crate::look::{Theme, use_look};
use crate::words::{n, t};

/// Where the reader is, for the way back after a plain form post.
fn here() -> Signal<String> {
    let location = use_location();
    Signal::derive(move || {
        let query = location.search.get();
        let sep = if query.is_empty() || query.starts_with('?') { "" } else { "?" };
        format!("{}{sep}{query}", location.pathname.get())
    })
}

/// Language and theme.
#[component]
pub fn LookSwitches() -> impl IntoView {
    let (look, to) = (use_look(), here());
    let other_lang = match look.html_lang() {
        "en" => "zh",
        _ => "en",
    };
    let theme = look.theme.unwrap_or(Theme::Light).other();
    let theme_word = t(if theme == Theme::Dark { w::DARK } else { w::LIGHT });
    view! {
        <form class="switch" method="post" action="/preferences">
            <input type="hidden" name="to" prop:value=to value=to />
            <button type="submit" name="lang" value=other_lang title=t(w::OTHER_LANGUAGE_LONG)>
                {t(w::OTHER_LANGUAGE)}
            </button>
            <button type="submit" name="theme" value=theme.as_str()>{theme_word}</button>
        </form>
    }
    .into_any()
}

/// The post acted under, and the menu to switch it and to leave.
#[component]
pub fn PostMenu(
    /// The frame.
    frame: Frame,
    /// What else the menu holds.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let now = format!("{} · {}", n(&frame.actor.title), frame.actor.person_name);
    let others: Vec<_> = frame.posts.into_iter().filter(|post| !post.current).collect();
    view! {
        <details class="menu">
            <summary>{now}</summary>
            <div class="menu-list">
                {children.map(|children| children())}
                <div class="phone-only"><LookSwitches /></div>
                {(!others.is_empty()).then(|| view! { <p class="menu-head">{t(w::SWITCH_POST)}</p> })}
                {others.into_iter().map(post_button).collect_view()}
                <form method="post" action="/sign-out">
                    <button type="submit">{t(w::SIGN_OUT)}</button>
                </form>
                <form method="post" action="/sign-out-everywhere">
                    <button type="submit">{t(w::SIGN_OUT_EVERYWHERE)}</button>
                </form>
            </div>
        </details>
    }
    .into_any()
}

fn post_button(post: PostRow) -> AnyView {
    view! {
        <form method="post" action="/post">
            <button type="submit" name="post" value=post.id.to_string()>
                {n(&post.title)} <small>{n(&post.centre.name)}</small>
            </button>
        </form>
    }
    .into_any()
}
