//! Narrowing a list by lane, and to what waits for the reader.

use domain::names::Name;
use leptos::prelude::*;

use super::words as w;
use crate::asking::Question;
use crate::lanes::api::case_lanes;
use crate::parts::Select;
use crate::words::{n, t};

/// Lanes for filters: code and name.
pub type Lanes = Vec<(String, Name)>;

/// Asks for the lanes to which cases belong.
pub fn lanes_asked() -> Question<Lanes> {
    Question::new(|| (), |()| case_lanes())
}

/// The fields of a list's form: a lane, and what waits for the reader.
pub fn lane_fields(lanes: &Lanes, lane: Option<&str>, mine: bool) -> AnyView {
    let choices = lanes.iter().map(|(code, name)| (code.clone(), n(name))).collect();
    let chosen = lane.unwrap_or_default().to_owned();
    view! {
        <Select name="lane" label=t(w::LANE) choices=choices chosen=chosen />
        <label class="tick" title=t(w::MINE_HINT)>
            <input type="checkbox" name="mine" value="true" checked=mine />
            {t(w::MINE)}
        </label>
    }
    .into_any()
}
