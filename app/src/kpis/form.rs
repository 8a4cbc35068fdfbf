//! The update of a KPI in three taps: the last value filled in, 无变化, note, photo. A plain form: works without WASM.

use domain::kpis::KpiDetail;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ReportKpi;
use super::progress::{AgainstTime, target_words, trend};
use super::words as w;
use crate::parts::form_trouble;
use crate::words::figures::{maybe, percent};
use crate::words::{t, use_lang};

/// A value as a field holds it: no comma between the digits.
fn plain(value: Option<f64>, decimals: u8) -> String {
    value.map(|value| format!("{value:.*}", usize::from(decimals))).unwrap_or_default()
}

/// The form.
#[component]
pub fn ReportForm(
    /// The KPI.
    detail: KpiDetail,
    /// The form's key.
    key: String,
) -> impl IntoView {
    let row = &detail.row;
    let last = plain(row.value, row.decimals);
    let period = w::UPDATE_FOR.with(use_lang(), &[("day", &detail.next_period.to_string())]);
    view! {
        <section class="card kpi-form">
            <div class="card-head"><h2>{t(w::UPDATE)}</h2><span>{period}</span></div>
            {form_trouble::<ReportKpi>()}
            <form method="post" action=ReportKpi::url() enctype="multipart/form-data">
                <input type="hidden" name="kpi" value=row.code.clone() />
                <input type="hidden" name="centre" value=detail.centre.code.clone() />
                <input type="hidden" name="key" value=key />
                <label class="kpi-value">
                    <span class="visually-hidden">{t(w::NEW_VALUE)}</span>
                    <input name="value" inputmode="decimal" required autocomplete="off" maxlength="20" value=last.clone() />
                    <span>{row.unit.clone()}</span>
                </label>
                {standing(&detail)}
                <label class="field">
                    <span>{t(w::NOTE_FIELD)}</span>
                    <textarea name="note" rows="3" maxlength="500"></textarea>
                </label>
                <label class="field">
                    <span>{t(w::PHOTOS)}</span>
                    <input type="file" name="evidence" multiple accept="image/jpeg,image/png,image/webp" />
                </label>
                {buttons(&detail, last)}
            </form>
        </section>
    }
    .into_any()
}

/// The period before, the target, and the bar against time.
fn standing(detail: &KpiDetail) -> AnyView {
    let (row, lang) = (&detail.row, use_lang());
    let previous = w::PREVIOUS_IS.with(lang, &[("value", &maybe(row.previous, row.decimals))]);
    let expected = w::EXPECTED_AT.with(lang, &[("n", &percent(Some(row.expected), 0))]);
    let target = target_words(row).map(|target| w::TARGET_IS.with(lang, &[("value", &target)]));
    view! {
        <div class="kpi-standing">
            <p>{previous} " " {trend(row)} <span>{target}</span></p>
            <AgainstTime achieved=row.achieved expected=row.expected />
            <p><small>{percent(row.achieved, 0)}</small> <small>{expected}</small></p>
        </div>
    }
    .into_any()
}

fn buttons(detail: &KpiDetail, last: String) -> AnyView {
    let row = &detail.row;
    let hint = w::NO_CHANGE_HINT.with(use_lang(), &[("value", &maybe(row.value, row.decimals))]);
    view! {
        <div class="two-buttons">
            {row.value.map(|_| view! {
                <button class="button" type="submit" name="unchanged" value=last formnovalidate=true title=hint>
                    {t(w::NO_CHANGE)}
                </button>
            })}
            <button class="button primary" type="submit">{t(w::SUBMIT)}</button>
        </div>
    }
    .into_any()
}
