//! Words of the notices' pages.

use domain::notices::NoticeKind;

use crate::words::Text;

pub const TITLE: Text = Text::new("提醒", "Notices");
pub const BELL: Text = Text::new("提醒:待处理 {n} 条", "Notices: {n} open");
pub const HINT: Text = Text::new(
    "下级中心无人值班、值班表有空档、红牌说明逾期或流转事件未签收时,自动提醒",
    "Rings when a centre below has nobody on duty, a gap ahead, an explanation overdue or a case not signed for",
);
pub const PRESENT: Text = Text::new("当前", "Present");
pub const ALL: Text = Text::new("全部", "All");
pub const NONE: Text = Text::new("各中心都有人值班。", "Somebody is on duty everywhere.");
pub const WHAT: Text = Text::new("事由", "What");
pub const CENTRE: Text = Text::new("治理中心", "Centre");
pub const SINCE: Text = Text::new("起始", "From");
pub const STATE: Text = Text::new("状态", "State");
pub const ACTIONS: Text = Text::new("操作", "Actions");
pub const TAKE: Text = Text::new("我来处理", "I take care of it");
pub const ROSTER: Text = Text::new("去排班", "To the roster");
pub const SUPERVISION: Text = Text::new("去督办", "To supervision");
pub const EVENTS: Text = Text::new("看事件", "To its cases");
pub const TAKEN_BY: Text = Text::new("{who} 已确认", "Taken by {who}");

/// What a notice says.
#[must_use]
pub const fn kind_text(kind: NoticeKind) -> Text {
    match kind {
        NoticeKind::NobodyOnDuty => Text::new("无人值班", "Nobody on duty"),
        NoticeKind::ExplanationOverdue => Text::new("红牌说明逾期", "Explanation of a red card overdue"),
        NoticeKind::HandOffOwed => Text::new("上下级流转事件逾期未签收", "Case not signed for in time"),
        NoticeKind::HandOffUnreceived => {
            Text::new("转出事件对方逾期未签收", "Case handed on and not signed for in time")
        }
        NoticeKind::HandOffStuck => Text::new("下级久未签收流转事件", "Case long not signed for below"),
        NoticeKind::DutyGap => Text::new("12 小时内有值班空档", "Gap in the roster within 12 hours"),
    }
}
