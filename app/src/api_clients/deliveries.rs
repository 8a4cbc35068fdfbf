//! What was sent to a system's webhooks of late, with every try.

use domain::webhooks::{Delivery, DeliveryState, DeliveryTry};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm};
use crate::words::t;
use crate::words::verbs::verb_text;

/// The deliveries, latest first.
pub(super) fn deliveries_card(rows: Vec<Delivery>, resend: Deed) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::DELIVERIES)}</h2></div>
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col">{t(w::WHAT)}</th>
                        <th scope="col">{t(w::STATE)}</th>
                        <th scope="col">{t(w::TRIES)}</th>
                        <th></th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(|row| line(row, resend)).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn line(row: Delivery, resend: Deed) -> AnyView {
    let class = match row.state {
        DeliveryState::Waiting => "chip chip-open",
        DeliveryState::Delivered => "chip chip-done",
        DeliveryState::GivenUp => "chip chip-back",
    };
    let waits = row.state == DeliveryState::Waiting;
    let next =
        waits.then(|| view! { <small class="row-sub">{t(w::NEXT)} " " <CityTime at=row.next_at /></small> });
    let again = (!waits).then(|| {
        view! {
            <DeedForm deed=resend>
                <input type="hidden" name="id" value=row.id.to_string() />
                <button class="button small" type="submit">{t(w::RESEND)}</button>
            </DeedForm>
        }
    });
    view! {
        <tr>
            <td class="cell-head">{t(verb_text(row.verb))} <small class="row-sub"><CityTime at=row.made_at /></small></td>
            <td class="fit" data-label=t(w::STATE)><span class=class>{t(w::delivery_state(row.state))}</span> {next}</td>
            <td data-label=t(w::TRIES)><ol class="tries">{row.tries.into_iter().map(attempt).collect_view()}</ol></td>
            <td class="fit">{again}</td>
        </tr>
    }
    .into_any()
}

fn attempt(attempt: DeliveryTry) -> AnyView {
    let answer = attempt.status.map_or(attempt.error, |status| format!("HTTP {status}"));
    view! { <li><CityTime at=attempt.at /> " " {answer} " · " {attempt.took_ms} " ms"</li> }.into_any()
}
