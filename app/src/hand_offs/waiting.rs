//! What a centre must sign for, and what it sent and nobody signed for, above the notices.

use domain::hand_offs::{HandOffRow, OnTheWay};
use domain::live::Topic;
use leptos::prelude::*;

use super::api::{ReceiveEvent, what_travels};
use super::card::line;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{DeedTrouble, loaded};
use crate::words::{Text, n, t};

/// Both lists; nothing while nothing is on its way.
#[component]
pub fn WaitingReceipts() -> impl IntoView {
    let changed = use_live(&[Topic::Events, Topic::Notices]);
    let receive = Deed::of::<ReceiveEvent>();
    let ways = Question::new(move || (changed.get(), receive.times()), |_| what_travels());
    view! {
        <DeedTrouble deed=receive />
        {loaded(ways, move |ways| draw(&ways, receive))}
    }
}

fn draw(ways: &OnTheWay, receive: Deed) -> AnyView {
    view! { {list(w::COMING, &ways.coming, receive)} {list(w::GOING, &ways.going, receive)} }.into_any()
}

fn list(title: Text, rows: &[HandOffRow], receive: Deed) -> Option<AnyView> {
    let one = |row: &HandOffRow| {
        view! {
            <h3 class="facts-more"><a class="row-title" href=format!("/events/{}", row.event)>{n(&row.title)}</a> " " <small>{row.number.clone()}</small></h3>
            <ul class="order-lines">{line(row, receive)}</ul>
        }
    };
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(title)}</h2></div>
                {rows.iter().map(one).collect_view()}
            </section>
        }
        .into_any()
    })
}
