//! Posts that have no part in running the city.

use leptos::prelude::*;

use super::api::Frame;
use super::{LookSwitches, PostMenu, words as w};
use crate::words::posts::role_text;
use crate::words::{t, use_lang};

/// Tells an administrator where they work, and lets them switch post or leave.
#[component]
pub fn NoPages(
    /// The frame.
    frame: Frame,
) -> impl IntoView {
    let lang = use_lang();
    let words = w::NO_PAGES.with(lang, &[("role", role_text(frame.actor.role).get(lang))]);
    view! {
        <header class="top">
            <a class="brand" href="/">{t(w::PRODUCT)}</a>
            <span class="top-space"></span>
            <PostMenu frame=frame />
            <LookSwitches />
        </header>
        <main class="alone" id="main"><p>{words}</p></main>
    }
    .into_any()
}
