//! Which pages' code the browser fetches together.
//!
//! The first load brings what every page needs and the realm of the page that was opened; another realm follows when
//! one of its pages is first gone to. So a page more makes its own realm larger, not the first load of all the others.
//! `scripts/xtask` takes the module apart at the functions marked here (docs/adr/0007).

use domain::{Refusal, Remedy};
use leptos::prefetch_lazy_fn_on_server;
use leptos::prelude::*;
use leptos_router::ChooseView;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::api_clients::{ApiClientPage, ApiClientsPage};
use crate::approvals::ApprovalsPage;
use crate::calendar::CalendarPage;
use crate::cockpit::CockpitPage;
use crate::duty::{DutyPage, RosterImportPage};
use crate::events::{EventPage, EventsPage, NewEventPage};
use crate::exports::ExportsPage;
use crate::indicators::IndicatorPage;
use crate::kpis::{KpiPage, KpiReportsPage};
use crate::lanes::{LanePage, LanesPage};
use crate::notices::NoticesPage;
use crate::order_drafts::{ComposePage, DraftPage, SavedPage};
use crate::orders::{OrderConfirmPage, OrderPage, OrderRecipientsPage, OrdersPage};
use crate::owed::OwedPage;
use crate::parts::TroubleNote;
use crate::plans::{PlanPage, PlansPage};
use crate::posts::PostsPage;
use crate::rates::{AppealsPage, CountedPage, EvaluationPage, RatesPage};
use crate::responsibilities::{ResponsibilitiesPage, ResponsibilityPage};
use crate::reviews::{ReviewPage, ReviewsPage};
use crate::risk_points::{RiskPointPage, RiskPointsPage};
use crate::supervision::{PressPage, SupervisionPage, SupervisionRulesPage};
use crate::warnings::{WarningPage, WarningsPage};

/// Makes a realm: its pages, the function that draws them, and the one that fetches its code.
macro_rules! realm {
    ($(#[$doc:meta])* $realm:ident = $draw:ident, $fetch:ident { $($page:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        #[allow(clippy::enum_variant_names, reason = "named after the components they draw")]
        pub enum $realm {
            $(
                #[doc = concat!("[`", stringify!($page), "`]")]
                $page
            ),*
        }

        #[wasm_split($draw, preload($fetch), fallible)]
        fn $draw(page: $realm) -> Result<AnyView, SplitLoaderError> {
            Ok(match page {
                $($realm::$page => view! { <$page /> }.into_any()),*
            })
        }

        impl ChooseView for $realm {
            async fn choose(self) -> AnyView {
                prefetch_lazy_fn_on_server(stringify!($draw));
                $draw(self).await.unwrap_or_else(|_| missing())
            }

            async fn preload(&self) {
                // `choose` tries again, and says when it is in vain.
                let _ = $fetch().await;
            }
        }
    };
}

realm! {
    /// One-screen control.
    Overview = overview, fetch_overview { CockpitPage }
}

realm! {
    /// Sense and warn.
    Sense = sense, fetch_sense {
        IndicatorPage, WarningsPage, WarningPage, RiskPointsPage, RiskPointPage, PlansPage, PlanPage,
    }
}

realm! {
    /// Look for cases and orders.
    Find = find, fetch_find { EventsPage, OrdersPage }
}

realm! {
    /// Decide: a case.
    Decide = decide, fetch_decide { EventPage }
}

realm! {
    /// Report: a case as it is typed.
    Report = report, fetch_report { NewEventPage }
}

realm! {
    /// Orders as they are written.
    Compose = compose, fetch_compose { ComposePage, DraftPage, SavedPage }
}

realm! {
    /// Handle: the click that orders, and an order.
    Handle = handle, fetch_handle { OrderConfirmPage, OrderPage, OrderRecipientsPage }
}

realm! {
    /// What is owed.
    Owe = owe, fetch_owe { OwedPage }
}

realm! {
    /// Who is on duty, and what rings.
    Roster = roster, fetch_roster { DutyPage, RosterImportPage, NoticesPage }
}

realm! {
    /// Supervise: what waits for a decision or is late, by which rules, and who holds which post.
    Supervise = supervise, fetch_supervise {
        ApprovalsPage, SupervisionPage, PressPage, SupervisionRulesPage, PostsPage,
    }
}

realm! {
    /// Evaluate.
    Evaluate = evaluate, fetch_evaluate {
        LanesPage, LanePage, KpiPage, KpiReportsPage, EvaluationPage, CountedPage, AppealsPage, RatesPage,
    }
}

realm! {
    /// Review and improve.
    Review = review, fetch_review { ReviewsPage, ReviewPage }
}

realm! {
    /// What the work rests on: who takes what, days, files, other systems.
    Provide = provide, fetch_provide {
        CalendarPage, ExportsPage, ApiClientsPage, ApiClientPage, ResponsibilitiesPage, ResponsibilityPage,
    }
}

/// The realm's code cannot be had: the connection is cut, or the server was renewed and serves another build by now.
fn missing() -> AnyView {
    let trouble = Refusal::field("page", Remedy::Reload).into();
    view! { <TroubleNote trouble=trouble /> }.into_any()
}
