//! The audit log: who decided what, as what, on what, from where, before and after.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::names::Name;

text_enum! {
    /// What was done. The timeline of an event or order is made of these.
    Verb {
        WarningRaised = "warning_raised", WarningEscalated = "warning_escalated",
        WarningAcknowledged = "warning_acknowledged", WarningCleared = "warning_cleared",
        EventReported = "event_reported", EventMoved = "event_moved", EventNoted = "event_noted",
        EventTookIn = "event_took_in", EventGaveBack = "event_gave_back", EventSplit = "event_split",
        EventPutUnder = "event_put_under", EventTakenOut = "event_taken_out",
        EventPushedUp = "event_pushed_up", EventPushedDown = "event_pushed_down", EventReceived = "event_received",
        ResponsibilityProposed = "responsibility_proposed", ResponsibilityMoved = "responsibility_moved",
        HelperNamed = "helper_named", HelperMoved = "helper_moved", LeadChanged = "lead_changed",
        ApprovalAsked = "approval_asked", ApprovalMoved = "approval_moved", CalendarChanged = "calendar_changed",
        OrderIssued = "order_issued", OrderRecalled = "order_recalled", OrderPassedDown = "order_passed_down",
        OrderDraftMoved = "order_draft_moved", OrderCorrected = "order_corrected",
        RecipientGroupKept = "recipient_group_kept", ViewKept = "view_kept", OrderTemplateKept = "order_template_kept",
        AssignmentMoved = "assignment_moved", ProgressReported = "progress_reported", Supervised = "supervised",
        Delegated = "delegated", HolderChanged = "holder_changed", WorkTakenOver = "work_taken_over",
        SupervisionRulesChanged = "supervision_rules_changed", CardAnnulled = "card_annulled",
        ExplanationAsked = "explanation_asked", ExplanationMoved = "explanation_moved",
        KpiReported = "kpi_reported", KpiMoved = "kpi_moved",
        AppealFiled = "appeal_filed", AppealMoved = "appeal_moved", RatesClosed = "rates_closed",
        ReviewOpened = "review_opened", ReviewConcluded = "review_concluded",
        FindingNoted = "finding_noted", LossNoted = "loss_noted",
        ImprovementPromised = "improvement_promised", ImprovementDone = "improvement_done",
        ShiftAdded = "shift_added", ShiftRemoved = "shift_removed", ShiftsSwapped = "shifts_swapped",
        RosterImported = "roster_imported", HandedOver = "handed_over", HandOverAcknowledged = "hand_over_acknowledged",
        RoomOpened = "room_opened", RoomJoined = "room_joined", RoomClosed = "room_closed",
        AbsenceNoted = "absence_noted", AbsenceEnded = "absence_ended",
        NoticeRaised = "notice_raised", NoticeAcknowledged = "notice_acknowledged", NoticeOver = "notice_over",
        SignedIn = "signed_in", SignInFailed = "sign_in_failed", SignedOut = "signed_out", PostSwitched = "post_switched",
        AccountAdded = "account_added",
        ApiClientAdded = "api_client_added", ApiClientRevoked = "api_client_revoked",
        WebhookAdded = "webhook_added", WebhookRemoved = "webhook_removed", WebhookResent = "webhook_resent",
        ExportAsked = "export_asked", Seeded = "seeded",
    }
}

/// One line of a timeline, read from the audit log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// What was done.
    pub verb: Verb,
    /// What it was done to: an event, order or assignment, in words.
    pub subject: Name,
    /// Who; empty for the system itself.
    pub who: String,
    /// As what: the post's title; the rule's name for the system.
    pub as_what: Name,
    /// The centre acting.
    pub centre: Name,
    /// The state before, as its noun spells it; empty if there was none.
    pub before: String,
    /// The state after.
    pub after: String,
    /// What the person wrote.
    pub note: String,
}
