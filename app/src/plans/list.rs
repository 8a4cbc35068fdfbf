//! `/plans`: plans usable in the reader's centre.

use domain::pages::Page;
use domain::plans::PlanRow;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::list_plans;
use super::{PlanRows, words as w};
use crate::asking::Question;
use crate::parts::{Empty, EmptyKind, Pager, loaded};
use crate::words::t;

/// The list.
#[component]
pub fn PlansPage() -> impl IntoView {
    let query = use_query_map();
    let after = Memo::new(move |_| query.get().get("after").filter(|key| !key.is_empty()));
    let rows = Question::new(move || after.get(), list_plans);
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
        </div>
        <section class="card">{loaded(rows, draw)}</section>
    }
}

fn draw(page: Page<PlanRow>) -> AnyView {
    if page.rows.is_empty() {
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any();
    }
    view! {
        <PlanRows rows=page.rows />
        <Pager total=page.total more=page.more next=page.next />
    }
    .into_any()
}
