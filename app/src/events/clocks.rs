//! How a case's state and its clocks read.

use domain::events::{EventRow, EventState};
use leptos::prelude::*;

use super::words as w;
use crate::parts::{CityTime, LampMark, Left};
use crate::words::states::event_state;
use crate::words::{moments, t, use_lang};

/// Where a case stands.
pub(super) fn state_chip(state: EventState) -> AnyView {
    let class = match state {
        EventState::Closed | EventState::Verified => "chip chip-done",
        EventState::Returned | EventState::Suspended => "chip chip-back",
        state if state.is_open() => "chip chip-open",
        _ => "chip",
    };
    view! { <span class=class>{t(event_state(state))}</span> }.into_any()
}

/// The whole case's lamp with the time left, or when it was closed.
pub(super) fn case_clock(row: &EventRow) -> AnyView {
    let rest = match row.closed_at {
        Some(at) => {
            let words = w::CLOSED_AT.with(use_lang(), &[("at", &moments::day_clock(at))]);
            view! { <small class="row-sub">{words}</small> }.into_any()
        }
        None if row.state.is_open() => {
            view! { <small class="row-sub"><Left due=row.due_at /></small> }.into_any()
        }
        None => ().into_any(),
    };
    view! { <LampMark lamp=row.lamp /> {rest} }.into_any()
}

/// One of the two clocks as a figure: what is left, and when it runs out.
pub(super) fn clock_figure(label: &'static str, due: Option<chrono::DateTime<chrono::Utc>>) -> AnyView {
    let value = match due {
        Some(due) => view! { <b><Left due=due /></b> }.into_any(),
        None => view! { <b class="quiet">{t(w::STOPPED)}</b> }.into_any(),
    };
    view! {
        <div class="figure" title=t(w::CLOCK_HINT)>
            <span class="figure-label">{label}</span>
            <span class="figure-value clock-value">{value}</span>
            {due.map(|due| view! { <span class="figure-at"><CityTime at=due /> " " {t(w::DUE)}</span> })}
        </div>
    }
    .into_any()
}
