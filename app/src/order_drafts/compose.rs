//! `/orders/new`: writes an order and chooses who receives it. Works without WASM, but for the map.

use domain::order_drafts::{Composer, Origin};
use domain::{EventId, OrderDraftId, OrderTemplateId, PlanId, RiskPointId, WarningId};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::api::{SaveDraft, compose};
use super::letter::letter_fields;
use super::plan::step_fields;
use super::recipients::recipient_fields;
use super::refill::refill_fields;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::parts::{DeedForm, deed_trouble, loaded};
use crate::words::{n, t};

fn origin_of(query: &ParamsMap) -> Origin {
    let id = |name: &str| query.get(name).and_then(|id| id.parse::<i64>().ok());
    let text = |name: &str| query.get(name).unwrap_or_default();
    Origin {
        draft: id("draft").map(OrderDraftId),
        template: id("template").map(OrderTemplateId),
        event: id("event").map(EventId),
        warning: id("warning").map(WarningId),
        plan: id("plan").map(PlanId),
        planless: query.get("plan").is_some_and(|plan| plan.is_empty()),
        find: text("find"),
        risk_point: id("risk_point").map(RiskPointId),
        kpi: text("kpi"),
        centre: text("centre"),
    }
}

/// The page.
#[component]
pub fn ComposePage() -> impl IntoView {
    let query = use_query_map();
    let origin = Memo::new(move |_| origin_of(&query.get()));
    let save = Deed::of::<SaveDraft>();
    // Filled in further, the form comes back under an address that may be the same; a refusal leaves it as it stands.
    let kept = Memo::new(move |last: Option<&usize>| {
        let (times, before) = (save.times(), last.copied().unwrap_or_default());
        if save.is_taken() { times } else { before }
    });
    let asked = Question::new(move || (origin.get(), kept.get()), |(origin, _)| compose(origin));
    let odd = StoredValue::new(false);
    view! {
        <Title text=t(w::NEW) />
        <div class="page-head">
            <p class="way"><a href="/orders">{t(w::ORDERS)}</a></p>
            <h1>{t(w::NEW)}</h1>
            <span class="quiet">{t(w::STEPS)}</span>
            <div class="actions"><a class="button" href="/orders/saved">{t(w::SAVED)}</a></div>
        </div>
        {deed_trouble(save)}
        {loaded(asked, move |(composer, key)| anew(form(composer, key, save), odd))}
    }
}

/// Each answer makes a form of its own: in the fields of the last one stands what was typed there.
fn anew(form: AnyView, odd: StoredValue<bool>) -> AnyView {
    odd.update_value(|odd| *odd = !*odd);
    if odd.get_value() {
        Either::<_, AnyView>::Left(form).into_any()
    } else {
        Either::<AnyView, _>::Right(form).into_any()
    }
}

fn form(composer: Composer, key: String, save: Deed) -> AnyView {
    let draft = composer.draft.map(|id| id.to_string()).unwrap_or_default();
    let (event, place) = (composer.spec.event.clone(), composer.spec.place.clone());
    view! {
        <div class="compose"><DeedForm deed=save>
            <input type="hidden" name="draft" value=draft />
            <input type="hidden" name="key" value=key />
            <input type="hidden" name="spec[event]" value=event />
            <input type="hidden" name="spec[place]" value=place />
            <section class="card compose-letter">
                <h2>{t(w::LETTER)}</h2>
                {refill_fields(&composer)}
                {behind(&composer)}
                {letter_fields(&composer.spec.letter)}
            </section>
            <section class="card compose-recipients">
                <h2>{t(w::RECIPIENTS)}</h2>
                {step_fields(&composer)}
                <p class="quiet">{t(w::RECIPIENTS_HINT)}</p>
                {recipient_fields(composer)}
            </section>
            <button class="button primary wide compose-go" type="submit" disabled=move || save.is_under_way()>
                {t(w::CHECK)}
            </button>
        </DeedForm></div>
    }
    .into_any()
}

/// The case or plan it rests on.
fn behind(composer: &Composer) -> AnyView {
    let event = composer.event.as_ref().map(|event| {
        view! { <p>{t(w::EVENT)} ": " <a href=format!("/events/{}", event.id)>{event.number.clone()} " " {n(&event.title)}</a></p> }
    });
    let plan = composer.plan.as_ref().map(|plan| {
        view! { <p>{t(w::PLAN)} ": " <a href=format!("/plans/{}", plan.id)>{n(&plan.name)}</a></p> }
    });
    view! { {event} {plan} }.into_any()
}
