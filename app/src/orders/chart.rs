//! What was measured while the order ran, as a chart: the series, its raise and clear values, and when what was done.

use domain::names::Lang;
use domain::orders::{OrderDetail, OrderSeries};

use crate::charts::lines::{Limit, Lines, moment, option};
use crate::words::Text;
use crate::words::figures::number;

const RAISE: Text = Text::new("触发", "raise");
const CLEAR: Text = Text::new("解除", "clear");
const ISSUED_MARK: Text = Text::new("下令", "order");
const DONE_MARK: Text = Text::new("办结", "done");

/// The chart of an order whose event has a series.
pub(super) fn chart_of(detail: &OrderDetail, lang: Lang) -> Option<String> {
    let OrderSeries { name, unit, raise, clear, values } = detail.series.as_ref()?;
    let limit = |words: &str, at: f64, colour: &str, dotted: bool| {
        let decimals = u8::from(at.fract() != 0.0);
        Limit {
            name: format!("{words} {} {unit}", number(at, decimals)),
            at,
            colour: colour.to_owned(),
            dotted,
        }
    };
    let mut marks = vec![(moment(detail.row.issued_at), ISSUED_MARK.get(lang).to_owned())];
    let last_done = detail.tree.iter().filter(|row| row.depth == 0).map(|row| row.done_at).max().flatten();
    if let Some(at) = last_done.filter(|_| detail.row.counts.done == detail.row.counts.all) {
        marks.push((moment(at), DONE_MARK.get(lang).to_owned()));
    }
    Some(option(Lines {
        name: name.get(lang).to_owned(),
        unit: unit.clone(),
        values: values.iter().map(|(at, value)| (moment(*at), *value)).collect(),
        limits: vec![
            limit(RAISE.get(lang), *raise, "var(--red)", false),
            limit(CLEAR.get(lang), *clear, "var(--ok)", true),
        ],
        marks,
    }))
}
