//! `/risk-points/:id`: one risk point: what watches it, what is wrong there, and what to do.

use domain::RiskPointId;
use domain::live::Topic;
use domain::risk_points::{RiskPointDetail, RiskPointRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::one_risk_point;
use super::devices::DeviceRows;
use super::list::now_mark;
use super::words as w;
use crate::asking::Question;
use crate::centres::{Placed, place_words, placed, way_back};
use crate::duty::on_duty;
use crate::live::use_live;
use crate::order_drafts::OrderLink;
use crate::parts::{LevelMark, loaded};
use crate::plans::PlanRows;
use crate::warnings::WarningRows;
use crate::words::{n, t, use_lang};

/// The page.
#[component]
pub fn RiskPointPage() -> impl IntoView {
    let (params, changed) = (use_params_map(), use_live(&[Topic::Warnings, Topic::Readings, Topic::Duty]));
    let id =
        Memo::new(move |_| RiskPointId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let point = Question::new(
        move || (id.get(), changed.get()),
        |(id, _)| async move { placed(one_risk_point(id).await, |point| point.row.centre.code.clone()).await },
    );
    loaded(point, draw)
}

fn draw((point, head): Placed<RiskPointDetail>) -> AnyView {
    let duty = head.as_ref().map(|head| on_duty(head.on_duty.as_ref()));
    let RiskPointDetail { row, devices, warnings, plans } = point;
    let open = if warnings.is_empty() {
        view! { <p class="quiet">{t(w::NO_WARNINGS)}</p> }.into_any()
    } else {
        view! { <WarningRows rows=warnings caption=t(w::WARNINGS) /> }.into_any()
    };
    let fitting = if plans.is_empty() {
        view! { <p class="quiet">{t(w::NO_PLANS)}</p> }.into_any()
    } else {
        view! { <PlanRows rows=plans /> }.into_any()
    };
    let watched = if devices.is_empty() {
        view! { <p class="quiet">{t(w::NO_DEVICES)}</p> }.into_any()
    } else {
        view! { <DeviceRows devices=devices /> }.into_any()
    };
    let card = |title: crate::words::Text, body: AnyView| {
        view! { <section class="card"><div class="card-head"><h2>{t(title)}</h2></div>{body}</section> }
            .into_any()
    };
    view! {
        <Title text=n(&row.name) />
        <div class="page-head">
            {way_back("/risk-points", t(w::TITLE), head)}
            <h1>{n(&row.name)}</h1>
            {now_mark(row.warning)}
            <div class="actions"><OrderLink from=format!("risk_point={}", row.id) /></div>
        </div>
        <div class="columns">
            <div>
                {card(w::WARNINGS, open)}
                {card(w::DEVICES, watched)}
                {card(w::PLANS, fitting)}
            </div>
            <div>{card(w::FACTS, facts(&row, duty))}</div>
        </div>
    }
    .into_any()
}

fn facts(row: &RiskPointRow, duty: Option<AnyView>) -> AnyView {
    let place = place_words(&row.district, &row.centre, use_lang());
    let (longitude, latitude) = row.place;
    view! {
        <dl class="facts">
            <dt>{t(w::CODE)}</dt>
            <dd>{row.code.clone()}</dd>
            <dt>{t(w::KIND)}</dt>
            <dd>{n(&row.kind_name)}</dd>
            <dt title=t(w::GRADE_HINT)>{t(w::GRADE)}</dt>
            <dd><LevelMark level=row.grade /></dd>
            <dt>{t(w::CENTRE)}</dt>
            <dd><a href=format!("/c/{}", row.centre.code)>{place}</a> " " {duty}</dd>
            <dt>{t(w::PLACE)}</dt>
            <dd>{format!("{longitude:.4}, {latitude:.4}")}</dd>
            <dt>{t(w::DEVICES)}</dt>
            <dd>{row.devices}</dd>
        </dl>
    }
    .into_any()
}
