//! Identities. Each noun has its own type, so that an order's number never passes for an event's.

/// Declares a row identity: a positive 64-bit number given by the database.
macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl From<i64> for $name {
            fn from(value: i64) -> Self { Self(value) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::refusal::Refusal;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self).map_err(|_| $crate::refusal::Refusal::unknown(stringify!($name), text))
            }
        }
    )+};
}

id! {
    /// A governance centre.
    CentreId,
    /// A person who signs in.
    PersonId,
    /// A post held by a person.
    PostId,
    /// A risk point.
    RiskPointId,
    /// A sensing device.
    DeviceId,
    /// A series of one quantity.
    DatastreamId,
    /// A threshold rule.
    RuleId,
    /// A warning.
    WarningId,
    /// A case in the event hub.
    EventId,
    /// A report that waits for its reporter to say whether it is a case of its own.
    ReportDraftId,
    /// One case's share in a rate.
    RateEntryId,
    /// An appeal against such a share.
    AppealId,
    /// A request for an approval.
    ApprovalId,
    /// An order.
    OrderId,
    /// A list's filter, kept under a name.
    ViewId,
    /// A list as a file.
    ExportId,
    /// One recipient's part of an order.
    AssignmentId,
    /// A draft of an order.
    OrderDraftId,
    /// A template of an order.
    OrderTemplateId,
    /// A group of recipients.
    RecipientGroupId,
    /// A plan.
    PlanId,
    /// A photo or document.
    AttachmentId,
    /// A key performance indicator.
    KpiId,
    /// One revision of a KPI report.
    KpiReportId,
    /// An after-action review.
    ReviewId,
    /// Something a review found.
    FindingId,
    /// An improvement promised by a review.
    ImprovementId,
    /// A shift of a duty roster.
    ShiftId,
    /// A note that one shift leaves to the next.
    HandOverId,
    /// A span in which somebody is away.
    AbsenceId,
    /// A roster that was sent and waits to be applied.
    RosterImportId,
    /// Something a centre must hear about another.
    NoticeId,
    /// A room where several parties talk.
    RoomId,
    /// A case's way from one centre to another.
    HandOffId,
    /// A version of the responsibility list.
    ResponsibilityChangeId,
    /// An explanation that was asked for.
    ExplanationId,
    /// Another system that asks through the API.
    ApiClientId,
    /// Where a client is told of what happens.
    WebhookId,
    /// Something sent to a webhook.
    DeliveryId,
}
