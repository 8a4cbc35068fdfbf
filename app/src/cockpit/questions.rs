//! What the page asks, all at its top and side by side; asked again when something of the kind changed.

use chrono::{DateTime, Utc};
use domain::assignments::AssignmentRow;
use domain::centres::CentreHead;
use domain::cockpit::{ChildTile, Ribbon};
use domain::events::EventRow;
use domain::indicators::SignTile;
use domain::lanes::LaneMatrix;
use domain::live::Topic;
use domain::orders::OrderRow;
use domain::pages::Page;
use domain::warnings::WarningRow;
use leptos::prelude::*;

use super::api::{self, Worst};
use crate::asking::{Carried, Question, Trouble};
use crate::live::{use_live, use_now};

/// Seconds between two looks at what changes with every reading.
const PACE: i64 = 3;

/// All questions of a cockpit.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "each field is named after its panel")]
pub(super) struct Questions {
    pub head: Question<CentreHead>,
    pub fresh: Question<Option<DateTime<Utc>>>,
    pub ribbon: Question<Ribbon>,
    pub signs: Question<Vec<SignTile>>,
    pub matrix: Question<LaneMatrix>,
    pub worst: Question<Option<Worst>>,
    pub warnings: Question<Vec<WarningRow>>,
    pub events: Question<Vec<EventRow>>,
    pub orders: Question<Vec<OrderRow>>,
    pub owed: Question<Option<Page<AssignmentRow>>>,
    pub strip: Question<Vec<ChildTile>>,
    pub alarms: Question<String>,
}

/// Follows `version`, but at most once in [`PACE`] seconds.
fn paced(version: Signal<u32>) -> Signal<u32> {
    let now = use_now();
    let paced = Memo::new(move |before: Option<&u32>| {
        let due = now.get().timestamp() % PACE == 0;
        match before {
            Some(before) if !due => *before,
            _ => version.get_untracked(),
        }
    });
    paced.into()
}

fn asks<T, A>(centre: Memo<String>, version: Signal<u32>, ask: fn(String) -> A) -> Question<T>
where
    T: Clone + Carried + Send + Sync + 'static,
    A: Future<Output = Result<T, Trouble>> + Send + 'static,
{
    Question::new(move || (centre.get(), version.get()), move |(centre, _)| ask(centre))
}

/// Asks everything about a centre.
pub(super) fn questions(centre: Memo<String>) -> Questions {
    let warned = use_live(&[Topic::Warnings]);
    let ordered = use_live(&[Topic::Orders]);
    let counted = use_live(&[Topic::Warnings, Topic::Events, Topic::Orders, Topic::Reviews]);
    let staffed = use_live(&[Topic::Warnings, Topic::Events, Topic::Orders, Topic::Reviews, Topic::Duty]);
    let read = paced(use_live(&[Topic::Readings, Topic::Indicators]));
    Questions {
        head: asks(centre, Signal::derive(|| 0), api::head),
        fresh: asks(centre, read, api::fresh_at),
        ribbon: asks(centre, counted, api::front_ribbon),
        signs: asks(centre, read, api::front_signs),
        matrix: asks(centre, use_live(&[Topic::Kpis]), api::matrix),
        worst: asks(centre, use_live(&[Topic::Warnings, Topic::Events, Topic::Orders]), api::front_worst),
        warnings: asks(centre, warned, api::front_warnings),
        events: asks(centre, use_live(&[Topic::Events]), api::front_events),
        orders: asks(centre, ordered, api::front_orders),
        owed: asks(centre, ordered, api::front_owed),
        strip: asks(centre, staffed, api::strip),
        alarms: asks(centre, warned, api::alarms),
    }
}
