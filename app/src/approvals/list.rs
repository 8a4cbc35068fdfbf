//! `/approvals`: what waits for the decision of the reader's centre.

use domain::approvals::{ApprovalRow, Inbox};
use domain::live::Topic;
use domain::pages::Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{DecideApproval, decision_inbox};
use super::decide::request;
use super::elsewhere::elsewhere;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{DeedTrouble, Empty, EmptyKind, Pager, loaded};
use crate::words::t;

/// The list.
#[component]
pub fn ApprovalsPage() -> impl IntoView {
    let (query, changed) =
        (use_query_map(), use_live(&[Topic::Events, Topic::Orders, Topic::Supervision, Topic::Rates]));
    let after = Memo::new(move |_| query.get().get("after").filter(|key| !key.is_empty()));
    let act = Deed::of::<DecideApproval>();
    let rows =
        Question::new(move || (after.get(), changed.get(), act.times()), |(after, ..)| decision_inbox(after));
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
        </div>
        <DeedTrouble deed=act />
        {loaded(rows, move |inbox| draw(&inbox, act))}
    }
}

fn draw(inbox: &Inbox, act: Deed) -> AnyView {
    let requests = inbox.requests.as_ref();
    let nothing = requests.is_none() && inbox.elsewhere.is_empty();
    let requests = requests.map(|page| view! { <section class="card">{requests_of(page, act)}</section> });
    view! {
        {requests}
        {elsewhere(&inbox.elsewhere)}
        {nothing.then(|| view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> })}
    }
    .into_any()
}

fn requests_of(page: &Page<ApprovalRow>, act: Deed) -> AnyView {
    if page.rows.is_empty() {
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any();
    }
    // An arbiter chooses on the case's page, with the case before their eyes.
    let rows = page.rows.iter().map(|row| request(row, true, &[], act)).collect_view();
    view! {
        <ul class="requests">{rows}</ul>
        <Pager total=page.total more=page.more next=page.next.clone() />
    }
    .into_any()
}
