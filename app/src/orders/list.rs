//! `/orders`: orders issued and received, the filters in the URL.

use domain::exports::ExportList;
use domain::live::Topic;
use domain::orders::{OrderFilter, OrderRow};
use domain::pages::Page;
use domain::time::Lamp;
use domain::views::ViewList;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::{api::list_orders, words as w};
use crate::asking::Question;
use crate::exports::export_form;
use crate::lanes::{Lanes, lane_fields, lanes_asked};
use crate::live::use_live;
use crate::order_drafts::WaitingDrafts;
use crate::parts::{
    CityTime, Empty, EmptyKind, Filters, Left, LevelMark, Pager, Progress4, SupervisionMark, form_key, loaded,
};
use crate::views::ViewChips;
use crate::words::{levels::lamp_text, n, t};

/// The filter that the URL says.
fn filter_of(query: &ParamsMap) -> OrderFilter {
    let text = |name: &str| query.get(name).unwrap_or_default();
    OrderFilter {
        centre: text("centre"),
        all: text("all") == "true",
        mine: text("mine") == "true",
        lane: query.get("lane").filter(|code| !code.is_empty()),
        lamp: text("lamp").parse().ok(),
        after: query.get("after").filter(|key| !key.is_empty()),
    }
}

/// The list.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Orders]));
    let filter = Memo::new(move |_| filter_of(&query.get()));
    let (lanes, key) = (lanes_asked(), form_key());
    let orders = Question::new(move || (filter.get(), changed.get()), |(filter, _)| list_orders(filter));
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head"><h1>{t(w::TITLE)}</h1></div>
        <WaitingDrafts />
        <ViewChips list=ViewList::Orders />
        {loaded(lanes, move |lanes| narrow(filter.get(), &lanes))}
        <section class="card">{loaded(orders, move |page| draw(page, &filter.get_untracked(), key.clone()))}</section>
    }
}

fn narrow(filter: OrderFilter, lanes: &Lanes) -> AnyView {
    let OrderFilter { centre, all: every, lamp: chosen, lane, mine, .. } = filter;
    let by_lane = lane_fields(lanes, lane.as_deref(), mine);
    let tab = move |all: bool, words: &'static str| {
        let href = if all { "/orders?all=true" } else { "/orders" };
        view! { <a href=href aria-current=(every == all).then_some("page")>{words}</a> }
    };
    let option = move |lamp: Lamp| {
        view! { <option value=lamp.as_str() selected=chosen == Some(lamp)>{t(lamp_text(lamp))}</option> }
    };
    view! {
        <nav class="tabs">{tab(false, t(w::OPEN))} {tab(true, t(w::ALL))}</nav>
        <Filters>
            <input type="hidden" name="all" value=every.to_string() />
            {(!centre.is_empty()).then(|| view! { <input type="hidden" name="centre" value=centre /> })}
            <label class="field">
                <span>{t(w::LAMP)}</span>
                <select name="lamp">
                    <option value="">{t(w::ANY)}</option>
                    {Lamp::ALL.iter().copied().map(option).collect_view()}
                </select>
            </label>
            {by_lane}
        </Filters>
    }
    .into_any()
}

fn draw(page: Page<OrderRow>, filter: &OrderFilter, key: String) -> AnyView {
    if page.rows.is_empty() {
        let link = (!filter.all).then(|| ("/orders?all=true".to_owned(), t(w::SEE_ALL)));
        let narrowed = filter.lamp.is_some() || filter.lane.is_some() || filter.mine;
        if narrowed {
            let link = ("/orders".to_owned(), t(w::SEE_ALL));
            return view! { <Empty kind=EmptyKind::FilteredOut link=link /> }.into_any();
        }
        let link = link.unwrap_or(("/events".to_owned(), t(w::EVENT)));
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE_OPEN) link=link /> }.into_any();
    }
    view! {
        <table class="rows">
            <thead>
                <tr>
                    <th>{t(w::ORDER)}</th>
                    <th>{t(w::ISSUER)}</th>
                    <th>{t(w::ISSUED_AT)}</th>
                    <th>{t(w::HOW_FAR)}</th>
                    <th>{t(w::NEXT_DUE)}</th>
                </tr>
            </thead>
            <tbody>{page.rows.into_iter().map(row).collect_view()}</tbody>
        </table>
        <div class="list-foot"><Pager total=page.total more=page.more next=page.next />{export_form(&ExportList::Orders(filter.clone()), key)}</div>
    }
    .into_any()
}

fn row(order: OrderRow) -> AnyView {
    let recalled = order.recalled_at.is_some();
    view! {
        <tr>
            <td data-label=t(w::ORDER)>
                <LevelMark level=order.level bare=true />
                " "
                <a class="row-title" href=format!("/orders/{}", order.id)>{n(&order.title)}</a>
                <small class="quiet row-sub">{order.number}</small>
            </td>
            <td data-label=t(w::ISSUER)>{n(&order.issuer.short)}</td>
            <td data-label=t(w::ISSUED_AT)><CityTime at=order.issued_at /></td>
            <td data-label=t(w::HOW_FAR)><Progress4 counts=order.counts /></td>
            <td data-label=t(w::NEXT_DUE)>
                {if recalled {
                    view! { <span class="quiet">{t(w::RECALLED)}</span> }.into_any()
                } else {
                    order.next_due_at.map(|due| view! { <Left due=due /> }).into_any()
                }}
                " "
                {(!recalled).then(|| view! { <SupervisionMark supervision=order.supervision /> })}
            </td>
        </tr>
    }
    .into_any()
}
