//! What a review found.

use domain::reviews::{Finding, FindingKind, ReviewDetail, ReviewState};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{CityTime, DeedForm};
use crate::words::t;

/// The card with the list, and the form for one more while the review is open.
pub(super) fn found(detail: &ReviewDetail, find: Deed) -> AnyView {
    let rows = detail.found.iter().map(row).collect_view();
    let empty = detail.found.is_empty();
    let open = detail.may_write && detail.row.state == ReviewState::Open;
    let form = open.then(|| form(detail.row.id.to_string(), find));
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::FOUND)}</h2></div>
            {empty.then(|| view! { <p class="quiet">{t(w::NOTHING_FOUND)}</p> })}
            <ul class="review-findings">{rows}</ul>
            {form}
        </section>
    }
    .into_any()
}

fn row(finding: &Finding) -> AnyView {
    view! {
        <li>
            <span class="chip">{t(w::finding_kind(finding.kind))}</span>
            " "
            <span class="prose">{finding.text.clone()}</span>
            <small class="row-sub">{finding.who.clone()} " " <CityTime at=finding.at /></small>
        </li>
    }
    .into_any()
}

fn form(id: String, find: Deed) -> AnyView {
    let choice =
        |kind: &FindingKind| view! { <option value=kind.as_str()>{t(w::finding_kind(*kind))}</option> };
    view! {
        <details class="grow">
            <summary class="button">{t(w::ADD_FINDING)}</summary>
            <DeedForm deed=find>
                <input type="hidden" name="id" value=id />
                <label class="field">
                    <span>{t(w::KIND)}</span>
                    <select name="kind" required>{FindingKind::ALL.iter().map(choice).collect_view()}</select>
                </label>
                <label class="field">
                    <span>{t(w::WHAT_FOUND)}</span>
                    <textarea name="text" rows="2" maxlength="1000" required></textarea>
                </label>
                <button class="button primary" type="submit">{t(w::ADD_FINDING)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}
