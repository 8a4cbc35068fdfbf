//! `/notices`: what the reader's centre was told, and what was told about it.

use domain::live::Topic;
use domain::notices::{NoticeFilter, NoticeKind, NoticeRow, NoticeState};
use domain::pages::Page;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{AcknowledgeNotice, list_notices};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::hand_offs::WaitingReceipts;
use crate::live::use_live;
use crate::parts::{CityTime, DeedForm, DeedTrouble, Empty, EmptyKind, Pager, loaded};
use crate::words::{n, states, t, use_lang};

/// The list.
#[component]
pub fn NoticesPage() -> impl IntoView {
    let (query, changed) = (use_query_map(), use_live(&[Topic::Notices]));
    let act = Deed::of::<AcknowledgeNotice>();
    let filter = Memo::new(move |_| {
        let query = query.get();
        NoticeFilter {
            all: query.get("all").as_deref() == Some("true"),
            after: query.get("after").filter(|key| !key.is_empty()),
        }
    });
    let rows = Question::new(
        move || (filter.get(), changed.get(), act.times()),
        |(filter, ..)| list_notices(filter),
    );
    let tab = move |all: bool, words: &'static str| {
        let href = if all { "/notices?all=true" } else { "/notices" };
        let here = move || (filter.get().all == all).then_some("page");
        view! { <a href=href aria-current=here>{words}</a> }
    };
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head"><h1>{t(w::TITLE)}</h1><span class="quiet">{t(w::HINT)}</span></div>
        <DeedTrouble deed=act />
        <nav class="tabs" aria-label=t(w::STATE)>{tab(false, t(w::PRESENT))} {tab(true, t(w::ALL))}</nav>
        <WaitingReceipts />
        <section class="card">{loaded(rows, move |page| draw(page, act))}</section>
    }
}

fn draw(page: Page<NoticeRow>, act: Deed) -> AnyView {
    if page.rows.is_empty() {
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any();
    }
    view! {
        <table class="rows notices">
            <thead>
                <tr>
                    <th scope="col">{t(w::WHAT)}</th>
                    <th scope="col">{t(w::CENTRE)}</th>
                    <th scope="col">{t(w::SINCE)}</th>
                    <th scope="col">{t(w::STATE)}</th>
                    <th scope="col"><span class="visually-hidden">{t(w::ACTIONS)}</span></th>
                </tr>
            </thead>
            <tbody>{page.rows.into_iter().map(|row| line(row, act)).collect_view()}</tbody>
        </table>
        <Pager total=page.total more=page.more next=page.next />
    }
    .into_any()
}

fn line(row: NoticeRow, act: Deed) -> AnyView {
    let (shape, class) = match (row.state, row.kind) {
        (NoticeState::Over, _) => ("✓", "good"),
        (_, NoticeKind::NobodyOnDuty | NoticeKind::HandOffStuck) => ("▲", "mark level-red"),
        (_, NoticeKind::HandOffOwed | NoticeKind::HandOffUnreceived | NoticeKind::ExplanationOverdue) => {
            ("◆", "mark level-red")
        }
        (_, NoticeKind::DutyGap) => ("◆", "mark level-orange"),
    };
    let taken = row.acknowledged.clone().map(|(at, who)| {
        let words = w::TAKEN_BY.with(use_lang(), &[("who", &who)]);
        view! { <small class="row-sub">{words} " " <CityTime at=at /></small> }
    });
    let over = row.over_at.map(|at| view! { <small class="row-sub"><CityTime at=at /></small> });
    let take = row.may_acknowledge.then(|| {
        view! {
            <DeedForm deed=act>
                <input type="hidden" name="id" value=row.id.to_string() />
                <button class="button" type="submit">{t(w::TAKE)}</button>
            </DeedForm>
        }
    });
    let (roster, way) = match row.kind {
        NoticeKind::ExplanationOverdue => (format!("/supervision?centre={}", row.about.code), w::SUPERVISION),
        NoticeKind::HandOffOwed | NoticeKind::HandOffUnreceived | NoticeKind::HandOffStuck => {
            (format!("/events?centre={}", row.about.code), w::EVENTS)
        }
        NoticeKind::NobodyOnDuty | NoticeKind::DutyGap => {
            (format!("/duty?centre={}", row.about.code), w::ROSTER)
        }
    };
    view! {
        <tr>
            <td class="cell-head"><span class=class><span aria-hidden="true">{shape}</span> " " {t(w::kind_text(row.kind))}</span></td>
            <td data-label=t(w::CENTRE)><a class="row-title" href=roster.clone()>{n(&row.about.name)}</a></td>
            <td class="fit" data-label=t(w::SINCE)><CityTime at=row.from_at /></td>
            <td data-label=t(w::STATE)>{t(states::notice_state(row.state))} {taken} {over}</td>
            <td class="fit"><div class="notice-acts">{take} <a class="button" href=roster>{t(way)}</a></div></td>
        </tr>
    }
    .into_any()
}
