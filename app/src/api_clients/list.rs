//! `/api-clients`: the systems that may ask, and the form that adds one.

use domain::api_clients::ApiClientRow;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api::{AddApiClient, list_api_clients, offer_secrets};
use super::form::add_form;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::parts::{CityTime, Empty, EmptyKind, loaded};
use crate::words::{n, t};

/// The list.
#[component]
pub fn ApiClientsPage() -> impl IntoView {
    let rows = Question::new(|| (), |()| list_api_clients());
    // Asked once a page: the token that is read off the form is the one that is sent.
    let fresh = Question::new(|| (), |()| offer_secrets());
    let add = Deed::of::<AddApiClient>();
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)} " " <a href="/api/docs" rel="external">{t(w::DOCS)}</a></span>
        </div>
        <section class="card">{loaded(rows, draw)}</section>
        {loaded(fresh, move |fresh| add_form(fresh.token, add))}
    }
}

fn draw(rows: Vec<ApiClientRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any();
    }
    view! {
        <table class="rows">
            <caption class="visually-hidden">{t(w::TITLE)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(w::NAME)}</th>
                    <th scope="col">{t(w::CENTRE)}</th>
                    <th scope="col">{t(w::SCOPES)}</th>
                    <th scope="col">{t(w::USED)}</th>
                    <th scope="col">{t(w::STATE)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: ApiClientRow) -> AnyView {
    let scopes = row.scopes.iter().map(|scope| t(w::scope_text(*scope))).collect::<Vec<_>>().join(" · ");
    let used = row.used_at.map(|at| view! { <small class="row-sub"><CityTime at=at /></small> });
    view! {
        <tr>
            <td class="cell-head">
                <a class="row-title" href=format!("/api-clients/{}", row.id)>{row.name.clone()}</a>
                <small class="row-sub"><code>{row.token_start.clone()} "…"</code></small>
            </td>
            <td data-label=t(w::CENTRE)>{n(&row.centre.name)}</td>
            <td data-label=t(w::SCOPES)>{scopes}</td>
            <td class="fit" data-label=t(w::USED)>{row.used_today} " / " {row.per_day} {used}</td>
            <td class="fit" data-label=t(w::STATE)>{standing(&row)}</td>
        </tr>
    }
    .into_any()
}

/// Whether its token is good, and until when.
pub(super) fn standing(row: &ApiClientRow) -> AnyView {
    match (row.revoked_at, row.expires_at) {
        (Some(at), _) => {
            view! { <span class="chip chip-back">{t(w::REVOKED)}</span> " " <CityTime at=at /> }.into_any()
        }
        (None, Some(at)) => {
            view! { <span class="chip chip-open">{t(w::UNTIL)}</span> " " <CityTime at=at /> }.into_any()
        }
        (None, None) => view! { <span class="chip chip-done">{t(w::GOOD)}</span> }.into_any(),
    }
}
