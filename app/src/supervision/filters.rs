//! What the board is narrowed to.

use domain::assignments::Supervision;
use domain::centres::CentreTag;
use domain::supervision::{Board, SupervisionFilter};
use domain::warnings::Level;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use super::words as w;
use crate::lanes::lane_fields;
use crate::parts::{Filters, Select};
use crate::words::levels::level_text;
use crate::words::{n, states, t};

/// The filter that the URL says.
pub(super) fn filter_of(query: &ParamsMap) -> SupervisionFilter {
    let text = |name: &str| query.get(name).unwrap_or_default();
    SupervisionFilter {
        centre: text("centre"),
        level: text("level").parse().ok(),
        supervision: text("supervision").parse().ok().filter(|pressure| *pressure != Supervision::None),
        order: text("order").parse().ok(),
        lane: query.get("lane").filter(|code| !code.is_empty()),
        mine: text("mine") == "true",
        after: query.get("after").filter(|key| !key.is_empty()),
    }
}

/// The pressures that there are, hardest first.
pub(super) const PRESSURES: [Supervision; 3] = [Supervision::Red, Supervision::Yellow, Supervision::Urged];

/// The form above the board.
pub(super) fn filters(board: &Board, filter: &SupervisionFilter) -> AnyView {
    let (here, below) = (&board.centre, &board.below);
    let pressure =
        |each: Supervision| (each.as_str().to_owned(), t(states::supervision_text(each)).to_owned());
    let pressures = PRESSURES.map(pressure).into();
    let level = |each: &Level| (each.as_str().to_owned(), t(level_text(*each)).to_owned());
    let levels = Level::ALL.iter().rev().map(level).collect();
    let centre = |each: &CentreTag| (each.code.clone(), n(&each.name));
    let mut centres: Vec<_> = below.iter().map(centre).collect();
    if !filter.centre.is_empty() {
        centres.insert(0, centre(here));
    }
    let chosen = |value: Option<&'static str>| value.unwrap_or_default().to_owned();
    let (supervision, level) =
        (chosen(filter.supervision.map(Supervision::as_str)), chosen(filter.level.map(Level::as_str)));
    let chosen = filter.centre.clone();
    let order = filter.order;
    let by_lane = lane_fields(&board.lanes, filter.lane.as_deref(), filter.mine);
    view! {
        <Filters>
            {order.map(|order| view! { <input type="hidden" name="order" value=order.to_string() /> })}
            <Select name="supervision" label=t(w::PRESSURE) choices=pressures chosen=supervision />
            <Select name="level" label=t(w::LEVEL) choices=levels chosen=level />
            {by_lane}
            <Select name="centre" label=t(w::BELOW) choices=centres chosen=chosen />
        </Filters>
    }
    .into_any()
}
