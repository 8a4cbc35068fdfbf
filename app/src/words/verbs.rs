//! What the audit log says was done, in words: the lines of a timeline.

use domain::audit::Verb;

use super::{Text, states};

/// What was done.
#[must_use]
pub const fn verb_text(verb: Verb) -> Text {
    match verb {
        Verb::WarningRaised => Text::new("预警", "Warning raised"),
        Verb::WarningEscalated => Text::new("预警升级", "Warning level changed"),
        Verb::WarningAcknowledged => Text::new("确认预警", "Warning acknowledged"),
        Verb::WarningCleared => Text::new("预警解除", "Warning cleared"),
        Verb::EventReported => Text::new("上报事件", "Event reported"),
        Verb::EventMoved => Text::new("事件流转", "Event moved"),
        Verb::EventNoted => Text::new("备注", "Note"),
        Verb::EventTookIn => Text::new("并入事件", "Took in a case"),
        Verb::EventGaveBack => Text::new("拆出事件", "Gave a case back"),
        Verb::EventSplit => Text::new("拆分为子事件", "Split"),
        Verb::EventPutUnder => Text::new("挂接上级事件", "Put under a case"),
        Verb::EventTakenOut => Text::new("移出上级事件", "Taken out from under a case"),
        Verb::EventPushedUp => Text::new("上报上级", "Pushed up"),
        Verb::EventPushedDown => Text::new("下派", "Pushed down"),
        Verb::EventReceived => Text::new("签收事件", "Signed for the case"),
        Verb::ResponsibilityProposed => Text::new("提出分级分类调整", "Version of the list proposed"),
        Verb::ResponsibilityMoved => Text::new("决定分级分类调整", "Version of the list decided"),
        Verb::HelperNamed => Text::new("指定协同单位", "Helping centre named"),
        Verb::HelperMoved => Text::new("协同办理", "Helping centre"),
        Verb::LeadChanged => Text::new("变更牵头单位", "Lead changed"),
        Verb::ApprovalAsked => Text::new("提出申请", "Asked for"),
        Verb::ApprovalMoved => Text::new("审批申请", "Request decided"),
        Verb::CalendarChanged => Text::new("调整工作日历", "Work calendar changed"),
        Verb::OrderIssued => Text::new("一键下令", "Order issued"),
        Verb::OrderRecalled => Text::new("撤回指令", "Order recalled"),
        Verb::OrderPassedDown => Text::new("转派", "Passed down"),
        Verb::OrderDraftMoved => Text::new("指令草稿", "Draft of an order"),
        Verb::OrderCorrected => Text::new("更正指令", "Order corrected"),
        Verb::ViewKept => Text::new("视图", "Saved view"),
        Verb::RecipientGroupKept => Text::new("接收组", "Recipient group"),
        Verb::OrderTemplateKept => Text::new("指令模板", "Order template"),
        Verb::AssignmentMoved => Text::new("办理", "Assignment moved"),
        Verb::ProgressReported => Text::new("反馈", "Progress"),
        Verb::Supervised => Text::new("督办", "Supervised"),
        Verb::Delegated => Text::new("交办同事", "Handed to a colleague"),
        Verb::HolderChanged => Text::new("任免", "Holder changed"),
        Verb::WorkTakenOver => Text::new("工作移交", "Work taken over"),
        Verb::SupervisionRulesChanged => Text::new("调整督办规则", "Rules of supervision changed"),
        Verb::CardAnnulled => Text::new("撤销误发督办", "Card annulled"),
        Verb::ExplanationAsked => Text::new("要求说明", "Explanation asked"),
        Verb::ExplanationMoved => Text::new("红牌说明", "Explanation"),
        Verb::KpiReported => Text::new("填报指标", "KPI reported"),
        Verb::KpiMoved => Text::new("指标流转", "KPI report moved"),
        Verb::AppealFiled => Text::new("评价申诉", "Appeal filed"),
        Verb::AppealMoved => Text::new("裁决申诉", "Appeal decided"),
        Verb::RatesClosed => Text::new("评价封账", "Rates closed"),
        Verb::ReviewOpened => Text::new("开启复盘", "Review opened"),
        Verb::ReviewConcluded => Text::new("完成复盘", "Review concluded"),
        Verb::FindingNoted => Text::new("记录问题", "Finding noted"),
        Verb::LossNoted => Text::new("登记损失", "Loss noted"),
        Verb::ImprovementPromised => Text::new("提出改进", "Improvement promised"),
        Verb::ImprovementDone => Text::new("改进完成", "Improvement made"),
        Verb::ShiftAdded => Text::new("排班", "Shift added"),
        Verb::ShiftRemoved => Text::new("撤班", "Shift removed"),
        Verb::ShiftsSwapped => Text::new("换班", "Shifts swapped"),
        Verb::RosterImported => Text::new("导入值班表", "Roster imported"),
        Verb::HandedOver => Text::new("交班", "Handed over"),
        Verb::HandOverAcknowledged => Text::new("接班确认", "Hand-over acknowledged"),
        Verb::AbsenceNoted => Text::new("请假", "Absence"),
        Verb::AbsenceEnded => Text::new("销假", "Back on duty"),
        Verb::NoticeRaised => Text::new("提醒", "Notice raised"),
        Verb::NoticeAcknowledged => Text::new("确认提醒", "Notice acknowledged"),
        Verb::RoomOpened => Text::new("发起会商", "Conference opened"),
        Verb::RoomJoined => Text::new("加入会商", "Conference joined"),
        Verb::RoomClosed => Text::new("结束会商", "Conference closed"),
        Verb::NoticeOver => Text::new("提醒解除", "Notice over"),
        Verb::SignedIn => Text::new("登录", "Signed in"),
        Verb::SignInFailed => Text::new("登录失败", "Sign-in failed"),
        Verb::SignedOut => Text::new("退出", "Signed out"),
        Verb::PostSwitched => Text::new("切换岗位", "Switched post"),
        Verb::ExportAsked => Text::new("导出列表", "List exported"),
        Verb::AccountAdded => Text::new("新建账号", "Account added"),
        Verb::ApiClientAdded => Text::new("接入系统", "API client added"),
        Verb::ApiClientRevoked => Text::new("停用接入", "API client revoked"),
        Verb::WebhookAdded => Text::new("新建推送", "Webhook added"),
        Verb::WebhookRemoved => Text::new("移除推送", "Webhook removed"),
        Verb::WebhookResent => Text::new("重新推送", "Webhook sent again"),
        Verb::Seeded => Text::new("载入示例数据", "Illustrative data loaded"),
    }
}

/// A state as a noun spells it, in words; none when no noun spells it so.
#[must_use]
pub fn spelled_state(verb: Verb, state: &str) -> Option<Text> {
    match verb {
        Verb::WarningRaised | Verb::WarningEscalated => state.parse().ok().map(super::levels::level_text),
        Verb::WarningAcknowledged | Verb::WarningCleared => state.parse().ok().map(states::warning_state),
        Verb::EventReported | Verb::EventMoved | Verb::EventPushedUp | Verb::EventPushedDown => {
            state.parse().ok().map(states::event_state)
        }
        Verb::ApprovalAsked | Verb::ApprovalMoved => state.parse().ok().map(states::approval_state),
        Verb::HelperNamed | Verb::HelperMoved => state.parse().ok().map(states::helper_state),
        Verb::AppealFiled | Verb::AppealMoved => state.parse().ok().map(states::appeal_state),
        Verb::CalendarChanged => state.parse().ok().map(states::day_kind),
        Verb::ExplanationAsked | Verb::ExplanationMoved => state.parse().ok().map(states::explanation_state),
        Verb::Supervised | Verb::CardAnnulled => state.parse().ok().map(states::supervision_text),
        Verb::KpiReported | Verb::KpiMoved => state.parse().ok().map(states::kpi_report_state),
        Verb::OrderIssued
        | Verb::OrderRecalled
        | Verb::OrderPassedDown
        | Verb::AssignmentMoved
        | Verb::ProgressReported => state.parse().ok().map(states::assignment_state),
        Verb::NoticeAcknowledged => state.parse().ok().map(states::notice_state),
        Verb::OrderDraftMoved => state.parse().ok().map(states::draft_state),
        Verb::ReviewOpened | Verb::ReviewConcluded => state.parse().ok().map(states::review_state),
        _ => None,
    }
}

/// How serious the line is, for the colour of its dot.
#[must_use]
pub const fn verb_tone(verb: Verb) -> &'static str {
    match verb {
        Verb::WarningRaised | Verb::WarningEscalated | Verb::NoticeRaised => "tone-bad",
        Verb::Supervised | Verb::OrderRecalled | Verb::SignInFailed | Verb::AbsenceNoted => "tone-warn",
        Verb::WarningCleared | Verb::ReviewConcluded | Verb::ImprovementDone | Verb::NoticeOver => {
            "tone-good"
        }
        _ => "tone-plain",
    }
}
