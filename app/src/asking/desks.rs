//! All desks in one hand, provided as context by the server.

use std::sync::Arc;

use domain::actors::AccountDesk;
use domain::api_clients::ApiClientDesk;
use domain::approvals::ApprovalDesk;
use domain::calendar::CalendarDesk;
use domain::centres::CentreDesk;
use domain::cockpit::CockpitDesk;
use domain::duty::DutyDesk;
use domain::events::EventDesk;
use domain::exports::ExportDesk;
use domain::hand_offs::HandOffDesk;
use domain::indicators::IndicatorDesk;
use domain::kpis::KpiDesk;
use domain::lanes::LaneDesk;
use domain::notices::NoticeDesk;
use domain::order_drafts::OrderDraftDesk;
use domain::orders::OrderDesk;
use domain::plans::PlanDesk;
use domain::posts::PostDesk;
use domain::rates::RateDesk;
use domain::recipient_groups::RecipientGroupDesk;
use domain::relations::RelationDesk;
use domain::responsibilities::ResponsibilityDesk;
use domain::reviews::ReviewDesk;
use domain::risk_points::RiskPointDesk;
use domain::rooms::RoomDesk;
use domain::supervision::SupervisionDesk;
use domain::views::ViewDesk;
use domain::warnings::WarningDesk;
use domain::webhooks::WebhookDesk;

/// Whom pages ask, by noun.
#[derive(Clone)]
#[allow(missing_docs, reason = "each field is named after the noun its desk answers for")]
pub struct Desks {
    pub accounts: Arc<dyn AccountDesk>,
    pub api_clients: Arc<dyn ApiClientDesk>,
    pub approvals: Arc<dyn ApprovalDesk>,
    pub calendar: Arc<dyn CalendarDesk>,
    pub centres: Arc<dyn CentreDesk>,
    pub cockpit: Arc<dyn CockpitDesk>,
    pub warnings: Arc<dyn WarningDesk>,
    pub events: Arc<dyn EventDesk>,
    pub exports: Arc<dyn ExportDesk>,
    pub hand_offs: Arc<dyn HandOffDesk>,
    pub orders: Arc<dyn OrderDesk>,
    pub duty: Arc<dyn DutyDesk>,
    pub notices: Arc<dyn NoticeDesk>,
    pub order_drafts: Arc<dyn OrderDraftDesk>,
    pub recipient_groups: Arc<dyn RecipientGroupDesk>,
    pub posts: Arc<dyn PostDesk>,
    pub supervision: Arc<dyn SupervisionDesk>,
    pub plans: Arc<dyn PlanDesk>,
    pub rates: Arc<dyn RateDesk>,
    pub risk_points: Arc<dyn RiskPointDesk>,
    pub rooms: Arc<dyn RoomDesk>,
    pub indicators: Arc<dyn IndicatorDesk>,
    pub lanes: Arc<dyn LaneDesk>,
    pub kpis: Arc<dyn KpiDesk>,
    pub relations: Arc<dyn RelationDesk>,
    pub responsibilities: Arc<dyn ResponsibilityDesk>,
    pub reviews: Arc<dyn ReviewDesk>,
    pub views: Arc<dyn ViewDesk>,
    pub webhooks: Arc<dyn WebhookDesk>,
}
