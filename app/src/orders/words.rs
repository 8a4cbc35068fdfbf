//! Words of orders.

use crate::words::Text;

pub const TITLE: Text = Text::new("指令", "Orders");
pub const ORDER: Text = Text::new("指令", "Order");
pub const OPEN: Text = Text::new("在办", "Open");
pub const ALL: Text = Text::new("全部", "All");
pub const NUMBER: Text = Text::new("编号", "Number");
pub const ISSUER: Text = Text::new("下达", "Issued by");
pub const ISSUED_AT: Text = Text::new("下达时间", "Issued");
pub const HOW_FAR: Text = Text::new("达 · 读 · 签 · 办", "Reached · read · signed · done");
pub const DUE: Text = Text::new("时限", "Due");
pub const NEXT_DUE: Text = Text::new("最近时限", "Next due");
pub const LAMP: Text = Text::new("时限状态", "Clock");
pub const ANY: Text = Text::new("不限", "Any");
pub const RECALLED: Text = Text::new("已撤回", "Recalled");
pub const NONE_OPEN: Text = Text::new("没有在办的指令。", "No order is open.");
pub const SEE_ALL: Text = Text::new("看全部指令", "See all orders");

pub const DELIVERED: Text = Text::new("已送达", "Reached");
pub const READ: Text = Text::new("已读", "Read");
pub const ACCEPTED: Text = Text::new("已签收", "Signed for");
pub const DONE: Text = Text::new("已办结", "Done");
pub const NOTHING_DUE: Text = Text::new("无待办", "nothing owed");

pub const TREE: Text = Text::new("任务树", "Tree of tasks");
pub const TREE_HINT: Text =
    Text::new("父任务须待子任务全部办结", "A task is done only after all tasks below it");
pub const TASK: Text = Text::new("任务 · 承办 · 岗位", "Task · unit · post");
pub const AT_DELIVERED: Text = Text::new("送达", "Reached");
pub const AT_ACCEPTED: Text = Text::new("签收", "Signed");
pub const AT_DONE: Text = Text::new("办结", "Done");
pub const PROGRESS: Text = Text::new("进度", "Progress");
pub const STATE: Text = Text::new("状态", "State");
pub const ACTIONS: Text = Text::new("操作", "Actions");
pub const NOT_DELIVERED: Text = Text::new("未达", "not reached");
pub const UNREAD: Text = Text::new("未读", "unread");
pub const UNSIGNED_FOR: Text = Text::new("未签 {span}", "unsigned {span}");
pub const PHOTO_NEEDED: Text = Text::new("办结须附照片", "photo needed");
pub const MINE: Text = Text::new("本单位", "ours");
pub const MY_TASK: Text = Text::new("本单位任务", "Our task");
pub const WORK_ON: Text = Text::new("办理此项", "Work on it");

pub const EVENT: Text = Text::new("事件", "Event");
pub const SOURCE: Text = Text::new("来源", "Source");
pub const CATEGORY: Text = Text::new("类别", "Category");
pub const PLACE: Text = Text::new("位置", "Place");
pub const EVENT_STATE: Text = Text::new("状态", "State");
pub const EVENT_DUE: Text = Text::new("全案时限", "Case due");
pub const PLAN: Text = Text::new("预案", "Plan");
pub const PLAN_VERSION: Text = Text::new("预案「{name}」第 {version} 版", "plan “{name}”, edition {version}");
pub const PARENT: Text = Text::new("上级指令", "Order above");
pub const TIMELINE: Text = Text::new("时间线", "Timeline");
pub const FROM_AUDIT: Text = Text::new("来自审计日志", "from the audit log");
pub const SERIES: Text = Text::new("监测值与指令", "Readings and order");
pub const AS_TABLE: Text = Text::new("以表格查看", "As a table");
pub const MEASURED: Text = Text::new("监测时间", "Measured");

pub const REPORTS: Text = Text::new("办理反馈", "Reports");
pub const PHOTO_ALT: Text = Text::new("{who}反馈的照片", "Photo reported by {who}");

pub const HOLDER: Text = Text::new("承办人", "Held by");
pub const DELEGATE: Text = Text::new("交办同事", "Hand to a colleague");
pub const DELEGATE_TO: Text = Text::new("交给", "To");
pub const DELEGATE_NOTE: Text = Text::new("说明", "Note");

pub const SIGN: Text = Text::new("签收", "Sign for it");
pub const REPORT: Text = Text::new("反馈进展", "Report progress");
pub const REPORT_SEND: Text = Text::new("提交反馈", "Send report");
pub const REPORT_DONE: Text = Text::new("报办结", "Report done");
pub const PERCENT: Text = Text::new("进度(%)", "Progress (%)");
pub const WHAT_HAPPENED: Text = Text::new("办理情况", "What was done");
pub const PHOTOS: Text = Text::new(
    "照片、文件(可多选,最多 6 个,JPEG/PNG/WebP/PDF/XLSX/DOCX,每个 ≤ 8 MiB)",
    "Photos and files (up to 6; JPEG, PNG, WebP, PDF, XLSX or DOCX, 8 MiB each)",
);
pub const SEND_BACK: Text = Text::new("退回…", "Send back…");
pub const SEND_BACK_WHY: Text = Text::new("退回原因", "Why it is sent back");
pub const SEND_BACK_DO: Text = Text::new("退回给下达单位", "Send back to the issuer");
pub const PASS_DOWN: Text = Text::new("转派下级", "Pass down");
pub const PASS_DOWN_TO: Text = Text::new("转派给", "Pass to");
pub const PASS_DOWN_ACTION: Text = Text::new("任务内容", "What they must do");
pub const DEADLINE_MIN: Text = Text::new("时限(分钟,自现在起)", "Time limit (minutes from now)");
pub const PASS_DOWN_DO: Text = Text::new("转派", "Pass down");
pub const SIGNATURE: Text = Text::new("签名(必须)", "Signature (needed)");
pub const SIGN_HERE: Text =
    Text::new("请在框内签名,或附签字单照片", "Sign in the frame, or add a photo of the signed sheet");
pub const SIGN_AGAIN: Text = Text::new("重签", "Again");
pub const SIGNED_SHEET: Text = Text::new("签字单照片", "Photo of the signed sheet");
pub const REDISPATCH: Text = Text::new("改派…", "Give to another…");
pub const REDISPATCH_REST: Text = Text::new("部分通过,余下改派…", "Accept in part, give the rest…");
pub const REDISPATCH_TO: Text = Text::new("改派给", "Give to");
pub const REDISPATCH_ACTION: Text = Text::new("还须做什么", "What is left to do");
pub const REDISPATCH_DO: Text = Text::new("改派", "Give it");
pub const RECALL: Text = Text::new("撤回指令…", "Recall order…");
pub const RECALL_WHY: Text = Text::new("撤回原因", "Why it is recalled");
pub const RECALL_DO: Text = Text::new("撤回指令及全部下级任务", "Recall the order and everything below");
pub const RECALL_ONE: Text = Text::new("撤回此项", "Recall this task");
pub const APPROVE: Text = Text::new("核实通过", "Verify");
pub const REWORK: Text = Text::new("打回…", "Rework…");
pub const REWORK_WHY: Text = Text::new("打回原因", "What is missing");
pub const REWORK_DO: Text = Text::new("打回重办", "Return for rework");
pub const REISSUE: Text = Text::new("重新下达", "Issue again");
pub const URGE: Text = Text::new("催办", "Urge");
pub const URGE_NOTE: Text = Text::new("催办说明(选填)", "What to hurry with (optional)");
pub const URGE_DO: Text = Text::new("催办一次", "Urge once");
pub const REASON: Text = Text::new("原因", "Reason");

pub const LETTER: Text = Text::new("指令要求", "What is asked");
pub const COSIGNED: Text = Text::new("会签", "Signed too by");
pub const CORRECTED: Text = Text::new("已更正", "Corrected");
pub const SAID_BEFORE: Text = Text::new("更正前", "Before:");
pub const CORRECT: Text = Text::new("更正…", "Correct…");
pub const CORRECT_DO: Text = Text::new("更正并请重新阅读", "Correct; all read it again");
pub const CORRECT_HINT: Text = Text::new(
    "时限不填则不变。原文保留在指令历史中,未办结的接收单位须重新阅读。",
    "An empty time limit stays as it is. The old text is kept; whoever still owes it must read it again.",
);
pub const RECIPIENTS: Text = Text::new("接收单位", "Recipients");
pub const UNSIGNED: Text = Text::new("未签", "unsigned");
pub const UNDONE: Text = Text::new("未办", "not done");
pub const SUPERVISE: Text = Text::new("督办此令", "Its supervision");
pub const URGE_UNREAD: Text = Text::new("催办全部未读", "Urge all unread");
pub const NUMBER_ASKED: Text = Text::new("数字", "Number");
pub const FILE_NEEDED: Text = Text::new("办结须附文件", "file needed");

pub const CONFIRM: Text = Text::new("确认下令", "Confirm the order");
pub const ONE_CLICK: Text =
    Text::new("一键下令:{plan} · {n} 项 → {m} 单位", "Issue: {plan} · {n} tasks → {m} units");
pub const WHO: Text = Text::new("接收单位", "Unit");
pub const WHAT: Text = Text::new("任务", "Task");
pub const ON_DUTY: Text = Text::new("当班", "On duty");
pub const BY_WHEN: Text = Text::new("时限", "By");
pub const NO_ROSTER: Text = Text::new("值班表未填", "no roster");
pub const SHOW_PLAN: Text = Text::new("按此预案", "Use it");
pub const CANCEL: Text = Text::new("取消", "Cancel");
pub const BACK_TO_EVENT: Text = Text::new("返回事件", "Back to the event");
pub const NO_LINES: Text = Text::new(
    "此预案在这里没有可下达的步骤,请换一个预案。",
    "This plan has no step to send here. Choose another.",
);
pub const ONCE: Text = Text::new("同一页面重复点击只下达一次。", "Pressing twice sends it once.");
