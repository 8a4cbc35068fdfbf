//! Tiers, posts and rights in words.

use domain::actors::{Right, Role};
use domain::centres::Tier;

use super::Text;

/// A tier in words.
#[must_use]
pub const fn tier_text(tier: Tier) -> Text {
    match tier {
        Tier::City => Text::new("市", "City"),
        Tier::District => Text::new("区县", "District"),
        Tier::Township => Text::new("镇街", "Township"),
        Tier::Community => Text::new("村(社区)", "Community"),
        Tier::Grid => Text::new("网格", "Grid"),
    }
}

/// A kind of post in words.
#[must_use]
pub const fn role_text(role: Role) -> Text {
    match role {
        Role::CityLeader => Text::new("市领导", "City leader"),
        Role::CityDuty => Text::new("市级值班长", "City duty officer"),
        Role::DistrictDirector => Text::new("区县指挥长", "District director"),
        Role::DistrictDuty => Text::new("区县值班长", "District duty officer"),
        Role::TownshipDirector => Text::new("镇街指挥长", "Township director"),
        Role::TownshipStaff => Text::new("镇街岗位人员", "Township staff"),
        Role::LaneOwner => Text::new("跑道长", "Lane owner"),
        Role::SystemAdmin => Text::new("系统管理员", "System administrator"),
        Role::SecurityAdmin => Text::new("安全管理员", "Security administrator"),
        Role::Auditor => Text::new("安全审计员", "Auditor"),
        Role::OtherSystem => Text::new("对接系统", "Other system"),
    }
}

/// A right in words, as something done.
#[must_use]
pub const fn right_text(right: Right) -> Text {
    match right {
        Right::ViewCity => Text::new("查看治理中心", "view the centre"),
        Right::AcknowledgeWarning => Text::new("确认预警", "acknowledge a warning"),
        Right::ReportEvent => Text::new("上报事件", "report an event"),
        Right::HandleEvent => Text::new("处置事件", "handle an event"),
        Right::CloseEvent => Text::new("结案", "close an event"),
        Right::DecideApproval => Text::new("审批", "decide on a request"),
        Right::IssueOrder => Text::new("下达指令", "issue an order"),
        Right::RecallOrder => Text::new("撤回指令", "recall an order"),
        Right::WorkOrder => Text::new("办理指令", "work on an order"),
        Right::PassDown => Text::new("转派下级", "pass an order down"),
        Right::VerifyOrder => Text::new("核实办结", "verify an order"),
        Right::Urge => Text::new("催办", "urge"),
        Right::SetSupervision => Text::new("制定督办规则", "set the rules of supervision"),
        Right::SetResponsibility => Text::new("调整分级分类库", "change the responsibility list"),
        Right::AppointHolder => Text::new("任免岗位", "change who holds a post"),
        Right::ReportKpi => Text::new("填报指标", "report a KPI"),
        Right::ApproveKpi => Text::new("审核指标", "approve a KPI report"),
        Right::ReviewEvent => Text::new("复盘", "review an event"),
        Right::ManageDuty => Text::new("管理值班", "manage the duty roster"),
        Right::ManageSystem => Text::new("管理系统", "manage the system"),
        Right::ManageAccounts => Text::new("管理账号", "manage accounts"),
        Right::ReadAudit => Text::new("查阅审计日志", "read the audit log"),
    }
}
