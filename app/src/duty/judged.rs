//! The lines of a roster that was sent, wrong ones first.

use domain::duty::{Fate, Judged};
use leptos::prelude::*;

use super::words as w;
use crate::words::refusals::refusal_sentence;
use crate::words::{t, use_lang};

/// The lines as a table.
pub(super) fn lines(lines: &[Judged]) -> AnyView {
    let wrong = |line: &&Judged| matches!(line.fate, Fate::Wrong { .. });
    let ordered = lines.iter().filter(wrong).chain(lines.iter().filter(|line| !wrong(line)));
    view! {
        <table class="rows">
            <thead>
                <tr>
                    <th scope="col">{t(w::ROW)}</th>
                    <th scope="col">{t(w::WHO)}</th>
                    <th scope="col">{t(w::FROM)}</th>
                    <th scope="col">{t(w::TO)}</th>
                    <th scope="col">{t(w::RESULT)}</th>
                </tr>
            </thead>
            <tbody>{ordered.map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(judged: &Judged) -> AnyView {
    let fate = match &judged.fate {
        Fate::New => view! { <span class="good">"＋ " {t(w::NEW)}</span> }.into_any(),
        Fate::AlreadyThere => view! { <span class="quiet">"＝ " {t(w::SAME)}</span> }.into_any(),
        Fate::Wrong { refusal } => {
            view! { <span class="bad">"▲ " {refusal_sentence(refusal, use_lang())}</span> }.into_any()
        }
    };
    let line = judged.line.clone();
    view! {
        <tr>
            <td class="fit" data-label=t(w::ROW)>{line.row}</td>
            <td class="cell-head">{line.name} <small class="row-sub">{line.post}</small></td>
            <td class="fit" data-label=t(w::FROM)>{line.from}</td>
            <td class="fit" data-label=t(w::TO)>{line.to}</td>
            <td data-label=t(w::RESULT)>{fate}</td>
        </tr>
    }
    .into_any()
}
