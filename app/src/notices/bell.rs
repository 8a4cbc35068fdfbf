//! The bell: how many notices are open.

use leptos::prelude::*;

use super::words as w;
use crate::account::api::Frame;
use crate::words::{figures, use_lang};

/// The bell, with a count while something is open; nothing for posts without a view of the city.
pub fn bell(frame: &Frame) -> Option<AnyView> {
    frame.head.as_ref()?;
    let open = frame.badges.notices;
    let words = w::BELL.with(use_lang(), &[("n", &figures::count(open))]);
    let count = (open > 0).then(|| view! { <span class="badge badge-urgent">{figures::count(open)}</span> });
    let bell = view! {
        <a class="bell" href="/notices" title=words.clone() aria-label=words>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
                <path d="M12 3a6 6 0 0 0-6 6v4l-2 3v1h16v-1l-2-3V9a6 6 0 0 0-6-6zm-2 15a2 2 0 0 0 4 0z" fill="currentColor" />
            </svg>
            {count}
        </a>
    };
    Some(bell.into_any())
}

#[cfg(test)]
mod tests {
    use super::w;
    use domain::names::Lang;

    #[test]
    fn the_bell_says_how_many() {
        assert_eq!(w::BELL.with(Lang::En, &[("n", "3")]), "Notices: 3 open");
    }
}
