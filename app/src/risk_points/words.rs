//! Words of risk points and the devices on them.

use domain::devices::Stage;

use crate::words::Text;

pub const TITLE: Text = Text::new("风险点", "Risk points");
pub const HINT: Text = Text::new("有预警的在前", "Those with warnings first");
pub const POINT: Text = Text::new("风险点", "Risk point");
pub const KIND: Text = Text::new("类型", "Kind");
pub const GRADE: Text = Text::new("风险等级", "Grade");
pub const GRADE_HINT: Text =
    Text::new("固有等级:一旦出事可能有多严重", "Its standing grade: how bad it could become");
pub const NOW: Text = Text::new("当前预警", "Warning now");
pub const NORMAL: Text = Text::new("✓ 正常", "✓ normal");
pub const CENTRE: Text = Text::new("所在镇街", "Township");
pub const DEVICES: Text = Text::new("感知设备", "Devices");
pub const DEVICE: Text = Text::new("设备", "Device");
pub const STAGE: Text = Text::new("阶段", "Stage");
pub const QUANTITY: Text = Text::new("监测项", "Quantity");
pub const VALUE: Text = Text::new("最新值", "Latest value");
pub const VALUE_HINT: Text = Text::new("设备最近一次上报的监测值", "The latest value the device sent");
pub const MEASURED: Text = Text::new("监测时间", "Measured");
pub const WARNED: Text = Text::new("只看有预警的", "Only with a warning");
pub const SEARCH_HINT: Text = Text::new("名称或编号", "Name or code");
pub const NONE: Text = Text::new("此中心没有登记风险点。", "No risk point is registered in this centre.");
pub const CLEAR: Text = Text::new("清除筛选", "Clear the filters");
pub const WARNINGS: Text = Text::new("未解除预警", "Open warnings");
pub const NO_WARNINGS: Text = Text::new("当前没有未解除的预警。", "No warning is open here.");
pub const NO_DEVICES: Text =
    Text::new("这里没有感知设备,靠人工巡查。", "No device watches it; people patrol it.");
pub const NO_PLANS: Text = Text::new("没有为它编制的预案。", "No plan was made for it.");
pub const PLANS: Text = Text::new("可用预案", "Plans for it");
pub const FACTS: Text = Text::new("基本信息", "Facts");
pub const CODE: Text = Text::new("编号", "Code");
pub const PLACE: Text = Text::new("经纬度", "Longitude, latitude");
pub const NEVER: Text = Text::new("从未上报", "never sent");

/// Where a device stands in its life.
#[must_use]
pub const fn stage_text(stage: Stage) -> Text {
    match stage {
        Stage::Built => Text::new("在建", "Built"),
        Stage::Managed => Text::new("在管", "Managed"),
        Stage::Used => Text::new("在用", "In use"),
        Stage::Operated => Text::new("运营", "Operated"),
    }
}
