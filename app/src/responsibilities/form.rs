//! Forms: a version is proposed, and a proposal put in force or withdrawn.

use domain::ResponsibilityChangeId;
use domain::clocks::Step;
use domain::responsibilities::{ResponsibilityPage, VersionMove};
use domain::time::in_city;
use leptos::prelude::*;

use super::list::TIERS;
use super::words as w;
use crate::asking::Deed;
use crate::live::use_now;
use crate::parts::{DeedForm, ReasonField};
use crate::words::{n, states, t, use_lang};

/// The form for a version, filled in with what holds.
pub(super) fn propose(page: &ResponsibilityPage, propose: Deed) -> AnyView {
    let terms = &page.row.terms;
    let limits = Step::ALL.iter().map(|step| limit(*step, terms.limits.of(*step))).collect_view();
    let (category, working, who) = (page.row.category.clone(), terms.limits.working, who(page));
    view! {
        <details class="act card">
            <summary>{t(w::PROPOSE)}</summary>
            <DeedForm deed=propose>
                <input type="hidden" name="new[category]" value=category />
                {who}
                <fieldset class="rule-line"><legend>{t(w::LIMITS)}</legend>{limits}</fieldset>
                <label class="tick">
                    <input type="checkbox" name="new[working]" value="true" checked=working />
                    {t(w::WORKING)}
                </label>
                <ReasonField label=t(w::NOTE) name="new[note]" />
                <button class="button primary" type="submit" disabled=move || propose.is_under_way()>{t(w::PROPOSE)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}

/// Tier, post and lane.
fn who(page: &ResponsibilityPage) -> AnyView {
    let terms = &page.row.terms;
    let tier = TIERS.map(|tier| {
        let words = t(states::tier_text(tier));
        view! { <option value=tier.as_str() selected=tier == terms.tier>{words}</option> }
    });
    let present = terms.lane.as_ref().map(|(code, _)| code.as_str());
    let lane = page.lanes.iter().map(|(code, name)| {
        let selected = present == Some(code.as_str());
        view! { <option value=code.clone() selected=selected>{n(name)}</option> }
    });
    view! {
        <label class="field"><span>{t(w::TIER)}</span><select name="new[tier]">{tier.into_iter().collect_view()}</select></label>
        <label class="field">
            <span>{t(w::POST)}</span>
            <input name="new[post_zh]" maxlength="40" required value=terms.post.zh.clone() />
        </label>
        <label class="field">
            <span>{t(w::POST_EN)}</span>
            <input name="new[post_en]" maxlength="80" required value=terms.post.en.clone() />
        </label>
        <label class="field">
            <span>{t(w::LANE)}</span>
            <select name="new[lane]"><option value="">{t(w::NO_LANE)}</option>{lane.collect_view()}</select>
        </label>
    }
    .into_any()
}

fn limit(step: Step, minutes: i64) -> AnyView {
    let label = w::MINUTES.with(use_lang(), &[("step", t(w::step_text(step)))]);
    let name = format!("new[{}]", step.limit_field());
    view! {
        <label class="field">
            <span>{label}</span>
            <input type="number" name=name min="0" max="43200" inputmode="numeric" required value=minutes.to_string() />
        </label>
    }
    .into_any()
}

/// What may be done about a proposal.
pub(super) fn decide(id: ResponsibilityChangeId, decide: Deed) -> AnyView {
    let today = in_city(use_now().get_untracked()).date_naive().to_string();
    let hidden = move |step: VersionMove| {
        view! {
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="step" value=step.as_str() />
        }
    };
    view! {
        <div class="request-acts">
            <DeedForm deed=decide>
                {hidden(VersionMove::PutInForce)}
                <label class="field">
                    <span>{t(w::FROM_DAY)}</span>
                    <input type="date" name="day" value=today.clone() min=today required />
                </label>
                <button class="button primary" type="submit">{t(w::move_text(VersionMove::PutInForce))}</button>
            </DeedForm>
            <DeedForm deed=decide>
                {hidden(VersionMove::Withdraw)}
                <button class="button" type="submit">{t(w::move_text(VersionMove::Withdraw))}</button>
            </DeedForm>
        </div>
    }
    .into_any()
}
