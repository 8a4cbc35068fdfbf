//! Why a case counts as it does, and the form that appeals it.

use domain::events::{EventMove, EventState};
use domain::rates::{CountedRow, Definition, RateKind, Wanted, Why, tier_at};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{DeedForm, ReasonField};
use crate::words::{figures, n, states, t, use_lang};

/// Why a case counts as it does.
pub(super) fn why(row: &CountedRow, definition: &Definition) -> String {
    let (lang, amount) = (use_lang(), figures::count(row.amount));
    match row.why {
        Why::InTime => w::IN_TIME.with(lang, &[("n", &amount)]),
        Why::Late => w::LATE.with(lang, &[("n", &amount)]),
        Why::Times => {
            let counted = match definition.rate {
                RateKind::AccuratelyDispatched => states::event_state(EventState::Returned),
                RateKind::VerifiedSolved => states::event_move(EventMove::Rework),
                _ => return w::TIMES.with(lang, &[("name", &n(&definition.name)), ("n", &amount)]),
            };
            w::TIMES.with(lang, &[("name", counted.get(lang)), ("n", &amount)])
        }
        Why::Tier => w::AT_TIER.with(lang, &[("tier", t(states::tier_text(tier_at(row.amount))))]),
    }
}

/// The form.
pub(super) fn appeal_form(row: &CountedRow, appeal: Deed) -> AnyView {
    let id = row.id.to_string();
    // What counts as good already can only be left out.
    let missed = row.counts.numerator != row.counts.denominator || row.why == Why::Times;
    let changes = |wanted: &&Wanted| **wanted == Wanted::LeaveOut || missed;
    let choice = |wanted: &Wanted| view! { <option value=wanted.as_str()>{t(w::wanted(*wanted))}</option> };
    let choices = Wanted::ALL.iter().filter(changes).map(choice).collect_view();
    view! {
        <details class="act">
            <summary>{t(w::APPEAL)} "…"</summary>
            <div class="act-body">
                <DeedForm deed=appeal>
                    <input type="hidden" name="new[entry]" value=id />
                    <label class="field">
                        <span>{t(w::WANTED)}</span>
                        <select name="new[wanted]" required>{choices}</select>
                    </label>
                    <ReasonField name="new[reason]" label=t(w::REASON).to_owned() />
                    <button class="button primary wide" type="submit">{t(w::SEND)}</button>
                </DeedForm>
            </div>
        </details>
    }
    .into_any()
}
