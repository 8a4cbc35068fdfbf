//! `/warnings/:id`: one warning: how bad, since when, measured how, and who has seen it.

use domain::WarningId;
use domain::live::Topic;
use domain::warnings::{WarningDetail, WarningRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::{AcknowledgeWarning, WarningSheet, one_warning};
use super::rows::{stale_since, state_chip, trend};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::centres::{Placed, placed, way_back};
use crate::live::use_live;
use crate::order_drafts::OrderLink;
use crate::parts::{DeedForm, DeedTrouble, Figure, LevelMark, TimelineList, loaded};
use crate::words::figures::{maybe, number};
use crate::words::{n, t};

/// The page.
#[component]
pub fn WarningPage() -> impl IntoView {
    let params = use_params_map();
    let changed = use_live(&[Topic::Warnings, Topic::Readings]);
    let id =
        Memo::new(move |_| WarningId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let acknowledge = Deed::of::<AcknowledgeWarning>();
    let detail = Question::new(
        move || (id.get(), changed.get(), acknowledge.times()),
        |(id, ..)| async move {
            placed(one_warning(id).await, |sheet| sheet.detail.row.centre.code.clone()).await
        },
    );
    loaded(detail, move |placed| view! { <WarningView placed=placed acknowledge=acknowledge /> }.into_any())
}

#[component]
fn WarningView(placed: Placed<WarningSheet>, acknowledge: Deed) -> impl IntoView {
    let (WarningSheet { detail, chart }, head) = placed;
    let WarningDetail { row, bands, timeline, may_acknowledge, .. } = detail.clone();
    let id = row.id.to_string();
    let clear = bands.iter().find(|(level, ..)| *level == row.level).map(|(_, _, clear)| *clear);
    view! {
        <Title text=n(&row.title) />
        <div class="page-head">
            {way_back("/warnings", t(w::TITLE), head)}
            <h1>{n(&row.title)}</h1>
            <LevelMark level=row.level />
            {state_chip(row.state)}
            <div class="actions">
                <OrderLink from=format!("warning={}", row.id) />
                {may_acknowledge.then(|| view! {
                    <DeedForm deed=acknowledge>
                        <input type="hidden" name="id" value=id />
                        <button class="button primary" type="submit">{t(w::ACKNOWLEDGE)}</button>
                    </DeedForm>
                })}
            </div>
        </div>
        <DeedTrouble deed=acknowledge />
        <div class="columns">
            <div>
                <section class="card">{figures(&row, clear)}</section>
                {super::series::card(&row, &detail, chart)}
            </div>
            <div>
                {super::facts::facts(&row)}
                {super::facts::band_table(bands, &row)}
                <section class="card">
                    <div class="card-head"><h2>{t(w::TIMELINE)}</h2><span>{t(w::FROM_AUDIT)}</span></div>
                    <TimelineList entries=timeline />
                </section>
            </div>
        </div>
    }
    .into_any()
}

fn figures(row: &WarningRow, clear: Option<f64>) -> AnyView {
    let place = row.decimals;
    view! {
        <div class="figures wide-figures">
            <Figure
                label=t(w::VALUE)
                value=number(row.value, place)
                unit=row.unit.clone()
                at=row.value_at
                definition=t(w::DEFINITION)
                stale=row.stale
                href="#series"
            />
            <Figure label=t(w::THRESHOLD) value=number(row.threshold, place) unit=row.unit.clone() href="#bands" />
            <Figure label=t(w::CLEAR_AT) value=maybe(clear, place) unit=row.unit.clone() href="#bands" />
        </div>
        <p class="quiet">{trend(row.worsening)} " " {stale_since(row)}</p>
    }
    .into_any()
}
