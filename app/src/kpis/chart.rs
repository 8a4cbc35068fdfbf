//! The chart of a KPI: its values by period, and the target.

use domain::kpis::KpiDetail;

use super::api::KpiSheet;
use super::words as w;
use crate::charts::lines::{Limit, Lines, day, option};
use crate::words::figures::number;
use crate::words::{n, t};

/// A KPI with its chart, in the reader's language.
pub(super) fn drawn(detail: KpiDetail) -> KpiSheet {
    let row = &detail.row;
    let target = row.target.map(|at| Limit {
        name: format!("{} {} {}", t(w::TARGET_SHORT), number(at, row.decimals), row.unit),
        at,
        colour: "var(--text-3)".to_owned(),
        dotted: false,
    });
    let values = detail.series.iter().map(|(on, value)| (day(*on), *value)).collect();
    let (name, unit, limits) = (n(&row.name), row.unit.clone(), target.into_iter().collect());
    let chart = option(Lines { name, unit, values, limits, marks: Vec::new() });
    KpiSheet { detail, chart }
}
