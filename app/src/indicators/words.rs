//! Words of vital signs.

use crate::words::Text;

pub const SIGNS_OF: Text = Text::new("{centre} · 城市体征", "{centre} · vital signs");
pub const WINDOW: Text = Text::new("时间范围", "Window");
pub const LAST_6H: Text = Text::new("6 小时", "6 h");
pub const LAST_24H: Text = Text::new("24 小时", "24 h");
pub const LAST_WEEK: Text = Text::new("7 天", "7 d");
pub const LAST_MONTH: Text = Text::new("30 天", "30 d");
pub const VALUE: Text = Text::new("最新值", "Latest");
pub const LEVEL: Text = Text::new("状态", "Standing");
pub const TREND: Text = Text::new("趋势", "Trend");
pub const STEADY: Text = Text::new("平稳", "steady");
pub const DEFINITION: Text = Text::new("口径", "Definition");
pub const SOURCE: Text = Text::new("来源", "Source");
pub const THRESHOLDS: Text = Text::new("阈值", "Thresholds");
pub const RAISE: Text = Text::new("触发", "Raises at");
pub const CLEAR: Text = Text::new("解除", "Clears at");
pub const NO_THRESHOLDS: Text =
    Text::new("这项体征没有预警阈值，只作参考。", "This sign has no thresholds and raises nothing.");
pub const ABOVE: Text = Text::new("达到或高于", "at or above");
pub const BELOW_LIMIT: Text = Text::new("达到或低于", "at or below");
pub const BELOW: Text = Text::new("下级中心，最重在前", "Centres below, worst first");
pub const CENTRE: Text = Text::new("中心", "Centre");
pub const NO_SERIES: Text = Text::new("这段时间没有读数", "No readings in this window");
pub const CHART: Text = Text::new(
    "{name}，{n} 个读数，最低 {low} {unit}，最高 {high} {unit}",
    "{name}: {n} readings, lowest {low} {unit}, highest {high} {unit}",
);
pub const TABLE: Text = Text::new("以表格看", "As a table");
pub const TIME: Text = Text::new("时间", "Time");
