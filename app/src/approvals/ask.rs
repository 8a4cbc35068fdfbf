//! Asking: a form a request.

use domain::EventId;
use domain::approvals::{ApprovalKind, EXTENSION_MAX_MIN};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{DeedForm, ReasonField};
use crate::words::states::approval_kind;
use crate::words::{t, use_lang};

/// The form for one kind of request.
pub(super) fn ask_form(event: EventId, kind: ApprovalKind, ask: Deed) -> AnyView {
    let words = t(approval_kind(kind));
    let filled = |text: crate::words::Text| text.with(use_lang(), &[("kind", words)]);
    let (summary, why) = (filled(w::ASK), filled(w::WHY));
    let minutes = (kind == ApprovalKind::Extension).then(|| {
        view! {
            <label class="field">
                <span>{t(w::MINUTES)}</span>
                <input type="number" name="new[minutes]" min="1" max=EXTENSION_MAX_MIN step="1" required />
            </label>
        }
    });
    view! {
        <details class="act">
            <summary>{summary} "…"</summary>
            <div class="act-body">
                <DeedForm deed=ask>
                    <input type="hidden" name="event" value=event.to_string() />
                    <input type="hidden" name="new[kind]" value=kind.as_str() />
                    {minutes}
                    <ReasonField name="new[reason]" label=why />
                    <button class="button primary wide" type="submit">{t(w::SEND)}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
