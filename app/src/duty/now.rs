//! The top of a roster: who is on duty now; and the centres below, those with nobody first.

use domain::centres::CentreTag;
use domain::duty::{CentreDuty, OnDuty};
use leptos::prelude::*;

use super::on_duty::{dial, on_duty};
use super::words as w;
use crate::live::use_now;
use crate::look::use_look;
use crate::words::{moments, n, t, use_lang};

/// Who is on duty now, large, with the ways to reach them.
pub(super) fn now_card(centre: &CentreTag, now: Option<OnDuty>) -> AnyView {
    let body = match now {
        Some(now) => person(centre, &now),
        None => on_duty(None),
    };
    let demo =
        use_look().illustrative.then(|| view! { <span class="chip chip-demo">{t(w::ILLUSTRATIVE)}</span> });
    view! {
        <section class="card duty-now">
            <div class="card-head"><h2>{t(w::NOW)}</h2>{demo}</div>
            {body}
        </section>
    }
    .into_any()
}

fn person(centre: &CentreTag, now: &OnDuty) -> AnyView {
    let until = moments::short(now.until, use_now().get_untracked());
    let until = w::UNTIL.with(use_lang(), &[("at", &until)]);
    let bare: String = now.phone.chars().filter(char::is_ascii_digit).collect();
    let message = (!bare.is_empty())
        .then(|| view! { <a class="button" href=format!("sms:{bare}")>{t(w::MESSAGE)}</a> });
    view! {
        <p class="duty-name"><b>{now.name.clone()}</b> <span class="quiet">{n(&now.post)} " · " {until}</span></p>
        <p class="duty-reach">
            {dial(&now.phone)}
            {message}
            <a class="button" href=format!("/orders?centre={}", centre.code)>{t(w::ORDERS)}</a>
        </p>
    }
    .into_any()
}

/// The centres below and who is on duty there.
pub(super) fn below_card(below: &[CentreDuty]) -> Option<AnyView> {
    let nobody = below.iter().filter(|each| each.on_duty.is_none()).count();
    let count = (nobody > 0).then(|| {
        let words = w::BELOW_COUNT.with(use_lang(), &[("n", &nobody.to_string())]);
        view! { <span class="bad">"▲ " {words}</span> }
    });
    let line = |each: &CentreDuty| {
        view! {
            <li class:nobody-there=each.on_duty.is_none()>
                <a class="row-title" href=format!("/duty?centre={}", each.centre.code)>{n(&each.centre.short)}</a>
                {on_duty(each.on_duty.as_ref())}
            </li>
        }
    };
    let card = (!below.is_empty()).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::BELOW)}</h2>{count}</div>
                <ul class="duty-below">{below.iter().map(line).collect_view()}</ul>
            </section>
        }
    });
    card.map(IntoAny::into_any)
}
