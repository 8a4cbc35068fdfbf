//! Words of the cockpit.

use domain::centres::Tier;
use domain::warnings::Level;

use crate::words::Text;

pub const OVERVIEW: Text = Text::new("总览", "Overview");
pub const RISK_MAP: Text = Text::new("风险一张图", "Risk map");
pub const LANES: Text = Text::new("KPI 跑道", "KPI lanes");
pub const EVENT_HUB: Text = Text::new("事件总枢纽", "Event hub");
pub const MY_DESK: Text = Text::new("工作台", "Desk");
pub const TABS: Text = Text::new("驾驶舱页面", "Cockpit pages");
pub const UP: Text = Text::new("上级中心", "Centres above");
pub const DEMO: Text = Text::new("演示数据", "Demo data");
pub const DEMO_LONG: Text = Text::new(
    "示例数据：板块跑道名单、体征数值与边界均为演示，不是官方数据",
    "Illustrative: lane names, values and borders are made up for the demo and not official data",
);
pub const DELAY: Text = Text::new("数据延迟 {s} 秒", "data {s} s old");
pub const DELAY_NONE: Text = Text::new("暂无数据", "no data yet");
pub const DELAY_STALE: Text = Text::new("⊘ 数据过期 · 截至 {at}", "⊘ stale · as of {at}");
pub const DELAY_LONG: Text = Text::new(
    "最近一次读数的测量时间到现在；超过 60 秒算过期",
    "Time since the latest reading was measured; stale after 60 s",
);

pub const SENSE: Text = Text::new("感知预警", "Sense & warn");
pub const DECIDE: Text = Text::new("决策处置", "Decide & handle");
pub const SUPERVISE: Text = Text::new("监督评价", "Supervise");
pub const REVIEW: Text = Text::new("复盘改进", "Review & improve");
pub const LOOP: Text = Text::new("闭环四步", "The loop");
pub const OPEN_NOW: Text = Text::new("在办", "open");
pub const LATE: Text = Text::new("超期 {n}", "{n} late");
pub const TODAY: Text = Text::new("今日 {n}", "{n} today");
pub const ON_TIME: Text = Text::new("按期办结", "in time");
pub const SUPERVISED: Text = Text::new("督办 {n}", "{n} supervised");
pub const TO_REVIEW: Text = Text::new("待复盘", "to review");
pub const IMPROVEMENTS: Text = Text::new("改进项 {n}", "{n} to improve");
pub const OVERDUE: Text = Text::new("逾期 {n}", "{n} overdue");
pub const SENSE_LONG: Text = Text::new("现在未解除的预警条数，按级别", "Warnings open now, by level");
pub const DECIDE_LONG: Text = Text::new(
    "未结案的事件数；超期：已过全案时限",
    "Events not closed; late: past the limit of the whole case",
);
pub const SUPERVISE_LONG: Text = Text::new(
    "近 30 天结案事件中按时限结案的比例；督办：正在被催办、黄牌、红牌的任务数",
    "Share of events closed in the last 30 days that were closed in time; supervised: assignments urged or carded",
);
pub const REVIEW_LONG: Text =
    Text::new("未完成的复盘；改进项：已承诺未完成", "Reviews open; improvements promised and not done");

pub const SIGNS: Text = Text::new("城市体征", "Vital signs");
pub const SIGNS_OFF: Text = Text::new("{n} 项 · 异常 {m}", "{n} shown · {m} off normal");
pub const DEFINITION: Text = Text::new("口径", "Definition");
pub const SOURCE: Text = Text::new("来源", "Source");
pub const AS_OF: Text = Text::new("数据时间", "As of");
pub const MATRIX_HEAD: Text = Text::new("时序应达 {p} % · 落后 {n} 条", "due {p} % · {n} behind");
pub const MATRIX_LONG: Text = Text::new(
    "跑道内各 KPI 完成率的平均；应达：按时间应完成的比例",
    "Mean share of targets reached in the lane; due: share that should be reached by now",
);
pub const LANE_DUE: Text = Text::new("{a} · 应达 {p} %", "{a} · due {p} %");
pub const LANE_LAGS: Text = Text::new("落后 {n} 项", "{n} lag");
pub const ALL_ON_TRACK: Text = Text::new("全部跑道达到时序进度", "Every lane is on track");

pub const WARNINGS: Text = Text::new("预警", "Warnings");
pub const ORDERS: Text = Text::new("指令", "Orders");
pub const EVENTS: Text = Text::new("事件", "Events");
pub const OWED: Text = Text::new("我们欠的", "What we owe");
pub const STAGES: Text = Text::new("达 · 读 · 签 · 办", "sent · read · signed · done");
pub const NO_WARNING: Text = Text::new("没有未解除的预警", "No open warning");
pub const NO_WARNING_NEXT: Text = Text::new("看历史预警", "Past warnings");
pub const NO_EVENT: Text = Text::new("没有在办事件", "No open event");
pub const NO_EVENT_NEXT: Text = Text::new("上报一件", "Report one");
pub const NO_ORDER: Text = Text::new("没有在办指令", "No running order");
pub const NO_ORDER_NEXT: Text = Text::new("看已办结的", "Past orders");
pub const NOTHING_OWED: Text = Text::new("都办完了", "Nothing owed");
pub const NOTHING_OWED_NEXT: Text = Text::new("看已办结的", "What was done");
pub const NO_SIGN: Text = Text::new("还没有为本中心选定体征", "No vital sign is chosen for this centre yet");
pub const UNREAD: Text = Text::new("未读 {n}", "{n} unread");
pub const LATE_PARTS: Text = Text::new("逾期 {n}", "{n} late");

pub const THRESHOLD: Text = Text::new("阈值 {v}", "threshold {v}");
pub const SEE_ORDERED: Text = Text::new("已下令 · 看进展", "Ordered · see progress");
pub const SEE_EVENT: Text = Text::new("看事件", "See the event");
pub const SEE_WARNING: Text = Text::new("看预警", "See the warning");
pub const WORST: Text = Text::new("当前最重的预警", "The worst warning now");

pub const LAYERS: Text = Text::new("图层", "Layers");
pub const LAYER_WARNINGS: Text = Text::new("预警", "Warnings");
pub const LAYER_RISK_POINTS: Text = Text::new("风险点", "Risk points");
pub const LAYER_DEVICES: Text = Text::new("感知设备", "Devices");
pub const LAYER_PIPELINES: Text = Text::new("管线", "Pipelines");
pub const LAYER_RIVERS: Text = Text::new("江河", "Rivers");
pub const CREDIT: Text =
    Text::new("边界示意 · GeoNames CC BY 4.0", "Borders illustrative · GeoNames CC BY 4.0");
pub const MAP_LABEL: Text = Text::new(
    "{centre}风险地图。方向键移动，加减号缩放；同样的内容见页底下级中心列表。",
    "Risk map of {centre}. Arrow keys pan, plus and minus zoom; the list of centres below the map says the same.",
);
pub const MAP_OFF: Text = Text::new(
    "此浏览器不能显示地图（需要 WebGL 和 JavaScript）。下面按轻重列出同样的内容：",
    "This browser cannot draw the map (it needs WebGL and JavaScript). The same, worst first:",
);
pub const NOBODY: Text = Text::new("无人值班", "nobody on duty");
pub const OPEN_COUNT: Text = Text::new("未解除预警 {n}", "{n} open warnings");
pub const LATE_EVENTS: Text = Text::new("超期事件 {n}", "{n} late events");
pub const CLICK_IN: Text = Text::new("点击进入", "click to enter");
pub const DEVICE: Text = Text::new("感知设备", "Sensing device");
pub const GRADE: Text = Text::new("风险等级", "grade");
pub const DETAILS: Text = Text::new("详情", "Details");

pub const BELOW: Text = Text::new("下级中心，按轻重排", "Centres below, worst first");
pub const REST: Text = Text::new("其余 {n} 个", "{n} more");
pub const NONE_BELOW: Text = Text::new("没有下级中心", "No centres below");

/// What a centre's cockpit is called after its name.
pub const fn cockpit_of(tier: Tier) -> Text {
    match tier {
        Tier::City | Tier::District => Text::new("数字化城市运行和治理中心", "Governance Centre"),
        Tier::Township => Text::new("基层治理指挥中心", "Command Centre"),
        Tier::Community | Tier::Grid => Text::new("", ""),
    }
}

/// A level's colour, as short as can be.
pub const fn level_short(level: Level) -> Text {
    match level {
        Level::Red => Text::new("红", "I"),
        Level::Orange => Text::new("橙", "II"),
        Level::Yellow => Text::new("黄", "III"),
        Level::Blue => Text::new("蓝", "IV"),
    }
}
