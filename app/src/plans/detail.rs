//! `/plans/:id`: one plan: when to use it, and its steps by group.

use domain::PlanId;
use domain::plans::{PlanDetail, PlanRow, PlanStep};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::api::one_plan;
use super::words as w;
use crate::asking::Question;
use crate::order_drafts::OrderLink;
use crate::parts::{LevelMark, loaded};
use crate::words::{moments, n, t, use_lang};

/// The page.
#[component]
pub fn PlanPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| PlanId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let plan = Question::new(move || id.get(), one_plan);
    loaded(plan, draw)
}

fn draw(plan: PlanDetail) -> AnyView {
    let PlanDetail { row, scene, steps } = plan;
    let total = w::STEPS_N.with(use_lang(), &[("n", &steps.len().to_string())]);
    let groups: Vec<_> = steps.chunk_by(|a, b| a.group == b.group).map(group).collect();
    view! {
        <Title text=n(&row.name) />
        <div class="page-head">
            <p class="way"><a href="/plans">{t(w::TITLE)}</a></p>
            <h1>{n(&row.name)}</h1>
            <LevelMark level=row.level />
            <span class="chip">"v" {row.version}</span>
            <div class="actions"><OrderLink from=format!("plan={}", row.id) /></div>
        </div>
        <div class="columns">
            <section class="card">
                <div class="card-head"><h2>{total}</h2><span>{t(w::GROUPS)}</span></div>
                <ol class="plan-groups">{groups}</ol>
            </section>
            <section class="card">
                <div class="card-head"><h2>{t(w::FACTS)}</h2></div>
                {facts(&row, n(&scene))}
            </section>
        </div>
    }
    .into_any()
}

fn facts(row: &PlanRow, scene: String) -> AnyView {
    let kind = row.kind.as_ref().map_or_else(|| t(w::ANY_KIND).to_owned(), n);
    view! {
        <dl class="facts">
            <dt>{t(w::CODE)}</dt>
            <dd>{row.code.clone()}</dd>
            <dt>{t(w::SCENE)}</dt>
            <dd>{scene}</dd>
            <dt>{t(w::FOR_KIND)}</dt>
            <dd>{kind}</dd>
            <dt>{t(w::OWNER)}</dt>
            <dd><a href=format!("/c/{}", row.centre.code)>{n(&row.centre.name)}</a></dd>
        </dl>
    }
    .into_any()
}

fn group(steps: &[PlanStep]) -> AnyView {
    let title = w::GROUP.with(use_lang(), &[("n", &steps[0].group.to_string())]);
    let rows = steps.iter().map(step).collect_view();
    view! {
        <li class="plan-group">
            <h3>{title.clone()}</h3>
            <table class="rows">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(w::ACTION)}</th>
                        <th scope="col">{t(w::RECIPIENT)}</th>
                        <th scope="col">{t(w::POST)}</th>
                        <th scope="col" class="number">{t(w::DEADLINE)}</th>
                        <th scope="col">{t(w::RECEIPT)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </li>
    }
    .into_any()
}

fn step(step: &PlanStep) -> AnyView {
    let limit = moments::span(chrono::Duration::minutes(step.deadline_min.into()), use_lang());
    let receipt = if step.photo { w::PHOTO } else { w::TEXT_ONLY };
    view! {
        <tr>
            <td class="cell-head">{step.seq} ". " <b>{n(&step.action)}</b></td>
            <td data-label=t(w::RECIPIENT)>{t(w::recipient_text(step.recipient))}</td>
            <td data-label=t(w::POST)>{n(&step.post)}</td>
            <td class="number" data-label=t(w::DEADLINE)>{limit}</td>
            <td data-label=t(w::RECEIPT)>{t(receipt)}</td>
        </tr>
    }
    .into_any()
}
