//! The bar of steps that a case goes through, after GB/T 30428.

use chrono::{DateTime, Utc};
use domain::audit::{TimelineEntry, Verb};
use domain::events::EventState;
use leptos::prelude::*;

use super::clocks::state_chip;
use super::words as w;
use crate::parts::CityTime;
use crate::words::states::event_state;
use crate::words::t;

/// The straight way.
const WAY: [EventState; 8] = [
    EventState::Reported,
    EventState::Accepted,
    EventState::Registered,
    EventState::Dispatched,
    EventState::Handling,
    EventState::HandledBack,
    EventState::Verified,
    EventState::Closed,
];

/// When the case last entered a state.
fn entered(timeline: &[TimelineEntry], state: EventState) -> Option<DateTime<Utc>> {
    let moved = |entry: &&TimelineEntry| matches!(entry.verb, Verb::EventReported | Verb::EventMoved);
    let into = timeline.iter().filter(moved).filter(|entry| entry.after.parse() == Ok(state));
    into.map(|entry| entry.at).max()
}

/// How far along the way the case is: the place of its state, or of the last one before it left the way.
fn reached(state: EventState, timeline: &[TimelineEntry]) -> usize {
    WAY.iter().position(|each| *each == state).unwrap_or_else(|| {
        let dated =
            WAY.iter().enumerate().filter_map(|(place, each)| Some((entered(timeline, *each)?, place)));
        dated.max().map_or(0, |(_, place)| place)
    })
}

/// The bar; a case that left the straight way shows its state beside it.
pub(super) fn step_bar(state: EventState, timeline: &[TimelineEntry]) -> AnyView {
    let now = reached(state, timeline);
    let step = |(place, each): (usize, &EventState)| {
        let class = match place.cmp(&now) {
            std::cmp::Ordering::Less => "step step-past",
            std::cmp::Ordering::Equal => "step step-now",
            std::cmp::Ordering::Greater => "step",
        };
        let at = entered(timeline, *each).filter(|_| place <= now);
        view! {
            <li class=class aria-current=(place == now).then_some("step")>
                <b>{t(event_state(*each))}</b>
                <small>{at.map(|at| view! { <CityTime at=at /> })}</small>
            </li>
        }
    };
    let aside = (!WAY.contains(&state)).then(|| view! { <p class="step-aside">{state_chip(state)}</p> });
    view! {
        <ol class="steps" aria-label=t(w::STEPS)>{WAY.iter().enumerate().map(step).collect_view()}</ol>
        {aside}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::names::Name;

    fn entry(minute: u32, after: EventState) -> TimelineEntry {
        TimelineEntry {
            at: DateTime::UNIX_EPOCH + chrono::Duration::minutes(minute.into()),
            verb: Verb::EventMoved,
            subject: Name::default(),
            who: String::new(),
            as_what: Name::default(),
            centre: Name::default(),
            before: String::new(),
            after: after.to_string(),
            note: String::new(),
        }
    }

    #[test]
    fn a_suspended_case_stands_where_it_was_taken_from() {
        let timeline = [
            entry(1, EventState::Accepted),
            entry(2, EventState::Registered),
            entry(3, EventState::Suspended),
        ];
        assert_eq!(reached(EventState::Suspended, &timeline), 2);
        assert_eq!(reached(EventState::Handling, &timeline), 4);
        assert_eq!(reached(EventState::Void, &[]), 0);
    }
}
