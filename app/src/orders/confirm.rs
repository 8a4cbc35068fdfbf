//! `/events/:id/order`: the one confirmation before an order. Who receives what by when; one button.

use domain::plans::{PlanRow, ProposalLine};
use domain::{EventId, PlanId};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{Confirmation, IssueOrder, confirm_order};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::parts::{CityTime, DeedForm, DeedTrouble, LevelMark, loaded};
use crate::words::{n, t, use_lang};

/// The page; the plan is chosen by the URL's `plan`.
#[component]
pub fn OrderConfirmPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let event =
        Memo::new(move |_| EventId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let plan = Memo::new(move |_| query.get().get("plan").and_then(|id| id.parse().ok().map(PlanId)));
    let asked = Question::new(move || (event.get(), plan.get()), |(event, plan)| confirm_order(event, plan));
    let issue = Deed::of::<IssueOrder>();
    view! {
        <Title text=t(w::CONFIRM) />
        <div class="page-head">
            <p class="way"><a href=move || format!("/events/{}", event.get())>"‹ " {t(w::BACK_TO_EVENT)}</a></p>
            <h1>{t(w::CONFIRM)}</h1>
        </div>
        <section class="card confirm">
            {loaded(asked, move |asked| view! { <OrderConfirm asked=asked issue=issue /> }.into_any())}
        </section>
    }
}

/// What the one button says: `一键下令:下穿道熔断 · 6 项 → 3 单位`.
#[must_use]
pub fn button_words(asked: &Confirmation) -> String {
    let (lang, proposal) = (use_lang(), &asked.proposal);
    let (lines, centres) = (proposal.lines.len().to_string(), proposal.centres.to_string());
    w::ONE_CLICK.with(lang, &[("plan", proposal.plan.name.get(lang)), ("n", &lines), ("m", &centres)])
}

/// The confirmation itself: on its own page, or in a dialog.
#[component]
pub fn OrderConfirm(
    /// What would be sent.
    asked: Confirmation,
    /// The click.
    issue: Deed,
) -> impl IntoView {
    let words = button_words(&asked);
    let Confirmation { proposal, event, plans, key } = asked;
    let nothing = proposal.lines.is_empty();
    view! {
        <p class="confirm-event"><LevelMark level=event.level /> " " <b>{n(&event.title)}</b> " " <span class="quiet">{n(&event.centre.name)}</span></p>
        {other_plans(&plans, proposal.plan.id, event.id)}
        {if nothing {
            view! { <p class="trouble">"▲ " {t(w::NO_LINES)}</p> }.into_any()
        } else {
            lines(proposal.lines)
        }}
        <DeedTrouble deed=issue />
        <DeedForm deed=issue>
            <input type="hidden" name="event" value=event.id.to_string() />
            <input type="hidden" name="plan" value=proposal.plan.id.to_string() />
            <input type="hidden" name="key" value=key />
            <button class="button primary wide confirm-go" type="submit" disabled=move || nothing || issue.is_under_way()>
                {words}
            </button>
            <p class="quiet">{t(w::ONCE)}</p>
        </DeedForm>
    }
    .into_any()
}

fn lines(lines: Vec<ProposalLine>) -> AnyView {
    let line = |line: ProposalLine| {
        let on_duty = line.on_duty.unwrap_or_else(|| t(w::NO_ROSTER).to_owned());
        view! {
            <tr>
                <td data-label=t(w::WHAT)><b>{n(&line.action)}</b></td>
                <td data-label=t(w::WHO)>{n(&line.recipient.name)}</td>
                <td data-label=t(w::ON_DUTY)>{n(&line.post)} " · " {on_duty}</td>
                <td data-label=t(w::BY_WHEN)><CityTime at=line.due_at /></td>
            </tr>
        }
        .into_any()
    };
    view! {
        <table class="rows">
            <thead>
                <tr><th>{t(w::WHAT)}</th><th>{t(w::WHO)}</th><th>{t(w::ON_DUTY)}</th><th>{t(w::BY_WHEN)}</th></tr>
            </thead>
            <tbody>{lines.into_iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The other plans that fit, as a plain form: the URL says which.
fn other_plans(plans: &[PlanRow], chosen: PlanId, event: EventId) -> Option<AnyView> {
    let option = |plan: &PlanRow| {
        view! { <option value=plan.id.to_string() selected=plan.id == chosen>{n(&plan.name)}</option> }
    };
    let form = view! {
        <form class="filters" method="get" action=format!("/events/{event}/order")>
            <label class="field">
                <span>{t(w::PLAN)}</span>
                <select name="plan">{plans.iter().map(option).collect_view()}</select>
            </label>
            <button class="button" type="submit">{t(w::SHOW_PLAN)}</button>
        </form>
    };
    (plans.len() > 1).then(|| form.into_any())
}
