//! `/c/:centre/kpis/:kpi`: one KPI of a centre: value against target and time, its reports, and the same below.

use domain::kpis::KpiDetail;
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{KpiSheet, StepReport, one_kpi};
use super::form::ReportForm;
use super::rows::tags;
use super::{cards, series, words as w};
use crate::asking::{Deed, Question};
use crate::centres::{Placed, Way, placed};
use crate::live::use_live;
use crate::order_drafts::OrderLink;
use crate::parts::{DeedTrouble, LightMark, form_key, loaded};
use crate::words::{n, t};

/// The page. The URL's `sent` says that a report was just taken.
#[component]
pub fn KpiPage() -> impl IntoView {
    let (params, query, changed) = (use_params_map(), use_query_map(), use_live(&[Topic::Kpis]));
    let param = move |name: &'static str| params.with(|params| params.get(name).unwrap_or_default());
    let sent = query.with_untracked(|query| query.get("sent").is_some() && query.get("__err").is_none());
    let (act, key) = (Deed::of::<StepReport>(), form_key());
    let kpi = Question::new(
        move || (param("centre"), param("kpi"), changed.get(), act.times()),
        |(centre, kpi, ..)| async move {
            placed(one_kpi(centre, kpi).await, |sheet| sheet.detail.centre.code.clone()).await
        },
    );
    view! {
        {sent.then(|| view! { <p class="saved" role="status">{t(w::SENT)}</p> })}
        <DeedTrouble deed=act />
        {loaded(kpi, move |placed| view! { <KpiView placed=placed act=act key=key.clone() /> }.into_any())}
    }
}

#[component]
fn KpiView(placed: Placed<KpiSheet>, act: Deed, key: String) -> impl IntoView {
    let (KpiSheet { detail, chart }, head) = placed;
    let code = detail.row.code.clone();
    let way = head
        .map(|head| view! { <Way head=head href=move |centre: &str| format!("/c/{centre}/kpis/{code}") /> });
    let decide = detail.may_approve.then_some(act);
    let form = detail.may_report.then(|| view! { <ReportForm detail=detail.clone() key=key /> });
    view! {
        <Title text=n(&detail.row.name) />
        <div class="page-head">
            <div class="way">{way}</div>
            {lane_way(&detail)}
            <h1>{n(&detail.row.name)}</h1>
            <LightMark light=detail.row.light />
            {tags(&detail.row)}
            <div class="actions"><OrderLink from=format!("kpi={}&centre={}", detail.row.code, detail.centre.code) /></div>
        </div>
        <div class="kpi-columns">
            {form}
            <div class="kpi-main">
                {cards::figures(&detail)}
                {series::card(&detail, chart)}
                {cards::reports(detail.reports.clone(), decide)}
            </div>
            <div class="kpi-side">{cards::below(&detail)}</div>
        </div>
    }
    .into_any()
}

/// Board › lane › sub-lane.
fn lane_way(detail: &KpiDetail) -> AnyView {
    let [(_, board), (lane, lane_name), (_, sublane)] = &detail.way;
    let lanes = format!("/c/{}/lanes", detail.centre.code);
    view! {
        <p class="way">
            <a href=lanes.clone()>{t(w::LANES)}</a>
            " › "
            {n(board)}
            " › "
            <a href=format!("{lanes}/{lane}")>{n(lane_name)}</a>
            " › "
            {n(sublane)}
        </p>
    }
    .into_any()
}
