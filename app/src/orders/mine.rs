//! What the reader's own centre does with its part: sign, report, pass down, send back. Works without WASM.

use domain::AssignmentId;
use domain::assignments::{AssignmentMove, AssignmentRow};
use domain::centres::CentreTag;
use domain::order_drafts::Receipts;
use domain::orders::OrderDetail;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ReportProgress;
use super::detail::Doing;
use super::row_actions::{plain, reasoned};
use super::words as w;
use crate::asking::Deed;
use crate::parts::DeedForm;
use crate::words::{n, t};

/// What the reader's own centre still owes here, and the reader may work on.
fn owed(detail: &OrderDetail) -> impl Iterator<Item = &AssignmentRow> {
    let may = |row: &AssignmentRow| detail.moves.iter().any(|(id, _)| *id == row.id);
    detail.tree.iter().filter(move |row| detail.mine.contains(&row.id) && row.state.is_owed() && may(row))
}

/// Which of them the page acts on: the one that the URL names, else the first.
pub(super) fn chosen(detail: &OrderDetail, named: Option<AssignmentId>) -> Option<AssignmentId> {
    owed(detail).find(|row| Some(row.id) == named).or_else(|| owed(detail).next()).map(|row| row.id)
}

/// The actions for the chosen assignment, under its name; nothing without one.
pub(super) fn mine_actions(detail: &OrderDetail, key: &str, doing: Doing) -> Option<AnyView> {
    let id = doing.task?;
    let row = owed(detail).find(|row| row.id == id)?;
    let can = |step: AssignmentMove| detail.moves.contains(&(id, step));
    let reports = can(AssignmentMove::Progress) || can(AssignmentMove::Finish);
    let actions = view! {
        <p class="my-task"><span class="quiet">{t(w::MY_TASK)}</span> " " <b>{row.outline.clone()} " " {n(&row.action)}</b></p>
        {can(AssignmentMove::SendBack).then(|| {
            let words = [w::SEND_BACK, w::SEND_BACK_WHY, w::SEND_BACK_DO];
            reasoned(id, AssignmentMove::SendBack, words, doing.step)
        })}
        {(detail.may_pass_down.contains(&id) && !detail.below.is_empty())
            .then(|| pass_down_form(row, &detail.below, key, doing.pass_down))}
        {can(AssignmentMove::Accept).then(|| plain(id, AssignmentMove::Accept, w::SIGN, doing.step))}
        {reports.then(|| progress_form(row, &detail.receipts, can(AssignmentMove::Finish), key))}
    };
    Some(actions.into_any())
}

fn pass_down_form(row: &AssignmentRow, below: &[CentreTag], key: &str, action: Deed) -> AnyView {
    let (id, key, task) = (row.id.to_string(), format!("{key}-down-{}", row.id), n(&row.action));
    let centre = |centre: &CentreTag| {
        view! {
            <label class="field-line">
                <input type="checkbox" name="centres[]" value=centre.code.clone() />
                {n(&centre.name)}
            </label>
        }
    };
    let centres = below.iter().map(centre).collect_view();
    view! {
        <details class="act">
            <summary>{t(w::PASS_DOWN)}</summary>
            <DeedForm deed=action>
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="key" value=key />
                <fieldset class="choices">
                    <legend>{t(w::PASS_DOWN_TO)}</legend>
                    {centres}
                </fieldset>
                <label class="field">
                    <span>{t(w::PASS_DOWN_ACTION)}</span>
                    <textarea name="action" rows="2" maxlength="200" required>{task}</textarea>
                </label>
                <label class="field">
                    <span>{t(w::DEADLINE_MIN)}</span>
                    <input name="deadline_min" type="number" inputmode="numeric" min="1" max="43200" value="30" required />
                </label>
                <button class="button primary" type="submit">{t(w::PASS_DOWN_DO)}</button>
            </DeedForm>
        </details>
    }
    .into_any()
}

/// Signed on screen; without JavaScript, and where it is easier, a photo of the signed sheet.
fn signature_field() -> AnyView {
    view! {
        <div class="field">
            <span>{t(w::SIGNATURE)}</span>
            <signature-pad hint=t(w::SIGN_HERE) clear=t(w::SIGN_AGAIN)>
                <input name="signature" type="file" accept="image/png,image/jpeg,image/webp" aria-label=t(w::SIGNED_SHEET) />
            </signature-pad>
        </div>
    }
    .into_any()
}

/// A plain multipart form, with or without WASM: photos travel with it.
fn progress_form(row: &AssignmentRow, asked: &Receipts, may_finish: bool, key: &str) -> AnyView {
    let (id, percent, photo): (AssignmentId, i16, bool) = (row.id, row.percent, row.photo);
    let (unit, file, signature) = (asked.unit.clone(), asked.file, asked.signature);
    view! {
        <details class="act primary">
            <summary>{t(w::REPORT)}</summary>
            <form method="post" action=ReportProgress::url() enctype="multipart/form-data">
                <input type="hidden" name="assignment" value=id.to_string() />
                <input type="hidden" name="key" value=format!("{key}-report-{id}") />
                <label class="field">
                    <span>{t(w::PERCENT)}</span>
                    <input name="percent" type="number" inputmode="numeric" min="0" max="100" value=percent.to_string() required />
                </label>
                <label class="field">
                    <span>{t(w::WHAT_HAPPENED)}</span>
                    <textarea name="note" rows="3" maxlength="2000"></textarea>
                </label>
                <label class="field">
                    <span>{t(w::PHOTOS)}</span>
                    <input name="photos" type="file" accept="image/jpeg,image/png,image/webp,.pdf,.xlsx,.docx" multiple />
                </label>
                {(!unit.is_empty()).then(|| view! {
                    <label class="field">
                        <span>{t(w::NUMBER_ASKED)} " (" {unit} ")"</span>
                        <input name="number" type="number" step="any" inputmode="decimal" />
                    </label>
                })}
                {signature.then(signature_field)}
                {file.then(|| view! { <p class="quiet">"▲ " {t(w::FILE_NEEDED)}</p> })}
                {photo.then(|| view! { <p class="quiet">"▲ " {t(w::PHOTO_NEEDED)}</p> })}
                <div class="two-buttons">
                    <button class="button" type="submit">{t(w::REPORT_SEND)}</button>
                    {may_finish.then(|| view! {
                        <button class="button primary" type="submit" name="finish" value="true">{t(w::REPORT_DONE)}</button>
                    })}
                </div>
            </form>
        </details>
    }
    .into_any()
}
