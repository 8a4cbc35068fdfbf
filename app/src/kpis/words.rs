//! Words of KPIs and their reports.

use crate::words::Text;

pub const KPI: Text = Text::new("指标", "KPI");
pub const VALUE: Text = Text::new("完成值", "Value");
pub const TARGET: Text = Text::new("年度目标", "This year's target");
pub const TARGET_SHORT: Text = Text::new("目标", "Target");
pub const ACHIEVED: Text = Text::new("达成 / 应达", "Reached / expected");
pub const REACHED: Text = Text::new("目标达成率", "Share of target");
pub const EXPECTED: Text = Text::new("时序应达", "Expected by now");
pub const EXPECTED_AT: Text = Text::new("时序应达 {n}", "expected by now {n}");
pub const LIGHT: Text = Text::new("灯", "Light");
pub const PREVIOUS: Text = Text::new("上期", "Before");
pub const PREVIOUS_IS: Text = Text::new("上期 {value}", "before {value}");
pub const TARGET_IS: Text = Text::new("目标 {value}", "target {value}");
pub const SAME: Text = Text::new("持平", "no change");
pub const PERIOD_ENDS: Text = Text::new("期末", "period to");
pub const WAITING: Text = Text::new("待审核", "waiting for approval");
pub const DEMO: Text = Text::new("示例", "illustrative");
pub const DEFINITION: Text = Text::new("口径", "Definition");
pub const MOST: Text = Text::new("最多", "at most ");
pub const LEAST: Text = Text::new("至少", "at least ");
pub const LANES: Text = Text::new("KPI 跑道", "KPI lanes");

pub const SERIES: Text = Text::new("历期完成值", "Values by period");
pub const NO_SERIES: Text = Text::new("还没有审核通过的填报。", "No report was approved yet.");
pub const AS_TABLE: Text = Text::new("以表格查看", "As a table");
pub const BELOW: Text = Text::new("下级中心", "Centres below");
pub const WORST_FIRST: Text = Text::new("最落后的在前", "Worst first");
pub const CENTRE: Text = Text::new("治理中心", "Centre");
pub const REPORTS: Text = Text::new("填报记录", "Reports");
pub const REVISIONS: Text = Text::new("更正另存新版,不覆盖", "Corrections are revisions, never overwritten");
pub const NO_REPORTS: Text = Text::new("还没有填报。", "Nothing was reported yet.");

pub const PERIOD: Text = Text::new("期末", "Period to");
pub const REVISION: Text = Text::new("第 {n} 版", "revision {n}");
pub const NOTE: Text = Text::new("说明与佐证", "Note and evidence");
pub const EVIDENCE_N: Text = Text::new("佐证照片 {n}", "evidence, photo {n}");
pub const REPORTER: Text = Text::new("填报", "Reported by");
pub const STATE: Text = Text::new("状态", "State");
pub const RETURNED_BECAUSE: Text = Text::new("退回原因:{reason}", "returned: {reason}");
pub const ACTIONS: Text = Text::new("审核", "Approval");

pub const UPDATE: Text = Text::new("更新指标", "Update the KPI");
pub const UPDATE_FOR: Text = Text::new("本期:{day} 止", "period to {day}");
pub const NEW_VALUE: Text = Text::new("本期完成值", "Value of this period");
pub const NOTE_FIELD: Text = Text::new("说明(选填)", "Note (optional)");
pub const PHOTOS: Text = Text::new("佐证照片(选填,最多 6 张)", "Photos as evidence (optional, at most 6)");
pub const NO_CHANGE: Text = Text::new("无变化", "No change");
pub const NO_CHANGE_HINT: Text = Text::new("按上次的值 {value} 填报", "reports the last value, {value}");
pub const SUBMIT: Text = Text::new("提交", "Submit");
pub const SENT: Text = Text::new("✓ 已提交,待上级审核。", "✓ Sent. The tier above has to approve it.");

pub const APPROVALS: Text = Text::new("指标审核", "KPI approval");
pub const APPROVALS_HINT: Text = Text::new("先报的在前", "Oldest first");
pub const NONE_WAITING: Text = Text::new("没有待您审核的填报。", "No report waits for your approval.");
pub const RETURN_WHY: Text = Text::new("退回的原因", "Why it is returned");
pub const RETURN_IT: Text = Text::new("确定退回", "Return it");
