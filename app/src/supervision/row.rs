//! A part under supervision, in the board's table.

use domain::supervision::{Owing, SupervisedRow};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::duty::dial;
use crate::parts::{DeedForm, Left, LevelMark, ReasonField, SupervisionMark};
use crate::words::{n, states, t, use_lang};

/// The row; its box belongs to the form with which the chosen are pressed.
pub(super) fn row(row: SupervisedRow, form: &'static str, annul: Deed, every: bool) -> AnyView {
    let (part, order) = (row.part.clone(), format!("/orders/{}", row.part.order));
    let choice = row.may_press.then(|| {
        let label = [t(w::CHOOSE), " ", part.number.as_str()].concat();
        view! {
            <input
                type="checkbox"
                name="id"
                form=form
                value=part.id.to_string()
                aria-label=label
                checked=every
            />
        }
    });
    let explanation = row.explanation.map(|state| t(states::explanation_state(state)));
    let roster = format!("/supervision?centre={}", part.recipient.code);
    view! {
        <tr>
            <td class="fit cell-tick">{choice}</td>
            <td class="cell-head">
                <LevelMark level=part.level bare=true /> " "
                <a class="row-title" href=order>{n(&part.action)}</a>
                <small class="row-sub">{part.number.clone()} " · " {n(&part.title)}</small>
            </td>
            <td data-label=t(w::CENTRE)><a href=roster>{n(&part.recipient.name)}</a></td>
            <td data-label=t(w::OWES)>{owing(row.owing.as_ref())}</td>
            <td data-label=t(w::PRESSURE)><SupervisionMark supervision=part.supervision /> {annulled(&row)} {wrong(&row, annul)}</td>
            <td class="fit" data-label=t(w::DUE)><Left due=part.due_at /></td>
            <td data-label=t(w::EXPLANATION)>{explanation}</td>
        </tr>
    }
    .into_any()
}

fn owing(owing: Option<&Owing>) -> AnyView {
    let Some(owing) = owing else {
        return view! { <span class="bad">"▲ " {t(w::NOBODY)}</span> }.into_any();
    };
    let how = t(if owing.holds { w::HOLDS } else { w::ON_DUTY });
    view! {
        <b>{owing.name.clone()}</b> " " {dial(&owing.phone)}
        <small class="row-sub">{how} " · " {n(&owing.title)}</small>
    }
    .into_any()
}

fn annulled(row: &SupervisedRow) -> Option<AnyView> {
    let annulled = row.annulled.as_ref()?;
    let words = w::ANNULLED.with(use_lang(), &[("who", &annulled.who), ("reason", &annulled.reason)]);
    Some(view! { <small class="row-sub">"⊘ " {words}</small> }.into_any())
}

/// The form that says a card was a mistake.
fn wrong(row: &SupervisedRow, annul: Deed) -> Option<AnyView> {
    let id = row.part.id.to_string();
    (row.may_annul && row.annulled.is_none()).then(|| {
        view! {
            <details class="act">
                <summary>{t(w::CARD_WRONG)}</summary>
                <DeedForm deed=annul>
                    <input type="hidden" name="id" value=id />
                    <ReasonField label=t(w::CARD_WRONG_WHY) />
                    <button class="button" type="submit">{t(w::CARD_WRONG)}</button>
                </DeedForm>
            </details>
        }
        .into_any()
    })
}
