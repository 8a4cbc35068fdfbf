//! What waits for the reader's decision on other pages: a card a kind, with its count and the way there.

use domain::approvals::{WaitingElsewhere, WaitingKind};
use leptos::prelude::*;

use super::words as w;
use crate::parts::CityTime;
use crate::words::{n, t};

/// The cards, one for each kind that waits.
pub(super) fn elsewhere(rows: &[WaitingElsewhere]) -> AnyView {
    WaitingKind::ALL.iter().map(|kind| card(*kind, rows)).collect_view().into_any()
}

fn card(kind: WaitingKind, rows: &[WaitingElsewhere]) -> Option<AnyView> {
    let rows: Vec<_> = rows.iter().filter(|row| row.kind == kind).collect();
    let count = rows.len();
    let lines = rows.into_iter().map(line).collect_view();
    (count > 0).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::kind(kind))} " " <span class="badge badge-urgent">{count}</span></h2></div>
                <ul class="requests">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

fn line(row: &WaitingElsewhere) -> AnyView {
    let words = if row.title.zh.is_empty() { t(w::UNTITLED).to_owned() } else { n(&row.title) };
    view! {
        <li class="request">
            <p><a class="row-title" href=row.href()>{words}</a> " " <CityTime at=row.since /></p>
        </li>
    }
    .into_any()
}
