//! The chart of a warning: what was measured, and the lines that raise and clear.

use domain::audit::{TimelineEntry, Verb};
use domain::warnings::WarningDetail;

use super::api::WarningSheet;
use super::words as w;
use crate::charts::lines::{Limit, Lines, moment, option};
use crate::words::figures::number;
use crate::words::levels::level_colour;
use crate::words::use_lang;
use crate::words::verbs::verb_text;

/// A warning with its chart, in the reader's language.
pub(super) fn drawn(detail: WarningDetail) -> WarningSheet {
    let (lang, row) = (use_lang(), &detail.row);
    let at = |value: f64| format!("{} {}", number(value, row.decimals), row.unit);
    let mut limits = Vec::new();
    for (level, raise, clear) in &detail.bands {
        let name = format!("{} {} {}", level_colour(*level).get(lang), w::RAISE_AT.get(lang), at(*raise));
        limits.push(Limit { name, at: *raise, colour: format!("var(--{level})"), dotted: false });
        if *level == row.level {
            let name = format!("{} {}", w::CLEAR_AT.get(lang), at(*clear));
            limits.push(Limit { name, at: *clear, colour: "var(--ok)".to_owned(), dotted: true });
        }
    }
    let values = detail.series.iter().map(|(at, value)| (moment(*at), *value)).collect();
    let marked = |entry: &&TimelineEntry| {
        matches!(entry.verb, Verb::WarningRaised | Verb::OrderIssued | Verb::WarningCleared)
    };
    let mark = |entry: &TimelineEntry| (moment(entry.at), verb_text(entry.verb).get(lang).to_owned());
    let marks = detail.timeline.iter().filter(marked).map(mark).collect();
    let name = w::VALUE.get(lang).to_owned();
    let chart = option(Lines { name, unit: row.unit.clone(), values, limits, marks });
    WarningSheet { detail, chart }
}
