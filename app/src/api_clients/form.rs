//! The form that adds a system. It shows the token before it is sent: nowhere is it shown again, and nowhere kept.

use domain::api_clients::ApiScope;
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{DeedForm, FieldTrouble, OtherTrouble};
use crate::words::t;

/// Fields that say their own trouble.
const FIELDS: &[&str] = &["name", "centre", "scopes", "per_minute", "per_day", "expires"];

/// The form.
pub(super) fn add_form(token: String, add: Deed) -> AnyView {
    let scope = |scope: &ApiScope| {
        view! {
            <label class="tick">
                <input type="checkbox" name="new[scopes][]" value=scope.as_str() />
                {t(w::scope_text(*scope))} " " <code>{scope.as_str()}</code>
            </label>
        }
    };
    view! {
        <section class="card form-card">
            <div class="card-head"><h2>{t(w::ADD)}</h2></div>
            <OtherTrouble deed=add fields=FIELDS />
            <DeedForm deed=add>
                {text(t(w::NAME), "new[name]", "60", true)}
                <FieldTrouble deed=add field="name" />
                {text(t(w::CENTRE_CODE), "new[centre]", "20", false)}
                <FieldTrouble deed=add field="centre" />
                <fieldset class="field">
                    <legend>{t(w::SCOPES)}</legend>
                    {ApiScope::ALL.iter().map(scope).collect_view()}
                </fieldset>
                <FieldTrouble deed=add field="scopes" />
                {quotas(add)}
                {token_field(token)}
                <button class="button primary wide" type="submit" disabled=move || add.is_under_way()>{t(w::ADD)}</button>
            </DeedForm>
        </section>
    }
    .into_any()
}

fn quotas(add: Deed) -> AnyView {
    view! {
        <label class="field">
            <span>{t(w::PER_MINUTE)}</span>
            <input type="number" name="new[per_minute]" value="120" min="1" max="100000" required />
        </label>
        <FieldTrouble deed=add field="per_minute" />
        <label class="field">
            <span>{t(w::PER_DAY)}</span>
            <input type="number" name="new[per_day]" value="50000" min="1" max="100000000" required />
        </label>
        <FieldTrouble deed=add field="per_day" />
        <label class="field">
            <span>{t(w::EXPIRES)}</span>
            <input type="date" name="new[expires]" />
        </label>
        <FieldTrouble deed=add field="expires" />
    }
    .into_any()
}

fn token_field(token: String) -> AnyView {
    view! {
        <label class="field">
            <span>{t(w::TOKEN)}</span>
            <input name="new[token]" value=token readonly autocomplete="off" spellcheck="false" />
            <small class="quiet">{t(w::TOKEN_ONCE)}</small>
        </label>
    }
    .into_any()
}

fn text(label: &'static str, name: &'static str, longest: &'static str, required: bool) -> AnyView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input name=name maxlength=longest required=required />
        </label>
    }
    .into_any()
}
