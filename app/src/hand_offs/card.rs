//! The card of a case's hand-offs, with the forms to push it and to sign for it.

use domain::EventId;
use domain::centres::CentreTag;
use domain::events::EventMove;
use domain::hand_offs::{HandOffRow, HandOffState, HandOffs};
use leptos::prelude::*;

use super::api::{PushEvent, ReceiveEvent};
use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm, DeedTrouble, ReasonField};
use crate::words::refusals::refusal_sentence;
use crate::words::{n, t, use_lang};

/// What the card's forms do. Make it at the top of a page.
#[derive(Debug, Clone, Copy)]
pub struct HandOffDeeds {
    push: Deed,
    receive: Deed,
}

impl HandOffDeeds {
    /// The deeds of a page.
    #[must_use]
    pub fn new() -> Self {
        Self { push: Deed::of::<PushEvent>(), receive: Deed::of::<ReceiveEvent>() }
    }

    /// Grows with each of them; take it as a question's source.
    #[must_use]
    pub fn times(self) -> usize {
        self.push.times() + self.receive.times()
    }

    /// What went wrong with the last tries.
    #[must_use]
    pub fn troubles(self) -> AnyView {
        view! {
            <DeedTrouble deed=self.push />
            <DeedTrouble deed=self.receive />
        }
        .into_any()
    }
}

/// The card; nothing where the case never travelled and the reader may not push it.
pub fn hand_offs_card(ways: &HandOffs, deeds: HandOffDeeds) -> Option<AnyView> {
    let acts = ways.up.is_some() || !ways.down.is_empty() || ways.not_down.is_some();
    if ways.rows.is_empty() && !acts {
        return None;
    }
    let rows = ways.rows.iter().map(|row| line(row, deeds.receive)).collect_view();
    let none = ways.rows.is_empty().then(|| view! { <p class="quiet">{t(w::NONE)}</p> });
    let not_down = ways.not_down.as_ref().map(|refusal| {
        view! {
            <p class="quiet">
                {refusal_sentence(refusal, use_lang())} " " <a href="/responsibilities">{t(w::LIST)}</a>
            </p>
        }
    });
    let view = view! {
        <section class="card" id="hand-offs">
            <div class="card-head"><h2>{t(w::CARD)}</h2><span>{t(w::HINT)}</span></div>
            {none}
            <ul class="order-lines">{rows}</ul>
            <div class="request-acts">
                {ways.up.as_ref().map(|to| push_up(ways.event, to, deeds.push))}
                {(!ways.down.is_empty()).then(|| push_down(ways.event, &ways.down, deeds.push))}
            </div>
            {not_down}
        </section>
    };
    Some(view.into_any())
}

/// A hand-off: from, to, when, by whom, why, and its receipt.
pub(super) fn line(row: &HandOffRow, receive: Deed) -> AnyView {
    let lang = use_lang();
    let sent = w::SENT.with(lang, &[("who", &row.sent_by)]);
    let class = match (row.state, row.late) {
        (_, true) => "chip chip-back",
        (HandOffState::Sent, _) => "chip chip-open",
        _ => "chip",
    };
    let state = if row.late { w::LATE } else { w::state_text(row.state) };
    let received = row.received.as_ref().map(|(at, who)| {
        view! { <p class="quiet">{w::RECEIVED.with(lang, &[("who", who)])} " " <CityTime at=*at /></p> }
    });
    let due = (row.state == HandOffState::Sent)
        .then(|| view! { <p class="quiet">{t(w::DUE)} " " <CityTime at=row.due_at /></p> });
    view! {
        <li class="order-line">
            <p>
                <b>{t(w::way_text(row.way))}</b>
                " " {n(&row.from.name)} " → " {n(&row.to.name)} " " <span class=class>{t(state)}</span>
            </p>
            <p class="prose">{row.reason.clone()}</p>
            <p class="quiet">{sent} " " <CityTime at=row.sent_at /></p>
            {received}
            {due}
            {row.may_receive.then(|| sign(row, receive))}
        </li>
    }
    .into_any()
}

fn sign(row: &HandOffRow, receive: Deed) -> AnyView {
    let id = row.id.to_string();
    view! {
        <DeedForm deed=receive>
            <input type="hidden" name="id" value=id />
            <button class="button primary" type="submit" disabled=move || receive.is_under_way()>{t(w::RECEIVE)}</button>
        </DeedForm>
    }
    .into_any()
}

fn push_up(id: EventId, to: &CentreTag, push: Deed) -> AnyView {
    let words = w::PUSH_UP.with(use_lang(), &[("centre", &n(&to.short))]);
    form(id, EventMove::PushUp, words, ().into_any(), t(w::PUSH_UP_WHY), push)
}

fn push_down(id: EventId, below: &[CentreTag], push: Deed) -> AnyView {
    let option = |centre: &CentreTag| view! { <option value=centre.code.clone()>{n(&centre.name)}</option> };
    let field = view! {
        <label class="field">
            <span>{t(w::PUSH_DOWN_TO)}</span>
            <select name="receiver" required>{below.iter().map(option).collect_view()}</select>
        </label>
    };
    form(id, EventMove::PushDown, t(w::PUSH_DOWN).to_owned(), field.into_any(), t(w::PUSH_DOWN_WHY), push)
}

fn form(
    id: EventId,
    way: EventMove,
    words: String,
    field: AnyView,
    why: &'static str,
    push: Deed,
) -> AnyView {
    view! {
        <details class="act">
            <summary>{words.clone()} "…"</summary>
            <div class="act-body">
                <DeedForm deed=push>
                    <input type="hidden" name="id" value=id.to_string() />
                    <input type="hidden" name="way" value=way.as_str() />
                    {field}
                    <ReasonField label=why />
                    <button class="button primary wide" type="submit" disabled=move || push.is_under_way()>{words}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
