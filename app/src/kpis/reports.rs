//! `/kpi-reports`: reports that wait for the reader's approval.

use domain::kpis::KpiReportRow;
use domain::live::Topic;
use domain::pages::Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{StepReport, waiting_reports};
use super::report_rows::ReportRows;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{DeedTrouble, Empty, EmptyKind, Pager, loaded};
use crate::words::t;

/// The list.
#[component]
pub fn KpiReportsPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Kpis]));
    let after = Memo::new(move |_| query.get().get("after").filter(|key| !key.is_empty()));
    let act = Deed::of::<StepReport>();
    let rows = Question::new(
        move || (after.get(), changed.get(), act.times()),
        |(after, ..)| waiting_reports(after),
    );
    view! {
        <Title text=t(w::APPROVALS) />
        <div class="page-head">
            <h1>{t(w::APPROVALS)}</h1>
            <span class="quiet">{t(w::APPROVALS_HINT)}</span>
        </div>
        <DeedTrouble deed=act />
        <section class="card">{loaded(rows, move |page| draw(page, act))}</section>
    }
}

fn draw(page: Page<KpiReportRow>, act: Deed) -> AnyView {
    if page.rows.is_empty() {
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE_WAITING) /> }.into_any();
    }
    view! {
        <ReportRows rows=page.rows caption=t(w::APPROVALS) named=true act=Some(act) />
        <Pager total=page.total more=page.more next=page.next />
    }
    .into_any()
}
