//! Who would receive an order, and what each.

use domain::order_drafts::{DraftDetail, Recipient, RecipientPart};
use leptos::prelude::*;

use super::words as w;
use crate::parts::{CityTime, Pager};
use crate::words::{n, t, use_lang};

/// A page of the recipients, with what was chosen but receives nothing.
pub(super) fn recipients(draft: &DraftDetail) -> AnyView {
    let lang = use_lang();
    let total = draft.recipients.total;
    let heading = if draft.order.is_some() { w::REACHED } else { w::WOULD_REACH };
    let heading = heading.with(lang, &[("n", &total.to_string())]);
    let outside = (!draft.outside.is_empty()).then(|| {
        let names: Vec<_> = draft.outside.iter().take(20).map(|centre| n(&centre.short)).collect();
        let words = w::OUTSIDE.with(lang, &[("n", &draft.outside.len().to_string())]);
        view! { <p class="reason">"▲ " {words} " " {names.join(" · ")}</p> }
    });
    let idle = (!draft.idle.is_empty()).then(|| {
        let names: Vec<_> = draft.idle.iter().map(|(seq, action)| format!("{seq}. {}", n(action))).collect();
        view! { <p class="reason">"▲ " {t(w::IDLE)} " " {names.join(" · ")}</p> }
    });
    let parts = draft.plan.as_ref().map(|_| {
        let words = w::PARTS.with(lang, &[("n", &draft.parts.to_string())]);
        view! { <span>{words}</span> }
    });
    let rows = draft.recipients.rows.iter().map(row).collect_view();
    let (more, next) = (draft.recipients.more, draft.recipients.next.clone());
    view! {
        <section class="card">
            <div class="card-head"><h2>{heading}</h2>{parts}</div>
            {outside}
            {idle}
            {if total == 0 {
                view! { <p class="quiet">{t(w::NOT_FOUND)}</p> }.into_any()
            } else {
                view! {
                    <table class="rows">
                        <thead><tr><th>{t(w::UNIT)}</th><th>{t(w::RECEIVES)}</th><th>{t(w::ON_DUTY)}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                    <Pager total=total more=more next=next />
                }
                .into_any()
            }}
        </section>
    }
    .into_any()
}

fn row(one: &Recipient) -> AnyView {
    let on_duty = one.on_duty.clone().unwrap_or_else(|| t(w::NO_ROSTER).to_owned());
    view! {
        <tr>
            <td data-label=t(w::UNIT)><b>{n(&one.centre.name)}</b> " " <small class="quiet">{one.centre.code.clone()}</small></td>
            <td data-label=t(w::RECEIVES)>{one.parts.iter().map(part).collect_view()}</td>
            <td data-label=t(w::ON_DUTY)>{on_duty}</td>
        </tr>
    }
    .into_any()
}

/// One thing that a centre receives: a step of the plan, or the letter.
fn part(part: &RecipientPart) -> AnyView {
    let what = match &part.step {
        Some((seq, action)) => format!("{seq}. {}", n(action)),
        None => t(w::THE_LETTER).to_owned(),
    };
    let photo = part.photo.then(|| [" · ", t(w::WITH_PHOTO)].concat());
    view! {
        <p>{what} " " <small class="quiet">{n(&part.post)} {photo} " · " {t(w::DUE_AT)} " " <CityTime at=part.due_at /></small></p>
    }
    .into_any()
}
