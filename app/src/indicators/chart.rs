//! The chart of a sign: its readings and the thresholds that would raise.

use domain::indicators::IndicatorDetail;

use super::api::Indicator;
use crate::charts::lines::{Lines, limits, moment, option};
use crate::words::use_lang;

/// A sign with its chart, in the reader's language.
pub(super) fn drawn(detail: IndicatorDetail) -> Indicator {
    let lang = use_lang();
    let chart = option(Lines {
        name: detail.tile.name.get(lang).to_owned(),
        unit: detail.tile.unit.clone(),
        values: detail.series.iter().map(|(at, value)| (moment(*at), *value)).collect(),
        limits: limits(&detail.bands, &detail.tile.unit, lang),
        marks: Vec::new(),
    });
    Indicator { detail, chart }
}
