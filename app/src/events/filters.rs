//! The filters of the list of events.

use domain::events::{EventFilter, EventState};
use domain::names::Name;
use domain::time::Lamp;
use domain::warnings::Level;
use leptos::prelude::*;

use super::words as w;
use crate::lanes::{Lanes, lane_fields};
use crate::parts::{Choice, DayField, Filters, SearchField, Select};
use crate::words::levels::{lamp_text, level_text};
use crate::words::states::event_state;
use crate::words::{Text, n, t};

fn choices<T: Copy + std::fmt::Display>(all: impl Iterator<Item = T>, words: fn(T) -> Text) -> Vec<Choice> {
    all.map(|each| (each.to_string(), t(words(each)).to_owned())).collect()
}

fn chosen<T: std::fmt::Display>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The form, filled in as the URL says.
pub(super) fn narrow(categories: Vec<(String, Name)>, lanes: &Lanes, filter: EventFilter) -> AnyView {
    let levels = choices(Level::ALL.iter().rev().copied(), level_text);
    let states = choices(EventState::ALL.iter().copied(), event_state);
    let lamps = choices(Lamp::ALL.iter().rev().copied(), lamp_text);
    let categories = categories.into_iter().map(|(code, name)| (code, n(&name))).collect();
    let by_lane = lane_fields(lanes, filter.lane.as_deref(), filter.mine);
    view! {
        <Filters>
            {(!filter.centre.is_empty()).then(|| view! { <input type="hidden" name="centre" value=filter.centre /> })}
            <SearchField hint=t(w::SEARCH_HINT) value=filter.search />
            <Select name="state" label=t(w::STATE) all=Some(t(w::OPEN)) choices=states chosen=chosen(filter.state) />
            <Select name="level" label=t(w::LEVEL) choices=levels chosen=chosen(filter.level) />
            <Select name="lamp" label=t(w::LAMP) choices=lamps chosen=chosen(filter.lamp) />
            <Select name="category" label=t(w::CATEGORY) choices=categories chosen=filter.category.unwrap_or_default() />
            {by_lane}
            <DayField name="from" label=t(w::FROM) value=filter.from />
            <DayField name="to" label=t(w::TO) value=filter.to />
            <label class="tick">
                <input type="checkbox" name="all" value="true" checked=filter.all />
                {t(w::ALL_TOO)}
            </label>
        </Filters>
    }
    .into_any()
}
