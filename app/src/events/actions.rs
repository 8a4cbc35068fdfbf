//! What the reader may do with a case now: a button a move, with a reason where one must be given.

use domain::EventId;
use domain::events::EventMove;
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{DeedForm, ReasonField};
use crate::words::states::event_move;
use crate::words::{t, use_lang};

/// The buttons. The first move that needs no reason is the way on, and stands out.
pub(super) fn actions(id: EventId, moves: &[EventMove], act: Deed) -> AnyView {
    let on = moves.iter().copied().find(|step| !step.needs_reason());
    let button = |step: &EventMove| {
        if step.needs_reason() {
            with_reason(id, *step, act)
        } else {
            plain(id, *step, Some(*step) == on, act)
        }
    };
    // Those that need a reason stand first: the way on is the last button of the row.
    let (asked, direct): (Vec<EventMove>, Vec<EventMove>) =
        moves.iter().partition(|step| step.needs_reason());
    asked.iter().chain(&direct).map(button).collect_view().into_any()
}

fn plain(id: EventId, step: EventMove, way_on: bool, act: Deed) -> AnyView {
    let class = if way_on { "button primary" } else { "button" };
    view! {
        <DeedForm deed=act>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="step" value=step.as_str() />
            <button class=class type="submit" disabled=move || act.is_under_way()>{t(event_move(step))}</button>
        </DeedForm>
    }
    .into_any()
}

fn with_reason(id: EventId, step: EventMove, act: Deed) -> AnyView {
    let words = t(event_move(step));
    let filled = |text: crate::words::Text| text.with(use_lang(), &[("step", words)]);
    view! {
        <details class="act">
            <summary>{words} "…"</summary>
            <div class="act-body">
                <DeedForm deed=act>
                    <input type="hidden" name="id" value=id.to_string() />
                    <input type="hidden" name="step" value=step.as_str() />
                    <ReasonField label=filled(w::REASON) />
                    <button class="button primary wide" type="submit">{filled(w::CONFIRM)}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
