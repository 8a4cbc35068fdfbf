//! Which path leads to which page.

use leptos::prelude::*;
use leptos_router::components::{Outlet, ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::account::SignInPage;
use crate::pages::{DeskFrame, HomePage, MissingPage};
use crate::realms::{
    Compose, Decide, Evaluate, Find, Handle, Overview, Owe, Provide, Report, Review, Roster, Sense, Supervise,
};

/// The router. Every page is complete HTML without JavaScript (`SsrMode::Async`).
#[component]
pub fn AppRoutes() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=MissingPage>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=path!("/c/:centre") view=Overview::CockpitPage ssr=SsrMode::Async />
                // One frame around all of them: it stays when a reader goes from group to group.
                <ParentRoute path=path!("") view=DeskFrame ssr=SsrMode::Async>
                    <SensePages />
                    <CasePages />
                    <OrderPages />
                    <SupervisionPages />
                    <EvaluationPages />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// Sense and warn.
#[component(transparent)]
fn SensePages() -> impl leptos_router::MatchNestedRoutes + Clone + Send + 'static {
    view! {
        <ParentRoute path=path!("") view=Outlet ssr=SsrMode::Async>
            <Route path=path!("/c/:centre/indicators/:code") view=Sense::IndicatorPage />
            <Route path=path!("/warnings") view=Sense::WarningsPage />
            <Route path=path!("/warnings/:id") view=Sense::WarningPage />
            <Route path=path!("/risk-points") view=Sense::RiskPointsPage />
            <Route path=path!("/risk-points/:id") view=Sense::RiskPointPage />
            <Route path=path!("/plans") view=Sense::PlansPage />
            <Route path=path!("/plans/:id") view=Sense::PlanPage />
        </ParentRoute>
    }
    .into_inner()
}

/// Cases, and who is there to take them.
#[component(transparent)]
fn CasePages() -> impl leptos_router::MatchNestedRoutes + Clone + Send + 'static {
    view! {
        <ParentRoute path=path!("") view=Outlet ssr=SsrMode::Async>
            <Route path=path!("/events") view=Find::EventsPage />
            <Route path=path!("/events/new") view=Report::NewEventPage />
            <Route path=path!("/events/:id") view=Decide::EventPage />
            <Route path=path!("/events/:id/order") view=Handle::OrderConfirmPage />
            <Route path=path!("/approvals") view=Supervise::ApprovalsPage />
            <Route path=path!("/duty") view=Roster::DutyPage />
            <Route path=path!("/duty/imports/:id") view=Roster::RosterImportPage />
            <Route path=path!("/notices") view=Roster::NoticesPage />
        </ParentRoute>
    }
    .into_inner()
}

/// Orders, written and handled.
#[component(transparent)]
fn OrderPages() -> impl leptos_router::MatchNestedRoutes + Clone + Send + 'static {
    view! {
        <ParentRoute path=path!("") view=Outlet ssr=SsrMode::Async>
            <Route path=path!("/orders") view=Find::OrdersPage />
            <Route path=path!("/orders/new") view=Compose::ComposePage />
            <Route path=path!("/orders/saved") view=Compose::SavedPage />
            <Route path=path!("/orders/drafts/:id") view=Compose::DraftPage />
            <Route path=path!("/orders/:id") view=Handle::OrderPage />
            <Route path=path!("/orders/:id/recipients") view=Handle::OrderRecipientsPage />
            <Route path=path!("/owed") view=Owe::OwedPage />
        </ParentRoute>
    }
    .into_inner()
}

/// Supervise, and who holds which post.
#[component(transparent)]
fn SupervisionPages() -> impl leptos_router::MatchNestedRoutes + Clone + Send + 'static {
    view! {
        <ParentRoute path=path!("") view=Outlet ssr=SsrMode::Async>
            <Route path=path!("/supervision") view=Supervise::SupervisionPage />
            <Route path=path!("/supervision/press") view=Supervise::PressPage />
            <Route path=path!("/supervision/rules") view=Supervise::SupervisionRulesPage />
            <Route path=path!("/posts") view=Supervise::PostsPage />
        </ParentRoute>
    }
    .into_inner()
}

/// Evaluate, review, and what is kept for it.
#[component(transparent)]
fn EvaluationPages() -> impl leptos_router::MatchNestedRoutes + Clone + Send + 'static {
    view! {
        <ParentRoute path=path!("") view=Outlet ssr=SsrMode::Async>
            <Route path=path!("/c/:centre/lanes") view=Evaluate::LanesPage />
            <Route path=path!("/c/:centre/lanes/:lane") view=Evaluate::LanePage />
            <Route path=path!("/c/:centre/kpis/:kpi") view=Evaluate::KpiPage />
            <Route path=path!("/kpi-reports") view=Evaluate::KpiReportsPage />
            <Route path=path!("/calendar") view=Provide::CalendarPage />
            <Route path=path!("/exports") view=Provide::ExportsPage />
            <Route path=path!("/responsibilities") view=Provide::ResponsibilitiesPage />
            <Route path=path!("/responsibilities/:category") view=Provide::ResponsibilityPage />
            <Route path=path!("/evaluation") view=Evaluate::EvaluationPage />
            <Route path=path!("/evaluation/cases") view=Evaluate::CountedPage />
            <Route path=path!("/evaluation/appeals") view=Evaluate::AppealsPage />
            <Route path=path!("/evaluation/rates") view=Evaluate::RatesPage />
            <Route path=path!("/api-clients") view=Provide::ApiClientsPage />
            <Route path=path!("/api-clients/:id") view=Provide::ApiClientPage />
            <Route path=path!("/reviews") view=Review::ReviewsPage />
            <Route path=path!("/reviews/:id") view=Review::ReviewPage />
        </ParentRoute>
    }
    .into_inner()
}
