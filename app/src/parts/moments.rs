//! Moments: when something was, how long ago, how long it still has.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::live::use_now;
use crate::words::{figures, moments, use_lang};

/// City time: the clock today, day and clock otherwise; the full moment in the tooltip. "—" where there is none.
#[component]
pub fn CityTime(
    /// When.
    #[prop(into)]
    at: Option<DateTime<Utc>>,
) -> impl IntoView {
    let now = use_now().get_untracked();
    match at {
        Some(at) => {
            view! { <time datetime=at.to_rfc3339() title=moments::full(at)>{moments::short(at, now)}</time> }
                .into_any()
        }
        None => figures::ABSENT.into_any(),
    }
}

/// How long ago, kept up to date.
#[component]
pub fn Ago(
    /// When.
    at: DateTime<Utc>,
) -> impl IntoView {
    let (now, lang) = (use_now(), use_lang());
    let words = Memo::new(move |_| moments::ago(at, now.get(), lang));
    view! { <time class="ago" datetime=at.to_rfc3339() title=moments::full(at)>{words}</time> }.into_any()
}

/// How long until something is due, or for how long it has been late; to the second on the last day.
#[component]
pub fn Left(
    /// When it is due.
    due: DateTime<Utc>,
) -> impl IntoView {
    let (now, lang) = (use_now(), use_lang());
    let words = Memo::new(move |_| moments::left(due, now.get(), lang));
    let late = Memo::new(move |_| due < now.get());
    view! {
        <time class="left" class:late=late datetime=due.to_rfc3339() title=moments::full(due)>
            {words}
        </time>
    }
    .into_any()
}
