//! Who leads and who helps.

use domain::EventId;
use domain::relations::{Helper, HelperMove, HelperState, Related};
use leptos::prelude::*;

use super::deeds::RelationDeeds;
use super::forms::folded;
use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm, ReasonField};
use crate::words::states::{helper_move, helper_state};
use crate::words::{n, t};

/// The card; nothing where nobody helps and nobody may be named.
pub(super) fn card(related: &Related, deeds: RelationDeeds) -> Option<AnyView> {
    if related.helpers.is_empty() && related.candidates.is_empty() {
        return None;
    }
    let helpers = related.helpers.iter().map(|helper| line(related, helper, deeds)).collect_view();
    let name = (!related.candidates.is_empty()).then(|| name_form(related, deeds.name_helper));
    Some(
        view! {
            <section class="card" id="helpers">
                <div class="card-head"><h2>{t(w::HELPERS)}</h2><span>{t(w::HELPERS_HINT)}</span></div>
                <p><span class="chip chip-open">{t(w::LEAD)}</span> " " {n(&related.lead.name)}</p>
                <ul class="requests">{helpers}</ul>
                <div class="request-acts">{name}</div>
            </section>
        }
        .into_any(),
    )
}

fn state_chip(state: HelperState) -> AnyView {
    let class = match state {
        HelperState::Asked | HelperState::Helping => "chip chip-open",
        HelperState::Done => "chip chip-done",
        HelperState::Refused => "chip chip-back",
        HelperState::Released => "chip",
    };
    view! { <span class=class>{t(helper_state(state))}</span> }.into_any()
}

fn line(related: &Related, helper: &Helper, deeds: RelationDeeds) -> AnyView {
    let (id, code) = (related.event, &helper.centre.code);
    let acts = helper.moves.iter().map(|step| act(id, code, *step, deeds.step_helper)).collect_view();
    let lead = (related.may.lead && helper.state.takes_part()).then(|| give_lead(id, code, deeds.give_lead));
    let text = |text: &String| (!text.is_empty()).then(|| view! { <p class="prose">{text.clone()}</p> });
    view! {
        <li class="request">
            <p>{state_chip(helper.state)} " " <b>{n(&helper.centre.name)}</b></p>
            {text(&helper.task)}
            <p class="quiet">
                {helper.named_by.clone()} " " <CityTime at=helper.named_at /> " · " {t(w::CONSENTS)} " "
                {n(&helper.decider.short)}
            </p>
            {text(&helper.note)}
            <div class="request-acts">{acts} {lead}</div>
        </li>
    }
    .into_any()
}

fn act(id: EventId, centre: &str, step: HelperMove, deed: Deed) -> AnyView {
    let words = helper_move(step);
    let hidden = view! {
        <input type="hidden" name="id" value=id.to_string() />
        <input type="hidden" name="centre" value=centre.to_owned() />
        <input type="hidden" name="step" value=step.as_str() />
    };
    if step.needs_reason() {
        return folded(words, deed, view! { {hidden} <ReasonField label=t(w::WHY) /> }.into_any());
    }
    view! {
        <DeedForm deed=deed>
            {hidden}
            <button class="button" type="submit">{t(words)}</button>
        </DeedForm>
    }
    .into_any()
}

fn give_lead(id: EventId, centre: &str, deed: Deed) -> AnyView {
    let fields = view! {
        <input type="hidden" name="id" value=id.to_string() />
        <input type="hidden" name="centre" value=centre.to_owned() />
        <ReasonField label=t(w::WHY) />
        <p class="quiet">{t(w::LEAD_HINT)}</p>
    };
    folded(w::GIVE_LEAD, deed, fields.into_any())
}

fn name_form(related: &Related, deed: Deed) -> AnyView {
    let choices = related.candidates.iter();
    let choices =
        choices.map(|centre| view! { <option value=centre.code.clone()>{n(&centre.name)}</option> });
    let fields = view! {
        <input type="hidden" name="id" value=related.event.to_string() />
        <label class="field">
            <span>{t(w::HELPER)}</span>
            <select name="new[centre]" required>
                <option value="">{t(w::CHOOSE)}</option>
                {choices.collect_view()}
            </select>
        </label>
        <label class="field">
            <span>{t(w::TASK)}</span>
            <textarea name="new[task]" rows="2" maxlength="500"></textarea>
        </label>
        <p class="quiet">{t(w::HELPER_HINT)}</p>
    };
    folded(w::NAME_HELPER, deed, fields.into_any())
}
