//! `/orders/new`: writes an order and chooses who receives it. Works without WASM, but for the map.

use domain::order_drafts::{Composer, Origin};
use domain::{EventId, OrderDraftId, OrderTemplateId, PlanId, RiskPointId, WarningId};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::api::{SaveDraft, compose};
use super::letter::letter_fields;
use super::plan::{plan_picker, step_fields};
use super::recipients::recipient_fields;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::parts::{DeedForm, DeedTrouble, loaded};
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
    let asked = Question::new(move || origin.get(), compose);
    let save = Deed::of::<SaveDraft>();
    view! {
        <Title text=t(w::NEW) />
        <div class="page-head">
            <p class="way"><a href="/orders">{t(w::ORDERS)}</a></p>
            <h1>{t(w::NEW)}</h1>
            <span class="quiet">{t(w::STEPS)}</span>
            <div class="actions"><a class="button" href="/orders/saved">{t(w::SAVED)}</a></div>
        </div>
        <DeedTrouble deed=save />
        {loaded(asked, move |(composer, key)| form(composer, key, save))}
    }
}

fn form(composer: Composer, key: String, save: Deed) -> AnyView {
    let draft = composer.draft.map(|id| id.to_string()).unwrap_or_default();
    let (event, plan, place) =
        (composer.spec.event.clone(), composer.spec.plan.clone(), composer.spec.place.clone());
    view! {
        {templates(&composer)}
        {plan_picker(&composer)}
        <div class="compose"><DeedForm deed=save>
            <input type="hidden" name="draft" value=draft />
            <input type="hidden" name="key" value=key />
            <input type="hidden" name="spec[event]" value=event />
            <input type="hidden" name="spec[plan]" value=plan />
            <input type="hidden" name="spec[place]" value=place />
            <section class="card compose-letter">
                <h2>{t(w::LETTER)}</h2>
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

/// The URL's parameters but some, as hidden fields.
pub(super) fn kept_fields(but: &[&str]) -> AnyView {
    let mut query = use_query_map().get_untracked();
    for name in but {
        query.remove(name);
    }
    let field = |(name, value)| view! { <input type="hidden" name=name value=value /> };
    query.into_iter().map(field).collect_view().into_any()
}

/// Templates as a plain form: the URL says which, and keeps where the order comes from.
fn templates(composer: &Composer) -> Option<AnyView> {
    let chosen = use_query_map().get_untracked().get("template").unwrap_or_default();
    let option = |template: &domain::order_drafts::OrderTemplate| {
        let id = template.id.to_string();
        let words = format!("{} · {}", template.letter.title, n(&template.centre.short));
        view! { <option selected=chosen == id value=id>{words}</option> }
    };
    let form = view! {
        <form class="filters" method="get" action="/orders/new">
            {kept_fields(&["template"])}
            <label class="field">
                <span>{t(w::TEMPLATE)}</span>
                <select name="template">{composer.templates.iter().map(option).collect_view()}</select>
            </label>
            <button class="button" type="submit">{t(w::USE_TEMPLATE)}</button>
        </form>
    };
    (!composer.templates.is_empty()).then(|| form.into_any())
}
