//! `/events/:id`: one case: where it stands, what is behind it, what was done, and what may be done now.

use domain::EventId;
use domain::events::EventDetail;
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::actions::actions;
use super::api::{StepEvent, one_event};
use super::cards;
use super::clocks::{clock_figure, state_chip};
use super::steps::step_bar;
use super::words as w;
use crate::centres::{Placed, placed, way_back};
use crate::live::use_live;
use crate::order_drafts::OrderLink;
use crate::parts::{ActionTrouble, LampMark, LevelMark, loaded};
use crate::words::{n, t};

/// What may change the page.
const TOPICS: &[Topic] = &[Topic::Events, Topic::Orders, Topic::Warnings, Topic::Reviews];

/// The page.
#[component]
pub fn EventPage() -> impl IntoView {
    let (params, changed) = (use_params_map(), use_live(TOPICS));
    let id = Memo::new(move |_| EventId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let act = ServerAction::<StepEvent>::new();
    let done = act.version();
    let event = Resource::new(
        move || (id.get(), changed.get(), done.get()),
        |(id, ..)| async move { placed(one_event(id).await, |event| event.row.centre.code.clone()).await },
    );
    view! {
        <ActionTrouble action=act />
        {loaded(event, move |placed| view! { <EventView placed=placed act=act /> }.into_any())}
    }
}

#[component]
fn EventView(placed: Placed<EventDetail>, act: ServerAction<StepEvent>) -> impl IntoView {
    let (event, head) = placed;
    let row = &event.row;
    let review = event.review.map(|id| {
        view! { <a class="button" href=format!("/reviews/{id}")>{t(w::REVIEW)}</a> }
    });
    let order = event.may_order.then(|| view! { <OrderLink from=format!("event={}", row.id) /> });
    let case_due = row.state.is_open().then_some(row.due_at);
    view! {
        <Title text=n(&row.title) />
        <div class="page-head">
            {way_back("/events", t(w::TITLE), head)}
            <h1>{n(&row.title)}</h1>
            <LevelMark level=row.level />
            {state_chip(row.state)}
            <LampMark lamp=row.lamp />
            <div class="actions">{order} {review} {actions(row.id, &event.moves, act)}</div>
        </div>
        <div class="columns">
            <div>
                <section class="card">
                    <div class="card-head"><h2>{t(w::STEPS)}</h2></div>
                    {step_bar(row.state, &event.timeline)}
                    <div class="figures wide-figures event-clocks">
                        {clock_figure(t(w::STEP_CLOCK), event.step_due_at.filter(|_| row.state.is_open()))}
                        {clock_figure(t(w::CLOCK), case_due)}
                    </div>
                </section>
                {cards::warnings(event.warnings.clone())}
                {cards::plans(&event)}
                {cards::orders(event.orders.clone())}
            </div>
            <div>
                {cards::facts(&event)}
                {cards::timeline(event.timeline.clone())}
            </div>
        </div>
    }
    .into_any()
}
