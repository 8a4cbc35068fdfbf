//! What a roster's managers fill in: a shift, an absence, a month from a file.

use domain::AbsenceId;
use domain::duty::{Absence, Roster};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::SendRoster;
use super::page::Doing;
use super::words as w;
use crate::parts::DeedForm;
use crate::words::{moments, n, t};

fn who_and_when(roster: &Roster) -> AnyView {
    let holders = roster.holders.iter().map(|holder| {
        let words = format!("{} · {}", holder.name, n(&holder.title));
        view! { <option value=holder.post.to_string()>{words}</option> }
    });
    view! {
        <input type="hidden" name="new[centre]" value=roster.head.centre.code.clone() />
        <label class="field">
            <span>{t(w::WHO)}</span>
            <select name="new[post]" required>{holders.collect_view()}</select>
        </label>
        <label class="field">
            <span>{t(w::FROM)}</span>
            <input name="new[from]" type="datetime-local" required />
        </label>
        <label class="field">
            <span>{t(w::TO)}</span>
            <input name="new[to]" type="datetime-local" required />
        </label>
    }
    .into_any()
}

/// Adds a shift.
pub(super) fn add_form(roster: &Roster, doing: Doing) -> Option<AnyView> {
    let fields = roster.may_manage.then(|| who_and_when(roster));
    fields.map(|fields| {
        view! {
            <details class="act primary">
                <summary>{t(w::ADD)}</summary>
                <DeedForm deed=doing.add>
                    {fields}
                    <button class="button primary" type="submit">{t(w::ADD)}</button>
                </DeedForm>
            </details>
        }
        .into_any()
    })
}

/// Sends a month's roster: a plain multipart form, with or without WASM.
pub(super) fn import_form(roster: &Roster) -> Option<AnyView> {
    let code = roster.head.centre.code.clone();
    roster.may_manage.then(|| {
        view! {
            <details class="act">
                <summary>{t(w::IMPORT)}</summary>
                <form method="post" action=SendRoster::url() enctype="multipart/form-data">
                    <a class="button" href=format!("/duty/template?centre={code}") rel="external" download>{t(w::TEMPLATE)}</a>
                    <input type="hidden" name="centre" value=code />
                    <label class="field">
                        <span>{t(w::FILE)}</span>
                        <input name="file" type="file" accept=".csv,text/csv" required />
                    </label>
                    <button class="button primary" type="submit">{t(w::CHECK)}</button>
                </form>
            </details>
        }
        .into_any()
    })
}

/// Who is away, and the form for one more.
pub(super) fn absence_card(roster: &Roster, doing: Doing) -> AnyView {
    let may = roster.may_manage;
    let rows = roster.absences.iter().map(|absence| away(absence, may, doing)).collect_view();
    let empty = roster.absences.is_empty().then(|| view! { <p class="quiet">{t(w::NO_ABSENCES)}</p> });
    let form = may.then(|| who_and_when(roster)).map(|fields| {
        view! {
            <details class="grow">
                <summary class="button">{t(w::ADD_ABSENCE)}</summary>
                <DeedForm deed=doing.away>
                    {fields}
                    <label class="field">
                        <span>{t(w::WHY)}</span>
                        <input name="new[reason]" maxlength="200" required autocomplete="off" />
                    </label>
                    <p class="quiet">{t(w::ABSENCE_HINT)}</p>
                    <button class="button primary" type="submit">{t(w::ADD_ABSENCE)}</button>
                </DeedForm>
            </details>
        }
    });
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::ABSENCES)}</h2></div>
            {empty}
            <ul class="hand-overs">{rows}</ul>
            {form}
        </section>
    }
    .into_any()
}

fn away(absence: &Absence, may: bool, doing: Doing) -> AnyView {
    let span = [moments::day_clock(absence.span.from), moments::day_clock(absence.span.to)].join(" – ");
    let id: AbsenceId = absence.id;
    let back = may.then(|| {
        view! {
            <DeedForm deed=doing.back>
                <input type="hidden" name="id" value=id.to_string() />
                <button class="button small" type="submit">{t(w::BACK)}</button>
            </DeedForm>
        }
    });
    view! {
        <li><p><b>{absence.name.clone()}</b> " " {absence.reason.clone()}</p><p class="quiet">{span}</p>{back}</li>
    }
    .into_any()
}
