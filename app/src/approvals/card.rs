//! The requests of a case, on its page.

use domain::EventId;
use domain::approvals::CaseApprovals;
use leptos::prelude::*;

use super::ask::ask_form;
use super::decide::request;
use super::words as w;
use crate::asking::Deed;
use crate::words::t;

/// What was asked for, and what the reader may ask for or decide; nothing where there is neither.
pub fn approvals_card(event: EventId, approvals: &CaseApprovals, ask: Deed, decide: Deed) -> Option<AnyView> {
    if approvals.rows.is_empty() && approvals.may_ask.is_empty() {
        return None;
    }
    let rows = approvals.rows.iter().map(|row| request(row, false, &approvals.takers, decide));
    let forms = approvals.may_ask.iter().map(|kind| ask_form(event, *kind, ask));
    Some(
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::CARD)}</h2><span>{t(w::RUNS_ON)}</span></div>
                <ul class="requests">{rows.collect_view()}</ul>
                <div class="request-acts">{forms.collect_view()}</div>
            </section>
        }
        .into_any(),
    )
}
