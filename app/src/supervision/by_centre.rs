//! How many are pressed how hard, by centre.

use domain::centres::CentreTag;
use domain::supervision::{Board, Pressures};
use leptos::prelude::*;

use super::words as w;
use crate::parts::SupervisionMark;
use crate::words::{figures, n, t};

/// The three figures of the whole board.
pub(super) fn figures_card(counts: Pressures) -> AnyView {
    use domain::assignments::Supervision as S;
    let figure = |pressure, count: i64| {
        view! { <li><SupervisionMark supervision=pressure /> " " <b>{figures::count(count)}</b></li> }
    };
    view! {
        <ul class="pressures">
            {figure(S::Red, counts.red)} {figure(S::Yellow, counts.yellow)} {figure(S::Urged, counts.urged)}
        </ul>
    }
    .into_any()
}

/// A line a centre, worst first; each narrows the board.
pub(super) fn by_centre_card(board: &Board) -> Option<AnyView> {
    let line = |(centre, counts): &(CentreTag, Pressures)| {
        let href = format!("/supervision?centre={}", centre.code);
        let numbers = [counts.urged, counts.yellow, counts.red].map(figures::count).join(" · ");
        view! { <li><a class="row-title" href=href>{n(&centre.short)}</a> <span>{numbers}</span></li> }
    };
    let lines = board.by_centre.iter().map(line).collect_view();
    (!board.by_centre.is_empty()).then(|| {
        view! {
            <section class="card">
                <div class="card-head"><h2>{t(w::BY_CENTRE)}</h2><span>{t(w::BY_CENTRE_HINT)}</span></div>
                <ul class="by-centre">{lines}</ul>
            </section>
        }
        .into_any()
    })
}
