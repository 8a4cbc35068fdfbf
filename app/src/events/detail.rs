//! `/events/:id`: one case: where it stands, what is behind it, what was done, and what may be done now.

use domain::EventId;
use domain::events::EventDetail;
use domain::live::Topic;
use domain::rooms::RoomSubject;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::actions::actions;
use super::api::{StepEvent, event_categories, one_event};
use super::cards;
use super::clocks::{clock_figure, state_chip};
use super::steps::step_bar;
use super::words as w;
use crate::approvals::api::{AskApproval, DecideApproval, approvals_of_event};
use crate::approvals::approvals_card;
use crate::asking::{Deed, Question};
use crate::centres::{Placed, placed, way_back};
use crate::duty::on_duty;
use crate::hand_offs::api::hand_offs_of_event;
use crate::hand_offs::{HandOffDeeds, hand_offs_card};
use crate::live::use_live;
use crate::order_drafts::OrderLink;
use crate::parts::{DeedTrouble, LampMark, LevelMark, form_key, loaded};
use crate::relations::api::relations_of_event;
use crate::relations::{RelationDeeds, related_cards};
use crate::reviews::api::lessons_of_event;
use crate::reviews::{Cares, case_cards};
use crate::rooms::RoomTalk;
use crate::words::{n, t};

/// What may change the page.
const TOPICS: &[Topic] = &[Topic::Events, Topic::Orders, Topic::Warnings, Topic::Reviews, Topic::Duty];

/// The page.
#[component]
pub fn EventPage() -> impl IntoView {
    let (params, changed) = (use_params_map(), use_live(TOPICS));
    let id = Memo::new(move |_| EventId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let act = Deed::of::<StepEvent>();
    let rooms = RoomTalk::of(move || RoomSubject::Event(id.get()));
    let (ask, decide) = (Deed::of::<AskApproval>(), Deed::of::<DecideApproval>());
    let (relate, cares, key) = (RelationDeeds::new(), Cares::new(), form_key());
    let hand = HandOffDeeds::new();
    let done =
        move || (act.times(), ask.times(), decide.times(), relate.times(), cares.times(), hand.times());
    let event = Question::new(
        move || (id.get(), changed.get(), done()),
        |(id, ..)| async move {
            let event = placed(one_event(id).await, |event| event.row.centre.code.clone()).await?;
            let related = relations_of_event(id).await?;
            let categories = if related.may.split { event_categories().await? } else { Vec::new() };
            let asked = (approvals_of_event(id).await?, hand_offs_of_event(id).await?);
            Ok((event, asked, related, categories, lessons_of_event(id).await?))
        },
    );
    view! {
        <DeedTrouble deed=act />
        <DeedTrouble deed=ask />
        <DeedTrouble deed=decide />
        {rooms.troubles()}
        {relate.troubles()}
        {hand.troubles()}
        {cares.troubles()}
        {loaded(event, move |(placed, (approvals, ways), related, categories, lessons)| {
            let id = placed.0.row.id;
            let card = view! { {hand_offs_card(&ways, hand)} {approvals_card(id, &approvals, ask, decide)} }.into_any();
            let places = placed.1.as_ref().map(|head| [std::slice::from_ref(&head.centre), &head.children].concat());
            let related = related_cards(&related, &places.unwrap_or_default(), &categories, &key, relate);
            let reviews = case_cards(id, &lessons, cares);
            view! {
                <EventView placed=placed act=act approvals=card related=related reviews=reviews rooms=rooms />
            }
                .into_any()
        })}
    }
}

#[component]
fn EventView(
    placed: Placed<EventDetail>,
    act: Deed,
    approvals: AnyView,
    rooms: RoomTalk,
    related: AnyView,
    reviews: AnyView,
) -> impl IntoView {
    let (event, head) = placed;
    let duty = head.as_ref().map(|head| on_duty(head.on_duty.as_ref()));
    let row = &event.row;
    let id = row.id;
    let review = event.review.map(|id| {
        view! { <a class="button" href=format!("/reviews/{id}")>{t(w::REVIEW)}</a> }
    });
    let order = event.may_order.then(|| view! { <OrderLink from=format!("event={}", row.id) /> });
    view! {
        <Title text=n(&row.title) />
        <div class="page-head">
            {way_back("/events", t(w::TITLE), head)}
            <h1>{n(&row.title)}</h1>
            <LevelMark level=row.level />
            {state_chip(row.state)}
            <LampMark lamp=row.lamp.max(row.step_lamp) />
            <div class="actions">{order} {review} {actions(row.id, &event.moves, act)}</div>
        </div>
        <div class="columns">
            <div>
                <section class="card">
                    <div class="card-head"><h2>{t(w::STEPS)}</h2></div>
                    {step_bar(row.state, &event.timeline)}
                    <div class="figures wide-figures event-clocks">
                        {clock_figure(t(w::STEP_CLOCK), row.state, row.step_due_at, row.step_lamp)}
                        {clock_figure(t(w::CLOCK), row.state, Some(row.due_at), row.lamp)}
                    </div>
                    <p class="quiet">{t(w::CLOCK_HINT)} " " <a href="/calendar">{t(w::CALENDAR)}</a></p>
                </section>
                {cards::warnings(event.warnings.clone())}
                {cards::plans(&event)}
                {cards::orders(event.orders.clone())}
            </div>
            <div>
                {approvals}
                {rooms.card(RoomSubject::Event(id))}
                {related}
                {cards::facts(&event, duty)}
                {reviews}
                {cards::timeline(event.timeline.clone())}
            </div>
        </div>
    }
    .into_any()
}
