//! What the recipients reported, with their photos.

use domain::assignments::Progress;
use leptos::prelude::*;

use super::words as w;
use crate::parts::CityTime;
use crate::words::{n, t, use_lang};

/// The reports, latest first; no card while there is none.
pub(super) fn reports(reports: &[Progress], unit: &str) -> Option<AnyView> {
    if reports.is_empty() {
        return None;
    }
    let card = view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::REPORTS)}</h2></div>
            <ul class="reports">{reports.iter().map(|one| report(one, unit)).collect_view()}</ul>
        </section>
    };
    Some(card.into_any())
}

fn report(report: &Progress, unit: &str) -> AnyView {
    let alt = w::PHOTO_ALT.with(use_lang(), &[("who", &report.who)]);
    let photos = report.photos.iter().map(|photo| {
        let (href, src) = (format!("/attachments/{photo}"), format!("/attachments/{photo}"));
        view! {
            <a href=href rel="external"><img src=src alt=alt.clone() loading="lazy" width="96" height="96" /></a>
        }
    });
    let files = report.files.iter().map(|(id, name)| {
        view! { <p><a href=format!("/attachments/{id}") rel="external">{name.clone()}</a></p> }
    });
    let files = files.collect_view();
    view! {
        <li>
            <p>
                <b>{report.percent} "%"</b>
                " "
                {report.note.clone()}
                {report.number.map(|number| view! { " " <b>{number.to_string()} " " {unit.to_owned()}</b> })}
            </p>
            {files}
            <div class="photos">{photos.collect_view()}</div>
            <p class="timeline-by"><CityTime at=report.at /> " · " {n(&report.centre)} " · " {report.who.clone()}</p>
        </li>
    }
    .into_any()
}
