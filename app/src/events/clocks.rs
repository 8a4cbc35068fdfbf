//! How a case's state and its clocks read.

use chrono::{DateTime, Utc};
use domain::events::{EventRow, EventState};
use domain::time::Lamp;
use leptos::prelude::*;

use super::words as w;
use crate::parts::{CityTime, LampMark, Left};
use crate::words::states::event_state;
use crate::words::{moments, t, use_lang};

/// Where a case stands.
pub(crate) fn state_chip(state: EventState) -> AnyView {
    let class = match state {
        EventState::Closed | EventState::Verified => "chip chip-done",
        EventState::Returned | EventState::Suspended => "chip chip-back",
        state if state.is_open() => "chip chip-open",
        _ => "chip",
    };
    view! { <span class=class>{t(event_state(state))}</span> }.into_any()
}

/// The worse of a case's two lamps with the time left there, or when it was closed.
pub(super) fn worse_clock(row: &EventRow) -> AnyView {
    let of_step = row.step_lamp > row.lamp;
    let (lamp, due) = match row.step_due_at {
        Some(due) if of_step => (row.step_lamp, due),
        _ => (row.lamp, row.due_at),
    };
    let rest = match row.closed_at {
        Some(at) => {
            let words = w::CLOSED_AT.with(use_lang(), &[("at", &moments::day_clock(at))]);
            view! { <small class="row-sub">{words}</small> }.into_any()
        }
        None if row.state == EventState::Suspended => {
            view! { <small class="row-sub">{t(w::STOPPED)}</small> }.into_any()
        }
        None if row.state.is_open() => {
            let which = t(if of_step { w::STEP_CLOCK } else { w::CLOCK });
            view! { <small class="row-sub" title=which><Left due=due /></small> }.into_any()
        }
        None => ().into_any(),
    };
    view! { <LampMark lamp=lamp /> {rest} }.into_any()
}

/// One of the two clocks as a figure: its lamp, what is left, and when it runs out.
pub(super) fn clock_figure(
    label: &'static str,
    state: EventState,
    due: Option<DateTime<Utc>>,
    lamp: Lamp,
) -> AnyView {
    let due = due.filter(|_| state.is_open() && state != EventState::Suspended);
    let value = match due {
        Some(due) => view! { <b><Left due=due /></b> }.into_any(),
        None => view! { <b class="quiet">{t(w::STOPPED)}</b> }.into_any(),
    };
    view! {
        <div class="figure" title=t(w::CLOCK_HINT)>
            <span class="figure-label">{label} " " {state.is_open().then(|| view! { <LampMark lamp=lamp /> })}</span>
            <span class="figure-value clock-value">{value}</span>
            {due.map(|due| view! { <span class="figure-at"><CityTime at=due /> " " {t(w::DUE)}</span> })}
        </div>
    }
    .into_any()
}
