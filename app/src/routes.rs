//! Which path leads to which page.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::account::SignInPage;
use crate::cockpit::CockpitPage;
use crate::events::{EventPage, EventsPage, NewEventPage};
use crate::indicators::IndicatorPage;
use crate::kpis::{KpiPage, KpiReportsPage};
use crate::lanes::{LanePage, LanesPage};
use crate::order_drafts::{ComposePage, DraftPage, SavedPage};
use crate::orders::{OrderConfirmPage, OrderPage, OrderRecipientsPage, OrdersPage};
use crate::owed::OwedPage;
use crate::pages::{DeskFrame, HomePage, MissingPage};
use crate::plans::{PlanPage, PlansPage};
use crate::reviews::{ReviewPage, ReviewsPage};
use crate::risk_points::{RiskPointPage, RiskPointsPage};
use crate::warnings::{WarningPage, WarningsPage};

/// The router. Every page is complete HTML without JavaScript (`SsrMode::Async`).
#[component]
pub fn AppRoutes() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=MissingPage>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                <Route path=path!("/c/:centre") view=CockpitPage ssr=SsrMode::Async />
                <ParentRoute path=path!("") view=DeskFrame ssr=SsrMode::Async>
                    <Route path=path!("/c/:centre/indicators/:code") view=IndicatorPage />
                    <Route path=path!("/c/:centre/lanes") view=LanesPage />
                    <Route path=path!("/c/:centre/lanes/:lane") view=LanePage />
                    <Route path=path!("/c/:centre/kpis/:kpi") view=KpiPage />
                    <Route path=path!("/kpi-reports") view=KpiReportsPage />
                    <Route path=path!("/warnings") view=WarningsPage />
                    <Route path=path!("/warnings/:id") view=WarningPage />
                    <Route path=path!("/events") view=EventsPage />
                    <Route path=path!("/events/new") view=NewEventPage />
                    <Route path=path!("/events/:id") view=EventPage />
                    <Route path=path!("/events/:id/order") view=OrderConfirmPage />
                    <Route path=path!("/orders") view=OrdersPage />
                </ParentRoute>
                <ParentRoute path=path!("") view=DeskFrame ssr=SsrMode::Async>
                    <Route path=path!("/orders/new") view=ComposePage />
                    <Route path=path!("/orders/saved") view=SavedPage />
                    <Route path=path!("/orders/drafts/:id") view=DraftPage />
                    <Route path=path!("/orders/:id") view=OrderPage />
                    <Route path=path!("/orders/:id/recipients") view=OrderRecipientsPage />
                    <Route path=path!("/owed") view=OwedPage />
                    <Route path=path!("/risk-points") view=RiskPointsPage />
                    <Route path=path!("/risk-points/:id") view=RiskPointPage />
                    <Route path=path!("/plans") view=PlansPage />
                    <Route path=path!("/plans/:id") view=PlanPage />
                    <Route path=path!("/reviews") view=ReviewsPage />
                    <Route path=path!("/reviews/:id") view=ReviewPage />
                </ParentRoute>
            </Routes>
        </Router>
    }
}
