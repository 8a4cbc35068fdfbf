//! Lines over time, as an ECharts option.
//!
//! Times are sent as milliseconds of the city's wall clock, and the glue draws them as if they were UTC, so that a
//! reader in another zone sees the city's time.

use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisType, Formatter, Label, LineStyle, LineStyleType, MarkLine,
    MarkLineData, MarkLineVariant, SplitLine, Symbol, TextStyle, Tooltip, Trigger,
};
use charming::series::Line;
use chrono::{DateTime, NaiveDate, Utc};
use domain::names::Lang;
use domain::risk::Band;
use domain::time::in_city;

use crate::words::figures::number;
use crate::words::levels::level_colour;

/// A line at one height: a threshold, a target.
pub struct Limit {
    /// What it is, for the legend.
    pub name: String,
    /// Where, in the unit of the series.
    pub at: f64,
    /// Colour: a CSS value or `var(--token)`.
    pub colour: String,
    /// Dotted instead of dashed.
    pub dotted: bool,
}

/// What is drawn over time.
pub struct Lines {
    /// What it is, for the legend and the tip.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Milliseconds of the city's wall clock and value, oldest first.
    pub values: Vec<(i64, f64)>,
    /// Lines at one height.
    pub limits: Vec<Limit>,
    /// Moments to mark, and what happened then.
    pub marks: Vec<(i64, String)>,
}

/// A moment on the city's wall clock, as charts take it.
#[must_use]
pub fn moment(at: DateTime<Utc>) -> i64 {
    in_city(at).naive_local().and_utc().timestamp_millis()
}

/// A day, as charts take it.
#[must_use]
pub fn day(on: NaiveDate) -> i64 {
    on.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis()
}

/// The raise values of a rule, each in its level's colour.
#[must_use]
pub fn limits(bands: &[Band], unit: &str, lang: Lang) -> Vec<Limit> {
    let limit = |band: &Band| {
        let name = format!("{} {} {unit}", level_colour(band.level).get(lang), trimmed(band.raise));
        Limit { name, at: band.raise, colour: format!("var(--{})", band.level), dotted: false }
    };
    bands.iter().map(limit).collect()
}

/// A number without decimals it does not need.
fn trimmed(value: f64) -> String {
    let decimals = (0..3).find(|d| {
        let scale = 10_f64.powi(i32::from(*d));
        ((value * scale).round() - value * scale).abs() < 1e-6
    });
    number(value, decimals.unwrap_or(2))
}

#[allow(clippy::cast_precision_loss, reason = "milliseconds of any century fit 52 bits")]
fn point((at, value): (i64, f64)) -> DataPoint {
    DataPoint::from(CompositeValue::from(vec![CompositeValue::from(at as f64), CompositeValue::from(value)]))
}

fn limit(limit: Limit, (from, to): (i64, i64)) -> Line {
    let dash = if limit.dotted { LineStyleType::Dotted } else { LineStyleType::Dashed };
    Line::new()
        .name(limit.name)
        .symbol(Symbol::None)
        .silent(true)
        .line_style(LineStyle::new().color(limit.colour.as_str()).width(1.5).type_(dash))
        .item_style(charming::element::ItemStyle::new().color(limit.colour.as_str()))
        .data(vec![point((from, limit.at)), point((to, limit.at))])
}

/// Upright lines at moments, each with its words above.
#[allow(clippy::cast_precision_loss, reason = "milliseconds of any century fit 52 bits")]
fn marked(marks: Vec<(i64, String)>) -> MarkLine {
    let label = |words: String| {
        Label::new()
            .show(true)
            .color("var(--text)")
            .formatter(Formatter::String(words.replace(['{', '}'], " ")))
    };
    let mark = |(at, words): (i64, String)| {
        MarkLineVariant::Simple(MarkLineData::new().name(words.clone()).x_axis(at as f64).label(label(words)))
    };
    MarkLine::new()
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(LineStyle::new().color("var(--text-2)").width(1.0).type_(LineStyleType::Solid))
        .data(marks.into_iter().map(mark).collect::<Vec<_>>())
}

/// The option as JSON text.
#[must_use]
pub fn option(lines: Lines) -> String {
    let Lines { name, unit, values, limits, marks } = lines;
    let span = (values.first().map_or(0, |(at, _)| *at), values.last().map_or(0, |(at, _)| *at));
    let label = || AxisLabel::new().color("var(--text-2)");
    let rule = || LineStyle::new().color("var(--rule)");
    let series = Line::new()
        .name(if unit.is_empty() { name } else { format!("{name} ({unit})") })
        .symbol(Symbol::None)
        .line_style(LineStyle::new().color("var(--series-1)").width(2.0))
        .item_style(charming::element::ItemStyle::new().color("var(--series-1)"))
        .area_style(AreaStyle::new().color("var(--series-1)").opacity(0.1))
        .data(values.into_iter().map(point).collect::<Vec<_>>())
        .mark_line(marked(marks));
    let chart = Chart::new()
        .animation(false)
        .grid(Grid::new().left(8).right(16).top(40).bottom(8).contain_label(true))
        .legend(Legend::new().top(0).left(0).text_style(TextStyle::new().color("var(--text-2)")))
        .tooltip(Tooltip::new().trigger(Trigger::Axis))
        .x_axis(Axis::new().type_(AxisType::Time).axis_label(label()).axis_line(AxisLine::new().show(true)))
        .y_axis(
            Axis::new()
                .type_(AxisType::Value)
                .scale(true)
                .axis_label(label())
                .split_line(SplitLine::new().line_style(rule())),
        )
        .series(series);
    let chart = limits.into_iter().fold(chart, |chart, each| chart.series(limit(each, span)));
    // Plain data always becomes text.
    serde_json::to_string(&chart).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use domain::warnings::Level;

    use super::*;

    #[test]
    fn a_series_comes_with_its_thresholds_on_the_city_clock() {
        let at: DateTime<Utc> = "2026-11-23T06:32:00Z".parse().expect("a test's own time");
        let bands = [Band { level: Level::Red, raise: 30.0, clear: 20.0 }];
        let values = vec![(moment(at), 12.0), (moment(at + chrono::TimeDelta::minutes(1)), 34.0)];
        let json = option(Lines {
            name: "积水".into(),
            unit: "cm".into(),
            values,
            limits: limits(&bands, "cm", Lang::Zh),
            marks: vec![(moment(at), "预警".into())],
        });
        let json: serde_json::Value = serde_json::from_str(&json).expect("an option is JSON");
        assert_eq!(json["series"][1]["name"], "红色 30 cm");
        assert_eq!(json["series"][1]["data"][0][1], 30.0);
        // 14:32 in the city, as an axis that counts milliseconds without a zone must be told.
        let told: DateTime<Utc> = "2026-11-23T14:32:00Z".parse().expect("a test's own time");
        assert_eq!(
            json["series"][0]["data"][0][0].as_f64().map(|ms| ms.to_string()),
            Some(told.timestamp_millis().to_string())
        );
    }
}
