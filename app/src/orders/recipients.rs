//! `/orders/:id/recipients`: who of an order's recipients has not come how far; one press urges all who have not read it.

use domain::OrderId;
use domain::assignments::AssignmentRow;
use domain::live::Topic;
use domain::orders::{Recipients, Stage};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{UrgeUnread, order_recipients};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{CityTime, DeedForm, DeedTrouble, LevelMark, Pager, Progress4, SupervisionMark, loaded};
use crate::words::{Text, n, states, t};

const fn missing_text(stage: Stage) -> Text {
    match stage {
        Stage::Reached => w::NOT_DELIVERED,
        Stage::Read => w::UNREAD,
        Stage::Signed => w::UNSIGNED,
        Stage::Done => w::UNDONE,
    }
}

/// The page; the URL's `missing` says which.
#[component]
pub fn OrderRecipientsPage() -> impl IntoView {
    let (params, query, changed) = (use_params_map(), use_query_map(), use_live(&[Topic::Orders]));
    let id = Memo::new(move |_| OrderId(params.get().get("id").and_then(|id| id.parse().ok()).unwrap_or(0)));
    let missing =
        Memo::new(move |_| query.get().get("missing").and_then(|stage| stage.parse::<Stage>().ok()));
    let after = Memo::new(move |_| query.get().get("after").filter(|key| !key.is_empty()));
    let urge = Deed::of::<UrgeUnread>();
    let asked = Question::new(
        move || (id.get(), missing.get(), after.get(), changed.get(), urge.times()),
        |(id, missing, after, ..)| order_recipients(id, missing, after),
    );
    view! {
        <Title text=t(w::RECIPIENTS) />
        <DeedTrouble deed=urge />
        {loaded(asked, move |asked| draw(asked, missing.get_untracked(), urge))}
    }
}

fn draw(asked: Recipients, missing: Option<Stage>, urge: Deed) -> AnyView {
    let Recipients { order, page, may_urge } = asked;
    let path = format!("/orders/{}/recipients", order.id);
    let chip = |stage: Option<Stage>| {
        let href = stage.map_or_else(|| path.clone(), |stage| format!("{path}?missing={stage}"));
        let words = stage.map_or(w::ALL, missing_text);
        view! { <a href=href aria-current=(stage == missing).then_some("page")>{t(words)}</a> }
    };
    let stages = Stage::ALL.iter().copied().map(Some);
    let unread = order.counts.all > order.counts.read;
    let urge = (may_urge && unread).then(|| {
        view! {
            <DeedForm deed=urge>
                <input type="hidden" name="id" value=order.id.to_string() />
                <button class="button primary" type="submit">{t(w::URGE_UNREAD)}</button>
            </DeedForm>
        }
    });
    view! {
        <div class="page-head">
            <p class="way"><a href="/orders">{t(w::TITLE)}</a> " › " <a href=format!("/orders/{}", order.id)>{order.number.clone()}</a></p>
            <h1>{n(&order.title)}</h1>
            <LevelMark level=order.level />
            <div class="actions">
                <a class="button" href=format!("/supervision?order={}", order.id)>{t(w::SUPERVISE)}</a>
                {urge}
            </div>
        </div>
        <section class="card">
            <Progress4 counts=order.counts />
            <nav class="tabs">{chip(None)} {stages.map(chip).collect_view()}</nav>
            <table class="rows">
                <thead><tr><th>{t(w::WHO)}</th><th>{t(w::AT_DELIVERED)}</th><th>{t(w::READ)}</th><th>{t(w::AT_ACCEPTED)}</th><th>{t(w::STATE)}</th></tr></thead>
                <tbody>{page.rows.iter().map(row).collect_view()}</tbody>
            </table>
            <Pager total=page.total more=page.more next=page.next />
        </section>
    }
    .into_any()
}

fn row(part: &AssignmentRow) -> AnyView {
    view! {
        <tr>
            <td data-label=t(w::WHO)><b>{n(&part.recipient.name)}</b> " " <small class="quiet">{n(&part.post)}</small></td>
            <td data-label=t(w::AT_DELIVERED)><CityTime at=part.delivered_at /></td>
            <td data-label=t(w::READ)><CityTime at=part.read_at /></td>
            <td data-label=t(w::AT_ACCEPTED)><CityTime at=part.accepted_at /></td>
            <td data-label=t(w::STATE)>
                {t(states::assignment_state(part.state))} " "
                {part.state.is_owed().then(|| view! { <SupervisionMark supervision=part.supervision /> })}
            </td>
        </tr>
    }
    .into_any()
}
