//! States and moves of everything that moves, in words.

use domain::approvals::{ApprovalKind, ApprovalMove, ApprovalState};
use domain::assignments::{AssignmentMove, AssignmentState, Supervision};
use domain::calendar::DayKind;
use domain::centres::Tier;
use domain::events::{EventMove, EventSource, EventState};
use domain::kpis::{KpiMove, KpiReportState};
use domain::notices::NoticeState;
use domain::order_drafts::DraftState;
use domain::rates::{AppealMove, AppealState};
use domain::relations::{HelperMove, HelperState};
use domain::reviews::ReviewState;
use domain::supervision::{ExplanationMove, ExplanationState};
use domain::warnings::WarningState;

use super::Text;

/// Where an assignment stands.
#[must_use]
pub const fn assignment_state(state: AssignmentState) -> Text {
    match state {
        AssignmentState::Issued => Text::new("已下达", "Issued"),
        AssignmentState::Delivered => Text::new("已送达", "Delivered"),
        AssignmentState::Read => Text::new("已读", "Read"),
        AssignmentState::Accepted => Text::new("已签收", "Signed for"),
        AssignmentState::Doing => Text::new("办理中", "In progress"),
        AssignmentState::Done => Text::new("待核实", "Done, to verify"),
        AssignmentState::Approved => Text::new("已核实", "Verified"),
        AssignmentState::SentBack => Text::new("已退回", "Sent back"),
        AssignmentState::Recalled => Text::new("已撤回", "Recalled"),
    }
}

/// A move of an assignment, as a button says it.
#[must_use]
pub const fn assignment_move(step: AssignmentMove) -> Text {
    match step {
        AssignmentMove::Deliver => Text::new("送达", "Deliver"),
        AssignmentMove::Read => Text::new("阅读", "Read"),
        AssignmentMove::Accept => Text::new("签收", "Sign for it"),
        AssignmentMove::Progress => Text::new("反馈进展", "Report progress"),
        AssignmentMove::Finish => Text::new("报办结", "Report done"),
        AssignmentMove::Approve => Text::new("核实通过", "Verify"),
        AssignmentMove::Rework => Text::new("打回重办", "Return for rework"),
        AssignmentMove::SendBack => Text::new("退回", "Send back"),
        AssignmentMove::Reissue => Text::new("重新下达", "Issue again"),
        AssignmentMove::Recall => Text::new("撤回", "Recall"),
    }
}

/// Pressure on a late assignment.
#[must_use]
pub const fn supervision_text(supervision: Supervision) -> Text {
    match supervision {
        Supervision::None => Text::new("未督办", "No supervision"),
        Supervision::Urged => Text::new("催办", "Urged"),
        Supervision::Yellow => Text::new("黄牌督办", "Yellow card"),
        Supervision::Red => Text::new("红牌督办", "Red card"),
    }
}

/// Where an explanation stands.
#[must_use]
pub const fn explanation_state(state: ExplanationState) -> Text {
    match state {
        ExplanationState::Asked => Text::new("待说明", "Asked"),
        ExplanationState::Given => Text::new("已说明,待认定", "Given, to be judged"),
        ExplanationState::Accepted => Text::new("已认定", "Accepted"),
        ExplanationState::Returned => Text::new("已退回", "Returned"),
        ExplanationState::Waived => Text::new("免予说明", "Waived"),
    }
}

/// A move of an explanation, as a button says it.
#[must_use]
pub const fn explanation_move(step: ExplanationMove) -> Text {
    match step {
        ExplanationMove::Give => Text::new("提交说明", "Give it"),
        ExplanationMove::Accept => Text::new("接受说明", "Accept"),
        ExplanationMove::Return => Text::new("退回说明", "Return"),
        ExplanationMove::Waive => Text::new("免予说明", "Waive"),
    }
}

/// Where a case stands.
#[must_use]
pub const fn event_state(state: EventState) -> Text {
    match state {
        EventState::Reported => Text::new("已上报", "Reported"),
        EventState::Accepted => Text::new("已受理", "Accepted"),
        EventState::Registered => Text::new("已立案", "Registered"),
        EventState::Dispatched => Text::new("已派遣", "Dispatched"),
        EventState::Handling => Text::new("处置中", "Being handled"),
        EventState::HandledBack => Text::new("处置反馈", "Handled, to verify"),
        EventState::Verified => Text::new("已核查", "Verified"),
        EventState::Closed => Text::new("已结案", "Closed"),
        EventState::Rejected => Text::new("不予受理", "Rejected"),
        EventState::Returned => Text::new("已退回", "Returned"),
        EventState::Suspended => Text::new("已挂起", "Suspended"),
        EventState::Merged => Text::new("已合并", "Merged"),
        EventState::Void => Text::new("已作废", "Void"),
    }
}

/// A move of a case, as a button says it.
#[must_use]
pub const fn event_move(step: EventMove) -> Text {
    match step {
        EventMove::Accept => Text::new("受理", "Accept"),
        EventMove::Reject => Text::new("不予受理", "Reject"),
        EventMove::Register => Text::new("立案", "Register"),
        EventMove::Dispatch => Text::new("派遣", "Dispatch"),
        EventMove::Start => Text::new("开始处置", "Start handling"),
        EventMove::HandBack => Text::new("处置反馈", "Hand back"),
        EventMove::Verify => Text::new("核查通过", "Verify"),
        EventMove::Rework => Text::new("重新处置", "Return for rework"),
        EventMove::Return => Text::new("退回", "Return"),
        EventMove::Close => Text::new("结案", "Close"),
        EventMove::Suspend => Text::new("挂起", "Suspend"),
        EventMove::Resume => Text::new("恢复", "Resume"),
        EventMove::Void => Text::new("作废", "Void"),
        EventMove::Merge => Text::new("合并", "Merge"),
        EventMove::Unmerge => Text::new("拆开", "Take apart"),
        EventMove::PushUp => Text::new("上报上级", "Push up"),
        EventMove::PushDown => Text::new("下派", "Push down"),
    }
}

/// Where a helping centre's part stands.
#[must_use]
pub const fn helper_state(state: HelperState) -> Text {
    match state {
        HelperState::Asked => Text::new("待上级同意", "Waiting for consent"),
        HelperState::Helping => Text::new("协同中", "Helping"),
        HelperState::Done => Text::new("已完成", "Done"),
        HelperState::Refused => Text::new("未同意", "Refused"),
        HelperState::Released => Text::new("已解除", "Released"),
    }
}

/// A move of a helping centre's part, as a button says it.
#[must_use]
pub const fn helper_move(step: HelperMove) -> Text {
    match step {
        HelperMove::Consent => Text::new("同意", "Consent"),
        HelperMove::Refuse => Text::new("不同意", "Refuse"),
        HelperMove::Finish => Text::new("本方已完成", "Our part is done"),
        HelperMove::Resume => Text::new("要求继续", "Ask to go on"),
        HelperMove::Release => Text::new("解除协同", "Release"),
    }
}

/// What is asked for, of the centre above.
#[must_use]
pub const fn approval_kind(kind: ApprovalKind) -> Text {
    match kind {
        ApprovalKind::Extension => Text::new("延期", "Extension"),
        ApprovalKind::Return => Text::new("退回", "Return"),
        ApprovalKind::Suspension => Text::new("挂起", "Suspension"),
        ApprovalKind::Voiding => Text::new("作废", "Voiding"),
        ApprovalKind::Arbitration => Text::new("仲裁", "Arbitration"),
    }
}

/// Where a request stands.
#[must_use]
pub const fn approval_state(state: ApprovalState) -> Text {
    match state {
        ApprovalState::Asked => Text::new("待审批", "Waiting for approval"),
        ApprovalState::Granted => Text::new("已批准", "Granted"),
        ApprovalState::Refused => Text::new("未批准", "Refused"),
        ApprovalState::Withdrawn => Text::new("已撤销", "Withdrawn"),
    }
}

/// A move of a request, as a button says it.
#[must_use]
pub const fn approval_move(step: ApprovalMove) -> Text {
    match step {
        ApprovalMove::Grant => Text::new("批准", "Grant"),
        ApprovalMove::Refuse => Text::new("不批准", "Refuse"),
        ApprovalMove::Withdraw => Text::new("撤销申请", "Withdraw"),
    }
}

/// Where an appeal against a figure stands.
#[must_use]
pub const fn appeal_state(state: AppealState) -> Text {
    match state {
        AppealState::Filed => Text::new("待裁决", "Waiting for a decision"),
        AppealState::Granted => Text::new("已准予", "Granted"),
        AppealState::Refused => Text::new("未准予", "Refused"),
        AppealState::Withdrawn => Text::new("已撤回", "Withdrawn"),
    }
}

/// A move of an appeal, as a button says it.
#[must_use]
pub const fn appeal_move(step: AppealMove) -> Text {
    match step {
        AppealMove::Grant => Text::new("准予", "Grant"),
        AppealMove::Refuse => Text::new("不准予", "Refuse"),
        AppealMove::Withdraw => Text::new("撤回申诉", "Withdraw"),
    }
}

/// A tier of the tree of centres.
#[must_use]
pub const fn tier_text(tier: Tier) -> Text {
    match tier {
        Tier::City => Text::new("市级", "city"),
        Tier::District => Text::new("区县", "district"),
        Tier::Township => Text::new("镇街", "township"),
        Tier::Community => Text::new("村社区", "community"),
        Tier::Grid => Text::new("网格", "grid"),
    }
}

/// What a day is to the offices.
#[must_use]
pub const fn day_kind(kind: DayKind) -> Text {
    match kind {
        DayKind::Off => Text::new("放假", "Off"),
        DayKind::Work => Text::new("调休上班", "Worked instead"),
        DayKind::Ordinary => Text::new("按星期", "As its weekday"),
    }
}

/// Where a case came from.
#[must_use]
pub const fn event_source(source: EventSource) -> Text {
    match source {
        EventSource::Warning => Text::new("感知预警 · 自动立案", "Sensed, registered automatically"),
        EventSource::Person => Text::new("人工上报", "Reported by staff"),
        EventSource::Hotline => Text::new("12345 热线", "12345 hotline"),
        EventSource::Grid => Text::new("网格上报", "Grid worker"),
        EventSource::Camera => Text::new("视频识别", "Camera"),
        EventSource::System => Text::new("对接系统", "Another system"),
    }
}

/// Where a warning stands.
#[must_use]
pub const fn warning_state(state: WarningState) -> Text {
    match state {
        WarningState::Raised => Text::new("未确认", "Not acknowledged"),
        WarningState::Acknowledged => Text::new("已确认", "Acknowledged"),
        WarningState::Cleared => Text::new("已解除", "Cleared"),
    }
}

/// Where a KPI report stands.
#[must_use]
pub const fn kpi_report_state(state: KpiReportState) -> Text {
    match state {
        KpiReportState::Draft => Text::new("草稿", "Draft"),
        KpiReportState::Submitted => Text::new("待审核", "Waiting for approval"),
        KpiReportState::Approved => Text::new("已审核", "Approved"),
        KpiReportState::Accepted => Text::new("已采纳", "Accepted by the city"),
        KpiReportState::Returned => Text::new("已退回", "Returned"),
    }
}

/// A move of a KPI report, as a button says it.
#[must_use]
pub const fn kpi_move(step: KpiMove) -> Text {
    match step {
        KpiMove::Submit => Text::new("提交", "Submit"),
        KpiMove::Approve => Text::new("审核通过", "Approve"),
        KpiMove::Return => Text::new("退回", "Return"),
        KpiMove::Accept => Text::new("采纳", "Accept"),
    }
}

/// Where a review stands.
#[must_use]
pub const fn review_state(state: ReviewState) -> Text {
    match state {
        ReviewState::Open => Text::new("待复盘", "Open"),
        ReviewState::Concluded => Text::new("已复盘", "Concluded"),
    }
}

/// Where a notice stands.
#[must_use]
pub const fn notice_state(state: NoticeState) -> Text {
    match state {
        NoticeState::Open => Text::new("待处理", "Open"),
        NoticeState::Acknowledged => Text::new("已确认", "Acknowledged"),
        NoticeState::Over => Text::new("已解除", "Over"),
    }
}

/// Where a draft of an order stands.
#[must_use]
pub const fn draft_state(state: DraftState) -> Text {
    match state {
        DraftState::Open => Text::new("草稿", "Draft"),
        DraftState::AwaitingCosign => Text::new("待会签", "Awaits signature"),
        DraftState::Sent => Text::new("已下达", "Sent"),
        DraftState::Dropped => Text::new("已作废", "Thrown away"),
    }
}
