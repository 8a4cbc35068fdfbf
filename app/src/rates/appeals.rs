//! `/evaluation/appeals`: what waits for the reader's centre, and what it filed.

use domain::live::Topic;
use domain::pages::Page;
use domain::rates::{AppealMove, AppealRow, AppealState};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{DecideAppeal, list_appeals};
use super::figures::fraction;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{CityTime, DeedForm, DeedTrouble, Empty, EmptyKind, Pager, ReasonField, loaded};
use crate::words::{n, states, t};

/// The list.
#[component]
pub fn AppealsPage() -> impl IntoView {
    let (query, changed, decide) = (use_query_map(), use_live(&[Topic::Rates]), Deed::of::<DecideAppeal>());
    let after = Memo::new(move |_| query.get().get("after").filter(|key| !key.is_empty()));
    let appeals = Question::new(
        move || (after.get(), changed.get(), decide.times()),
        |(after, ..)| list_appeals(after),
    );
    view! {
        <Title text=t(w::APPEALS) />
        <div class="page-head">
            <p class="way"><a href="/evaluation">{t(w::TITLE)}</a></p>
            <h1>{t(w::APPEALS)}</h1>
            <span class="quiet">{t(w::APPEALS_HINT)}</span>
        </div>
        <DeedTrouble deed=decide />
        <section class="card">{loaded(appeals, move |page| draw(page, decide))}</section>
    }
}

fn draw(page: Page<AppealRow>, decide: Deed) -> AnyView {
    if page.rows.is_empty() {
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NO_APPEALS) /> }.into_any();
    }
    view! {
        <ul class="requests">{page.rows.iter().map(|row| appeal(row, decide)).collect_view()}</ul>
        <Pager total=page.total more=page.more next=page.next />
    }
    .into_any()
}

fn appeal(row: &AppealRow, decide: Deed) -> AnyView {
    let class = match row.state {
        AppealState::Filed => "chip chip-open",
        AppealState::Granted => "chip chip-done",
        AppealState::Refused => "chip chip-back",
        AppealState::Withdrawn => "chip",
    };
    let decided = row.decided_at.map(|at| {
        view! { <p class="quiet">{n(&row.decider.short)} " · " {row.decided_by.clone()} " " <CityTime at=at /></p> }
    });
    let answer =
        (!row.answer.is_empty()).then(|| view! { <p class="prose request-answer">{row.answer.clone()}</p> });
    view! {
        <li class="request">
            <p>
                <span class=class>{t(states::appeal_state(row.state))}</span> " "
                <b>{n(&row.rate_name)}</b> " " {fraction(row.counts)} " → " {t(w::wanted(row.wanted))} " "
                <a class="row-title" href=format!("/events/{}", row.event)>{n(&row.title)}</a>
                <small class="row-sub">{row.number.clone()}</small>
            </p>
            <p class="prose">{row.reason.clone()}</p>
            <p class="quiet">
                {n(&row.centre.short)} " → " {n(&row.decider.short)} " · " {row.filed_by.clone()} " "
                <CityTime at=row.filed_at />
            </p>
            {answer}
            {decided}
            <div class="request-acts">{row.moves.iter().map(|step| act(row, *step, decide)).collect_view()}</div>
        </li>
    }
    .into_any()
}

fn act(row: &AppealRow, step: AppealMove, decide: Deed) -> AnyView {
    let (id, words) = (row.id.to_string(), t(states::appeal_move(step)));
    if step == AppealMove::Withdraw {
        return view! {
            <DeedForm deed=decide>
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="step" value=step.as_str() />
                <button class="button" type="submit">{words}</button>
            </DeedForm>
        }
        .into_any();
    }
    view! {
        <details class="act">
            <summary>{words} "…"</summary>
            <div class="act-body">
                <DeedForm deed=decide>
                    <input type="hidden" name="id" value=id />
                    <input type="hidden" name="step" value=step.as_str() />
                    <ReasonField name="answer" label=t(w::ANSWER).to_owned() />
                    <button class="button primary wide" type="submit">{words}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
