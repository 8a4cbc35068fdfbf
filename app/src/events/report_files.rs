//! Photos and a voice note: in the form of a report, and on the page of its case.

use domain::Refusal;
use domain::events::ReportFile;
use leptos::prelude::*;

use super::report_fields::said;
use super::words as w;
use crate::words::t;

/// The file inputs of a report, with what came before and is kept.
pub(super) fn fields(kept: &[ReportFile], trouble: Option<&Refusal>) -> AnyView {
    let before = (!kept.is_empty()).then(|| view! { <p class="quiet">{t(w::FILES_KEPT)}</p> {shown(kept)} });
    view! {
        {before}
        <label class="field">
            <span>{t(w::PHOTOS)}</span>
            <input name="photos" type="file" accept="image/jpeg,image/png,image/webp" multiple />
            {said(trouble, "photos")}
        </label>
        <label class="field">
            <span>{t(w::VOICE)}</span>
            <input name="voice" type="file" accept="audio/*" capture="user" />
            {said(trouble, "voice")}
        </label>
        <report-aid kind="voice" label=t(w::RECORD) stop=t(w::RECORD_STOP) waiting=t(w::RECORDING)
            done=t(w::RECORDED) failed=t(w::NO_MICROPHONE)></report-aid>
    }
    .into_any()
}

/// Files as they are seen and heard; nothing where there are none.
pub(super) fn shown(files: &[ReportFile]) -> Option<AnyView> {
    let one = |file: &ReportFile| {
        let at = format!("/attachments/{}", file.id);
        let page = at.clone();
        if file.is_voice() {
            view! { <li><audio controls preload="none" src=at></audio> <a href=page rel="external">{t(w::VOICE_FILE)}</a></li> }
                .into_any()
        } else {
            view! { <li><a href=page rel="external"><img src=at alt=file.name.clone() loading="lazy" /></a></li> }
                .into_any()
        }
    };
    (!files.is_empty())
        .then(|| view! { <ul class="report-files">{files.iter().map(one).collect_view()}</ul> }.into_any())
}
