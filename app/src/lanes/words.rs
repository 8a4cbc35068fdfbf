//! Words of lanes.

use crate::words::Text;

pub const TITLE: Text = Text::new("KPI 跑道", "KPI lanes");
pub const EXPECTED: Text = Text::new("时序应达", "Expected by now");
pub const EXPECTED_HINT: Text = Text::new(
    "今年已过的时间占全年的百分比:累计类指标此刻应完成的比例",
    "The share of the year that has passed: what cumulative targets should have reached by now",
);
pub const LAGGING: Text = Text::new("落后跑道", "Lanes behind");
pub const LANE: Text = Text::new("跑道", "Lane");
pub const MINE: Text = Text::new("等我处理", "Waiting for me");
pub const MINE_HINT: Text = Text::new(
    "跑道长:本跑道的;其他人:等本中心或本人办的",
    "A lane owner: their lane's; everybody else: what their centre or they themselves have to do",
);
pub const LANES: Text = Text::new("跑道", "Lanes");
pub const LANE_UNIT: Text = Text::new("条", "lanes");
pub const LAGGING_HINT: Text =
    Text::new("达成率低于时序应达的跑道", "Lanes whose share reached is below what is expected by now");
pub const ACHIEVED: Text = Text::new("达成", "Reached");
pub const ACHIEVED_HINT: Text = Text::new("各指标目标达成率的平均", "Mean share of the targets reached");
pub const BEHIND: Text = Text::new("{n}/{all} 项落后", "{n} of {all} behind");
pub const CELL: Text = Text::new(
    "达成 {achieved} · 应达 {expected} · {n}/{all} 项落后",
    "reached {achieved} · expected {expected} · {n} of {all} behind",
);
pub const LEGEND: Text =
    Text::new("灯色:达成率与时序应达之比", "Lights: share reached against share expected");
pub const DEMO: Text =
    Text::new("跑道与指标名称、数值均为示例", "Names of lanes and KPIs, and all values, are illustrative");
pub const NONE: Text = Text::new("此中心没有跑道。", "This centre has no lanes.");
pub const OWNER: Text = Text::new("跑道长", "Lane owner");
pub const NO_OWNER: Text = Text::new("未任命", "nobody named");
pub const KPIS: Text = Text::new("指标", "KPIs");
pub const KPI_UNIT: Text = Text::new("项", "KPIs");
pub const NO_KPIS: Text = Text::new("此子跑道在本中心没有指标。", "This sub-lane has no KPI at this centre.");
pub const LAGGING_KPIS: Text = Text::new("落后指标", "KPIs behind");
