//! The form with which the system's administrator adds or alters a day.

use domain::calendar::DayKind;
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::DeedForm;
use crate::words::states::day_kind;
use crate::words::t;

/// The form.
pub(super) fn day_form(set: Deed) -> AnyView {
    let kind = |kind: &DayKind| view! { <option value=kind.as_str()>{t(day_kind(*kind))}</option> };
    view! {
        <section class="card form-card">
            <div class="card-head"><h2>{t(w::ADD)}</h2></div>
            <DeedForm deed=set>
                <label class="field">
                    <span>{t(w::DAY)}</span>
                    <input type="date" name="new[day]" required />
                </label>
                <label class="field">
                    <span>{t(w::KIND)}</span>
                    <select name="new[kind]">{DayKind::ALL.iter().map(kind).collect_view()}</select>
                </label>
                <label class="field">
                    <span>{t(w::NAME_ZH)}</span>
                    <input name="new[name_zh]" maxlength="40" />
                </label>
                <label class="field">
                    <span>{t(w::NAME_EN)}</span>
                    <input name="new[name_en]" maxlength="60" />
                </label>
                <label class="tick">
                    <input type="checkbox" name="new[provisional]" value="true" />
                    {t(w::AWAITS)}
                </label>
                <button class="button primary wide" type="submit" disabled=move || set.is_under_way()>{t(w::SAVE)}</button>
                <p class="quiet">{t(w::KEPT)}</p>
            </DeedForm>
        </section>
    }
    .into_any()
}
