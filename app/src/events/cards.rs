//! What an event's page shows beside its steps.

use domain::audit::TimelineEntry;
use domain::events::EventDetail;
use domain::orders::OrderRow;
use domain::warnings::WarningRow;
use leptos::prelude::*;

use super::report_files::shown;
use super::words as w;
use crate::centres::place_words;
use crate::parts::{CityTime, Left, LevelMark, Progress4, SupervisionMark, TimelineList};
use crate::warnings::WarningRows;
use crate::words::states::event_source;
use crate::words::{Text, n, t, use_lang};

fn card(title: Text, hint: Option<Text>, body: AnyView) -> AnyView {
    view! {
        <section class="card">
            <div class="card-head">
                <h2>{t(title)}</h2>
                {hint.map(|hint| view! { <span>{t(hint)}</span> })}
            </div>
            {body}
        </section>
    }
    .into_any()
}

/// The warnings behind the case, with their values; nothing where a person reported it.
pub(super) fn warnings(rows: Vec<WarningRow>) -> Option<AnyView> {
    let rows = (!rows.is_empty()).then_some(rows)?;
    Some(card(w::WARNINGS, None, view! { <WarningRows rows=rows caption=t(w::WARNINGS) /> }.into_any()))
}

/// The plans that fit, each with the way to its one confirmation.
pub(super) fn plans(event: &EventDetail) -> Option<AnyView> {
    let (id, may_order, lang) = (event.row.id, event.may_order, use_lang());
    if event.plans.is_empty() && !may_order {
        return None;
    }
    let line = |(place, plan): (usize, &domain::plans::PlanRow)| {
        let words = w::ONE_CLICK.with(lang, &[("plan", plan.name.get(lang)), ("n", &plan.steps.to_string())]);
        let class = if place == 0 { "button primary" } else { "button" };
        let click = may_order.then(
            || view! { <a class=class href=format!("/events/{id}/order?plan={}", plan.id)>{words}</a> },
        );
        view! {
            <li class="plan-line">
                <LevelMark level=plan.level bare=true />
                <a class="row-title" href=format!("/plans/{}", plan.id)>{n(&plan.name)}</a>
                <span class="quiet">"v" {plan.version} " · " {n(&plan.centre.short)}</span>
                {click}
            </li>
        }
    };
    let body = if event.plans.is_empty() {
        view! { <p class="quiet">{t(w::NO_PLANS)}</p> }.into_any()
    } else {
        view! { <ul class="plan-lines">{event.plans.iter().enumerate().map(line).collect_view()}</ul> }
            .into_any()
    };
    Some(card(w::PLANS, None, body))
}

/// The orders issued on the case: how far each has come.
pub(super) fn orders(rows: Vec<OrderRow>) -> AnyView {
    let body = if rows.is_empty() {
        view! { <p class="quiet">{t(w::NO_ORDERS)}</p> }.into_any()
    } else {
        view! { <ul class="order-lines">{rows.into_iter().map(order).collect_view()}</ul> }.into_any()
    };
    card(w::ORDERS, None, body)
}

fn order(row: OrderRow) -> AnyView {
    let due = row.next_due_at.filter(|_| row.recalled_at.is_none());
    view! {
        <li class="order-line">
            <p>
                <LevelMark level=row.level bare=true />
                " "
                <a class="row-title" href=format!("/orders/{}", row.id)>{n(&row.title)}</a>
                " "
                <SupervisionMark supervision=row.supervision />
                {row.recalled_at.map(|_| view! { <span class="chip chip-back">{t(w::RECALLED)}</span> })}
            </p>
            <Progress4 counts=row.counts />
            <p class="quiet">
                {row.number} " · " {n(&row.issuer.short)} " " <CityTime at=row.issued_at />
                {due.map(|due| view! { " · " {t(w::NEXT_DUE)} " " <Left due=due /> })}
            </p>
        </li>
    }
    .into_any()
}

/// What is known of the case, and who is on duty at its centre; of a centre outside the reader's scope that is not known.
pub(super) fn facts(event: &EventDetail, duty: Option<AnyView>) -> AnyView {
    let row = &event.row;
    let centre = place_words(&row.district, &row.centre, use_lang());
    let point = event.risk_point.as_ref().map(|(id, name)| {
        view! { <dt>{t(w::RISK_POINT)}</dt><dd><a href=format!("/risk-points/{id}")>{n(name)}</a></dd> }
    });
    let place = event.place.map(|(longitude, latitude)| {
        let map = format!("/c/{}", row.centre.code);
        view! { <dt>{t(w::PLACE)}</dt><dd>"⌖ " <a href=map>{format!("{longitude:.4}, {latitude:.4}")}</a></dd> }
    });
    let address = (!event.address.is_empty())
        .then(|| view! { <dt>{t(w::ADDRESS)}</dt><dd>{event.address.clone()}</dd> });
    let contact = event.contact.as_ref().map(|who| {
        view! { <dt>{t(w::CONTACT)}</dt><dd>{[who.name.as_str(), who.phone.as_str()].join(" ").trim().to_owned()}</dd> }
    });
    let description = if event.description.is_empty() {
        t(w::NO_DESCRIPTION).to_owned()
    } else {
        event.description.clone()
    };
    let body = view! {
        <dl class="facts">
            <dt>{t(w::NUMBER)}</dt>
            <dd>{row.number.clone()}</dd>
            <dt>{t(w::SOURCE)}</dt>
            <dd>{t(event_source(row.source))}</dd>
            <dt>{t(w::CATEGORY)}</dt>
            <dd>{n(&row.category)}</dd>
            <dt>{t(w::CENTRE)}</dt>
            <dd><a href=format!("/c/{}", row.centre.code)>{centre}</a> " " {duty}</dd>
            <dt>{t(w::RESPONSIBLE)}</dt>
            <dd><a href="/responsibilities">{n(&event.responsible)}</a></dd>
            {point}
            {address}
            {place}
            {contact}
            <dt>{t(w::REPORTED)}</dt>
            <dd><CityTime at=row.reported_at /></dd>
        </dl>
        <h3 class="facts-more">{t(w::DESCRIPTION)}</h3>
        <p class="prose">{description}</p>
        {shown(&event.files)}
    };
    card(w::FACTS, None, body.into_any())
}

/// What happened.
pub(super) fn timeline(entries: Vec<TimelineEntry>) -> AnyView {
    card(w::TIMELINE, Some(w::FROM_AUDIT), view! { <TimelineList entries=entries /> }.into_any())
}
