//! `/api-clients/{id}`: one system, its webhooks, and what was sent to them.

use domain::ApiClientId;
use domain::api_clients::{ApiClientDetail, ApiClientRow};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::{AddWebhook, RemoveWebhook, ResendDelivery, RevokeApiClient, offer_secrets, one_api_client};
use super::deliveries::deliveries_card;
use super::list::standing;
use super::webhooks::{add_form, webhooks_card};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::parts::{CityTime, DeedForm, DeedTrouble, loaded};
use crate::words::{n, t};

/// The page.
#[component]
pub fn ApiClientPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or_default());
    let (revoke, add) = (Deed::of::<RevokeApiClient>(), Deed::of::<AddWebhook>());
    let (remove, resend) = (Deed::of::<RemoveWebhook>(), Deed::of::<ResendDelivery>());
    let times = move || (revoke.times(), add.times(), remove.times(), resend.times());
    let asked = Question::new(move || (id.get(), times()), |(id, _)| one_api_client(ApiClientId(id)));
    // A new one for each webhook that was taken; a refused form keeps the one that was read off it.
    let taken = move || if add.is_taken() { add.times() } else { 0 };
    let fresh = Question::new(taken, |_| offer_secrets());
    view! {
        <Title text=t(w::TITLE) />
        <DeedTrouble deed=revoke />
        <DeedTrouble deed=remove />
        <DeedTrouble deed=resend />
        {loaded(asked, move |detail| draw(detail, revoke, remove, resend))}
        {loaded(fresh, move |fresh| add_form(ApiClientId(id.get_untracked()), fresh.secret, add))}
    }
}

fn draw(detail: ApiClientDetail, revoke: Deed, remove: Deed, resend: Deed) -> AnyView {
    let ApiClientDetail { row, webhooks, deliveries } = detail;
    view! {
        <div class="page-head">
            <p class="way"><a href="/api-clients">{t(w::TITLE)}</a></p>
            <h1>{row.name.clone()}</h1>
            <span>{standing(&row)}</span>
        </div>
        {facts(&row, revoke)}
        {webhooks_card(webhooks, remove)}
        {deliveries_card(deliveries, resend)}
    }
    .into_any()
}

fn facts(row: &ApiClientRow, revoke: Deed) -> AnyView {
    let scopes = row.scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ");
    let by = if row.made_by.is_empty() { t(w::COMMAND_LINE).to_owned() } else { row.made_by.clone() };
    let id = row.id.to_string();
    let revoke = row.revoked_at.is_none().then(|| {
        view! {
            <details class="act">
                <summary>{t(w::REVOKE)} "…"</summary>
                <div class="act-body">
                    <p>{t(w::REVOKE_HINT)}</p>
                    <DeedForm deed=revoke>
                        <input type="hidden" name="id" value=id />
                        <button class="button primary wide" type="submit">{t(w::REVOKE)}</button>
                    </DeedForm>
                </div>
            </details>
        }
    });
    view! {
        <section class="card">
            <dl class="facts">
                <dt>{t(w::CENTRE)}</dt><dd>{n(&row.centre.name)} " " {row.centre.code.clone()}</dd>
                <dt>{t(w::SCOPES)}</dt><dd><code>{scopes}</code></dd>
                <dt>{t(w::TOKEN)}</dt><dd><code>{row.token_start.clone()} "…"</code></dd>
                <dt>{t(w::USED)}</dt><dd>{row.used_today} " / " {row.per_day}</dd>
                <dt>{t(w::PER_MINUTE)}</dt><dd>{row.per_minute}</dd>
                <dt>{t(w::ADDED)}</dt><dd><CityTime at=row.made_at /> " " {by}</dd>
            </dl>
            {revoke}
        </section>
    }
    .into_any()
}
