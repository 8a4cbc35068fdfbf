//! Who acts, and what a post allows.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::centres::{CentrePath, CentreTag, Tier};
use crate::names::Name;
use crate::{Fault, PersonId, PostId, Refusal};

text_enum! {
    /// What a post is. The three administrations at the end may never be combined in one account (三员分立).
    Role {
        /// 市领导: sees the whole city, may order.
        CityLeader = "city_leader",
        /// 市级值班长: runs the city centre's shift.
        CityDuty = "city_duty",
        /// 区县指挥长.
        DistrictDirector = "district_director",
        /// 区县值班长.
        DistrictDuty = "district_duty",
        /// 镇街指挥长.
        TownshipDirector = "township_director",
        /// 镇街岗位人员.
        TownshipStaff = "township_staff",
        /// 跑道长: answers for a lane's KPI.
        LaneOwner = "lane_owner",
        /// 系统管理员.
        SystemAdmin = "system_admin",
        /// 安全管理员: accounts, posts, sessions.
        SecurityAdmin = "security_admin",
        /// 安全审计员: reads the audit log.
        Auditor = "auditor",
        /// 对接系统: another system that asks through the API, within its scopes. Nobody signs in as one.
        OtherSystem = "other_system",
    }
}

text_enum! {
    /// What may be done. Every engine function asks for exactly one.
    Right {
        ViewCity = "view_city",
        AcknowledgeWarning = "acknowledge_warning",
        ReportEvent = "report_event",
        HandleEvent = "handle_event",
        CloseEvent = "close_event",
        DecideApproval = "decide_approval",
        IssueOrder = "issue_order",
        RecallOrder = "recall_order",
        WorkOrder = "work_order",
        PassDown = "pass_down",
        VerifyOrder = "verify_order",
        Urge = "urge",
        /// The rules by which a late part is pressed, in the city and for a district.
        SetSupervision = "set_supervision",
        /// Versions of the responsibility list: which tier must take a category, in what time.
        SetResponsibility = "set_responsibility",
        ReportKpi = "report_kpi",
        ApproveKpi = "approve_kpi",
        ReviewEvent = "review_event",
        /// Rosters, absences, hand-over and notices of one's centre and those below.
        ManageDuty = "manage_duty",
        /// Who holds which post, at one's centre and those below.
        AppointHolder = "appoint_holder",
        ManageSystem = "manage_system",
        ManageAccounts = "manage_accounts",
        ReadAudit = "read_audit",
    }
}

impl Role {
    /// The rights of a post, within its scope.
    #[must_use]
    pub const fn rights(self) -> &'static [Right] {
        use Right as R;
        match self {
            Self::CityLeader => &[
                R::ViewCity,
                R::IssueOrder,
                R::Urge,
                R::SetSupervision,
                R::SetResponsibility,
                R::ReviewEvent,
                R::ManageDuty,
                R::AppointHolder,
            ],
            Self::DistrictDirector => &[
                R::ViewCity,
                R::AcknowledgeWarning,
                R::ReportEvent,
                R::HandleEvent,
                R::CloseEvent,
                R::DecideApproval,
                R::IssueOrder,
                R::RecallOrder,
                R::WorkOrder,
                R::PassDown,
                R::VerifyOrder,
                R::Urge,
                R::SetSupervision,
                R::ApproveKpi,
                R::ReviewEvent,
                R::ManageDuty,
                R::AppointHolder,
            ],
            Self::CityDuty => &[
                R::ViewCity,
                R::AcknowledgeWarning,
                R::ReportEvent,
                R::HandleEvent,
                R::CloseEvent,
                R::DecideApproval,
                R::IssueOrder,
                R::RecallOrder,
                R::WorkOrder,
                R::PassDown,
                R::VerifyOrder,
                R::Urge,
                R::SetSupervision,
                R::SetResponsibility,
                R::ApproveKpi,
                R::ReviewEvent,
                R::ManageDuty,
            ],
            Self::DistrictDuty => &[
                R::ViewCity,
                R::AcknowledgeWarning,
                R::ReportEvent,
                R::HandleEvent,
                R::CloseEvent,
                R::DecideApproval,
                R::IssueOrder,
                R::RecallOrder,
                R::WorkOrder,
                R::PassDown,
                R::VerifyOrder,
                R::Urge,
                R::ApproveKpi,
                R::ReviewEvent,
                R::ManageDuty,
            ],
            Self::TownshipDirector => &[
                R::ViewCity,
                R::AcknowledgeWarning,
                R::ReportEvent,
                R::HandleEvent,
                R::WorkOrder,
                R::PassDown,
                R::VerifyOrder,
                R::ReportKpi,
                R::ManageDuty,
                R::AppointHolder,
            ],
            Self::TownshipStaff => &[R::ViewCity, R::ReportEvent, R::WorkOrder, R::ReportKpi],
            Self::LaneOwner => &[R::ViewCity, R::ReportKpi],
            Self::SystemAdmin => &[R::ManageSystem, R::SetResponsibility],
            Self::SecurityAdmin => &[R::ManageAccounts, R::AppointHolder],
            Self::Auditor => &[R::ReadAudit],
            Self::OtherSystem => &[R::ViewCity, R::ReportEvent, R::WorkOrder],
        }
    }

    /// Whether the post carries a right.
    #[must_use]
    pub fn has(self, right: Right) -> bool {
        self.rights().contains(&right)
    }

    /// Whether it leads its centre: what all of the centre sees is theirs to set.
    #[must_use]
    pub const fn leads_its_centre(self) -> bool {
        matches!(self, Self::CityLeader | Self::DistrictDirector | Self::TownshipDirector)
    }

    /// Whether people hold it and sign in under it.
    #[must_use]
    pub const fn is_held_by_people(self) -> bool {
        !matches!(self, Self::OtherSystem)
    }

    /// Whether this is one of the three administrations that no account may combine with another.
    #[must_use]
    pub const fn is_administration(self) -> bool {
        matches!(self, Self::SystemAdmin | Self::SecurityAdmin | Self::Auditor)
    }
}

impl Right {
    /// The posts of people that carry this right.
    #[must_use]
    pub fn held_by(self) -> Vec<Role> {
        Role::ALL.iter().copied().filter(|role| role.is_held_by_people() && role.has(self)).collect()
    }
}

/// A person acting under one of their posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// Their name as shown to colleagues.
    pub person_name: String,
    /// As what.
    pub post: PostId,
    /// The post's kind.
    pub role: Role,
    /// The post's title.
    pub title: Name,
    /// The centre the post belongs to.
    pub centre: CentreTag,
    /// What the post may see: this centre and all below it.
    pub scope: CentrePath,
    /// The lane a lane owner answers for, by code.
    pub lane: Option<String>,
    /// No more rights than these, whatever the post has; unset for people.
    #[serde(default)]
    pub only: Option<Vec<Right>>,
}

impl Actor {
    /// Line one of every decision: may this actor use this right at this centre?
    ///
    /// # Errors
    /// `NotFound` outside the scope, `NotAllowed` naming the posts that may.
    pub fn may(&self, right: Right, at: &CentrePath) -> Result<(), Refusal> {
        if !self.scope.contains(at) {
            return Err(Refusal::NotFound);
        }
        self.has(right)
    }

    /// Whether the post carries a right at all, for things that belong to no centre.
    ///
    /// # Errors
    /// `NotAllowed` naming the posts that may.
    pub fn has(&self, right: Right) -> Result<(), Refusal> {
        let allowed = self.only.as_ref().is_none_or(|only| only.contains(&right));
        if allowed && self.role.has(right) {
            Ok(())
        } else {
            Err(Refusal::NotAllowed { right, who: right.held_by() })
        }
    }

    /// The tier of the actor's centre.
    #[must_use]
    pub const fn tier(&self) -> Tier {
        self.centre.tier
    }
}

/// One post of a person, for the switch of post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostRow {
    /// Identity, sent back to switch.
    pub id: PostId,
    /// Its kind.
    pub role: Role,
    /// Its title.
    pub title: Name,
    /// Its centre.
    pub centre: CentreTag,
    /// Whether the session acts under it now.
    pub current: bool,
}

/// Who am I, and as what else could I act.
#[async_trait]
pub trait AccountDesk: Send + Sync {
    /// The posts the actor's person holds now.
    async fn posts(&self, actor: &Actor) -> Result<Vec<PostRow>, Fault>;
}
