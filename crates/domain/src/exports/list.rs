//! Which list becomes a file, and how it is narrowed.

use serde::{Deserialize, Serialize};

use crate::events::EventFilter;
use crate::orders::OrderFilter;
use crate::rates::CountedFilter;
use crate::reviews::ReviewFilter;
use crate::supervision::SupervisionFilter;
use crate::views::encoded;

/// A list with its filter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportList {
    /// Cases.
    Events(EventFilter),
    /// Orders.
    Orders(OrderFilter),
    /// The supervision board.
    Supervision(SupervisionFilter),
    /// The cases behind a figure.
    Cases(CountedFilter),
    /// Reviews with what was learnt.
    Reviews(ReviewFilter),
}

/// A field of a filter, as URLs and forms name it, and its value; empty for none.
type Pair = (&'static str, String);

fn spelled<T: std::fmt::Display>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn flag(value: bool) -> String {
    if value { "true".to_owned() } else { String::new() }
}

impl ExportList {
    /// The word for the list in names of files and in URLs.
    #[must_use]
    pub const fn noun(&self) -> &'static str {
        match self {
            Self::Events(_) => "events",
            Self::Orders(_) => "orders",
            Self::Supervision(_) => "supervision",
            Self::Cases(_) => "cases",
            Self::Reviews(_) => "reviews",
        }
    }

    /// Code of the centre it is of; empty for the reader's own.
    #[must_use]
    pub fn centre(&self) -> &str {
        match self {
            Self::Events(filter) => &filter.centre,
            Self::Orders(filter) => &filter.centre,
            Self::Supervision(filter) => &filter.centre,
            Self::Cases(filter) => &filter.centre,
            Self::Reviews(filter) => &filter.centre,
        }
    }

    /// The same from the page that begins after a key on; from the first on for none.
    #[must_use]
    pub fn after(mut self, key: Option<String>) -> Self {
        match &mut self {
            Self::Events(filter) => filter.after = key,
            Self::Orders(filter) => filter.after = key,
            Self::Supervision(filter) => filter.after = key,
            Self::Cases(filter) => filter.after = key,
            Self::Reviews(filter) => filter.after = key,
        }
        self
    }

    /// What it is narrowed to, without what says nothing.
    #[must_use]
    pub fn pairs(&self) -> Vec<Pair> {
        let centre = ("centre", self.centre().to_owned());
        let lane = |lane: &Option<String>| ("lane", lane.clone().unwrap_or_default());
        let mut pairs = match self {
            Self::Events(filter) => vec![
                ("state", spelled(filter.state)),
                ("all", flag(filter.all)),
                ("level", spelled(filter.level)),
                ("lamp", spelled(filter.lamp)),
                ("category", filter.category.clone().unwrap_or_default()),
                lane(&filter.lane),
                ("mine", flag(filter.mine)),
                ("search", filter.search.clone()),
                ("from", filter.from.clone()),
                ("to", filter.to.clone()),
            ],
            Self::Orders(filter) => vec![
                ("all", flag(filter.all)),
                ("mine", flag(filter.mine)),
                ("lamp", spelled(filter.lamp)),
                lane(&filter.lane),
            ],
            Self::Supervision(filter) => vec![
                ("level", spelled(filter.level)),
                ("supervision", spelled(filter.supervision)),
                ("order", spelled(filter.order)),
                lane(&filter.lane),
                ("mine", flag(filter.mine)),
            ],
            Self::Cases(filter) => vec![
                ("rate", filter.rate.to_string()),
                ("span", filter.span.clone()),
                ("lane", filter.lane.clone()),
                ("part", spelled(filter.part)),
            ],
            Self::Reviews(filter) => vec![("all", flag(filter.all)), ("q", filter.q.clone())],
        };
        pairs.insert(0, centre);
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// The way to the list as it is narrowed.
    #[must_use]
    pub fn href(&self) -> String {
        let path = match self {
            Self::Events(_) => "/events",
            Self::Orders(_) => "/orders",
            Self::Supervision(_) => "/supervision",
            Self::Cases(_) => "/evaluation/cases",
            Self::Reviews(_) => "/reviews",
        };
        let pairs = self.pairs().into_iter().map(|(name, value)| [name, "=", &encoded(&value)].concat());
        [path, "?", &pairs.collect::<Vec<_>>().join("&")].concat()
    }
}
