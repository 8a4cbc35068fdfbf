//! `/exports`: the reader's files, those still being made with how far they are.

use domain::ExportId;
use domain::exports::{ExportRow, ExportState};
use domain::live::Topic;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api::{CancelExport, list_exports};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::live::use_live;
use crate::parts::{Bar, CityTime, DeedForm, DeedTrouble, Empty, EmptyKind, loaded};
use crate::words::lists::list_text;
use crate::words::{t, use_lang};

/// The list.
#[component]
pub fn ExportsPage() -> impl IntoView {
    let changed = use_live(&[Topic::Exports]);
    let act = Deed::of::<CancelExport>();
    let rows = Question::new(move || (changed.get(), act.times()), |_| list_exports());
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
        </div>
        <DeedTrouble deed=act />
        <section class="card">{loaded(rows, move |rows| draw(rows, act))}</section>
    }
}

fn draw(rows: Vec<ExportRow>, act: Deed) -> AnyView {
    if rows.is_empty() {
        let link = ("/events".to_owned(), t(w::TO_EVENTS));
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) link=link /> }.into_any();
    }
    view! {
        <table class="rows">
            <caption class="visually-hidden">{t(w::TITLE)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(w::WHAT)}</th>
                    <th scope="col">{t(w::ASKED)}</th>
                    <th scope="col">{t(w::STATE)}</th>
                    <th scope="col">{t(w::PROGRESS)}</th>
                    <th></th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| line(row, act)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: ExportRow, act: Deed) -> AnyView {
    let (done, total) = (row.done, row.total.max(row.done));
    let words = if row.state == ExportState::Done { done.to_string() } else { format!("{done} / {total}") };
    let doing = match (row.state, row.size) {
        (ExportState::Done, Some(size)) => {
            let kind = row.format.as_str().to_uppercase();
            let words = w::FETCH.with(use_lang(), &[("kind", &kind), ("size", &weight(size))]);
            let href = format!("/exports/{}/file", row.id);
            view! { <a class="button primary small" href=href rel="external" download="">{words}</a> }
                .into_any()
        }
        (state, _) if state.is_to_do() => cancel(row.id, act),
        _ => ().into_any(),
    };
    view! {
        <tr>
            <td class="cell-head">
                {t(list_text(&row.list))}
                <small class="row-sub"><a href=row.list.href()>{t(w::SAME)}</a></small>
            </td>
            <td class="fit" data-label=t(w::ASKED)><CityTime at=row.asked_at /></td>
            <td class="fit" data-label=t(w::STATE)>{t(w::state_text(row.state))}</td>
            <td data-label=t(w::PROGRESS)>{words} <Bar percent=share(done, total) /></td>
            <td class="fit">{doing}</td>
        </tr>
    }
    .into_any()
}

fn cancel(id: ExportId, act: Deed) -> AnyView {
    view! {
        <DeedForm deed=act>
            <input type="hidden" name="id" value=id.to_string() />
            <button class="button small" type="submit">{t(w::CANCEL)}</button>
        </DeedForm>
    }
    .into_any()
}

#[allow(clippy::cast_precision_loss, reason = "a share of some hundred thousand rows")]
fn share(done: i64, total: i64) -> f64 {
    if total == 0 { 100.0 } else { done as f64 / total as f64 * 100.0 }
}

fn weight(bytes: i64) -> String {
    if bytes < 1 << 20 { format!("{} KB", (bytes >> 10).max(1)) } else { format!("{} MB", bytes >> 20) }
}
