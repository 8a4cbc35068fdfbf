//! Words of the rosters' pages.

use crate::words::Text;

pub const TITLE: Text = Text::new("值班", "Duty roster");
pub const ON_DUTY: Text = Text::new("值班", "On duty");
pub const NOBODY: Text = Text::new("无人值班", "Nobody on duty");
pub const NOW: Text = Text::new("现在值班", "On duty now");
pub const UNTIL: Text = Text::new("至 {at}", "until {at}");
pub const MESSAGE: Text = Text::new("发短信", "Send a message");
pub const ORDERS: Text = Text::new("看指令", "Orders there");
pub const ILLUSTRATIVE: Text = Text::new("示例号码,不会接通", "Invented numbers: they never ring");
pub const EARLIER: Text = Text::new("‹ 上一周", "‹ Earlier");
pub const LATER: Text = Text::new("下一周 ›", "Later ›");
pub const THIS_WEEK: Text = Text::new("本周", "This week");
pub const GO_WEEK: Text = Text::new("跳转", "Go");
pub const DAY: Text = Text::new("日期", "Day");
pub const SHIFTS: Text = Text::new("班次", "Shifts");
pub const GAP: Text = Text::new("空档 {span}", "Nobody {span}");
pub const AWAY: Text = Text::new("请假:{why}", "Away: {why}");
pub const CHANGE: Text = Text::new("调整", "Change");
pub const REMOVE: Text = Text::new("撤下此班", "Remove this shift");
pub const SWAP: Text = Text::new("与此班对换", "Swap with");
pub const SWAP_DO: Text = Text::new("对换", "Swap");
pub const ADD: Text = Text::new("排班", "Add a shift");
pub const WHO: Text = Text::new("人员", "Who");
pub const FROM: Text = Text::new("从", "From");
pub const TO: Text = Text::new("至", "Until");
pub const WHY: Text = Text::new("原因", "Reason");
pub const ABSENCES: Text = Text::new("请假", "Absences");
pub const NO_ABSENCES: Text = Text::new("无人请假。", "Nobody is away.");
pub const ADD_ABSENCE: Text = Text::new("登记请假", "Note an absence");
pub const ABSENCE_HINT: Text =
    Text::new("登记后,其班次转为空档,并提醒上级", "Their shifts become gaps, and the centre above is told");
pub const BACK: Text = Text::new("销假", "Back");
pub const HAND_OVER: Text = Text::new("交接班", "Hand-over");
pub const NO_HAND_OVER: Text = Text::new("没有待接班的交班事项。", "Nothing was left by the shift before.");
pub const HAND_OVER_NOTE: Text =
    Text::new("交班事项(下一班确认前一直显示)", "Note to the next shift (shown until acknowledged)");
pub const HAND_OVER_DO: Text = Text::new("交班", "Hand over");
pub const TAKE_OVER: Text = Text::new("接班确认", "Acknowledge");
pub const BELOW: Text = Text::new("下级中心", "Centres below");
pub const BELOW_COUNT: Text = Text::new("{n} 个无人值班", "{n} with nobody on duty");
pub const TIMELINE: Text = Text::new("值班记录", "What happened");
pub const FROM_AUDIT: Text = Text::new("来自审计日志", "from the audit log");
pub const IMPORT: Text = Text::new("导入值班表", "Import a roster");
pub const TEMPLATE: Text = Text::new("下载模板(CSV)", "Template (CSV)");
pub const FILE: Text =
    Text::new("值班表文件(CSV,UTF-8,最多 2000 行)", "Roster file (CSV, UTF-8, at most 2,000 lines)");
pub const CHECK: Text = Text::new("检查(不改动)", "Check (changes nothing)");
pub const ROW: Text = Text::new("行", "Row");
pub const RESULT: Text = Text::new("结果", "Result");
pub const COUNTS: Text = Text::new(
    "新增 {new} 班 · 已有 {same} 班 · 有误 {wrong} 行",
    "{new} new · {same} already there · {wrong} wrong",
);
pub const NEW: Text = Text::new("新增", "New");
pub const SAME: Text = Text::new("已有", "Already there");
pub const APPLY: Text = Text::new("全部导入", "Apply all");
pub const APPLIED: Text = Text::new("已导入", "Applied");
pub const MEND: Text = Text::new(
    "请改正文件中的错误行后重新上传;现在未做任何改动。",
    "Mend the wrong lines in the file and send it again; nothing was changed.",
);
pub const SENT: Text = Text::new("{who} 上传", "Sent by {who}");
