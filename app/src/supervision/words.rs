//! Words of supervision.

use crate::words::Text;

pub const TITLE: Text = Text::new("督办", "Supervision");
pub const HINT: Text = Text::new(
    "逾期未办结的任务,督办最重、逾期最久的在前",
    "Late tasks: the hardest pressed, then the longest late, first",
);
pub const RULES: Text = Text::new("督办规则", "Rules of supervision");
pub const TASK: Text = Text::new("任务", "Task");
pub const CENTRE: Text = Text::new("治理中心", "Centre");
pub const OWES: Text = Text::new("责任人", "Who owes it");
pub const HOLDS: Text = Text::new("承办人", "Holds it");
pub const ON_DUTY: Text = Text::new("值班", "On duty");
pub const NOBODY: Text = Text::new("无人承办、无人值班", "Nobody holds it, nobody is on duty");
pub const PRESSURE: Text = Text::new("督办", "Pressure");
pub const DUE: Text = Text::new("时限", "Due");
pub const EXPLANATION: Text = Text::new("说明", "Explanation");
pub const CHOOSE: Text = Text::new("选择", "Choose");
pub const CHOOSE_EVERY: Text = Text::new("全选本页", "All of this page");
pub const CHOOSE_NONE: Text = Text::new("取消全选", "None");
pub const LEVEL: Text = Text::new("指令等级", "Level");
pub const BELOW: Text = Text::new("下级中心", "Centre below");
pub const BY_CENTRE: Text = Text::new("各中心", "By centre");
pub const BY_CENTRE_HINT: Text = Text::new("催办 · 黄牌 · 红牌", "urged · yellow · red");
pub const NONE: Text = Text::new("没有督办中的任务。", "Nothing is under supervision.");
pub const SEE_ALL: Text = Text::new("看全部督办", "See all");
pub const CARD_WRONG: Text = Text::new("误发撤销", "Card was a mistake");
pub const CARD_WRONG_WHY: Text =
    Text::new("撤销理由(督办等级不降,记录保留)", "Why; the card stays in the history");
pub const ANNULLED: Text = Text::new("{who}已撤销:{reason}", "Annulled by {who}: {reason}");

pub const PRESS_HINT: Text =
    Text::new("勾选任务后,先看影响多少项,再确认。", "Choose tasks; the next page says how many it concerns.");
pub const PRESS_TO: Text = Text::new("督办等级", "Press to");
pub const PRESS_LOOK: Text = Text::new("查看影响范围", "See what it concerns");
pub const PRESS_TITLE: Text = Text::new("督办确认", "Confirm the press");
pub const PRESS_COUNT: Text = Text::new("将把 {n} 项提升为“{to}”。", "{n} tasks will be raised to “{to}”.");
pub const PRESS_LEFT: Text = Text::new(
    "另有 {n} 项已达此等级、不再欠办或不归您督办,不受影响。",
    "{n} more stay as they are: pressed as hard already, owed no more, or not yours to press.",
);
pub const PRESS_NONE: Text = Text::new("所选任务没有可提升的。", "None of the chosen can be raised.");
pub const PRESS_WHY: Text = Text::new("督办理由", "Why");
pub const PRESS_DO: Text = Text::new("确认督办", "Press");
pub const BACK: Text = Text::new("返回督办", "Back to supervision");

pub const EXPLANATIONS: Text = Text::new("红牌说明", "Explanations of red cards");
pub const EXPLANATIONS_HINT: Text =
    Text::new("红牌后 24 个工作小时内说明", "due within 24 working hours of the red card");
pub const ASKED_OF: Text = Text::new("请{who}说明", "asked of {who}");
pub const GIVEN_BY: Text = Text::new("{who} 已说明", "given by {who}");
pub const LATE: Text = Text::new("说明逾期", "overdue");
pub const RETURN_REASON: Text = Text::new("退回原因", "Why it was returned");
pub const GIVE: Text = Text::new("提交说明", "Give the explanation");
pub const GIVE_WHAT: Text = Text::new("逾期原因与补救措施", "Why it is late and what is done about it");
pub const ACCEPT: Text = Text::new("接受说明", "Accept");
pub const RETURN: Text = Text::new("退回说明", "Return");
pub const RETURN_WHY: Text = Text::new("退回说明的原因", "Why it is returned");

pub const RULES_HINT: Text = Text::new(
    "逾期达到“时限的百分比”或“超时分钟数”任一项,即升级;只升不降。",
    "A task is raised past the share of its time limit or the minutes after it, whichever comes first; never lowered.",
);
pub const IN_FORCE: Text = Text::new("现行规则", "In force");
pub const OF_CITY: Text =
    Text::new("全市现行规则(区县规则只能更严)", "The city's, in force; a district may only be stricter");
pub const NONE_OWN: Text = Text::new(
    "本区县没有自己的规则,按全市规则执行。",
    "The district has no rules of its own; the city's hold.",
);
pub const VERSIONS: Text = Text::new("各版本", "Versions");
pub const VERSION: Text = Text::new("第 {n} 版", "Version {n}");
pub const BEGUN: Text = Text::new("初始规则", "What the city began with");
pub const HOLDS_FROM: Text = Text::new("{at} 起", "from {at}");
pub const TO_COME: Text = Text::new("尚未生效", "to come");
pub const SHARE: Text = Text::new("时限的 %", "% of the limit");
pub const PAST: Text = Text::new("超时分钟", "minutes past");
pub const SHARE_IS: Text = Text::new("超过时限的 {n}%", "past {n}% of the limit");
pub const PAST_IS: Text = Text::new("超时 {n} 分钟", "{n} min past");
pub const OR: Text = Text::new(" 或 ", " or ");
pub const NEW: Text = Text::new("制定新版本", "A new version");
pub const FROM_DAY: Text = Text::new("自何日起", "From which day");
pub const NOTE: Text = Text::new("说明(为何调整)", "Why");
pub const SAVE: Text = Text::new("保存新版本", "Keep the new version");
