//! The tree of assignments with every recipient's clock.

use chrono::{DateTime, Utc};
use domain::assignments::{AssignmentRow, AssignmentState, Supervision};
use domain::orders::OrderDetail;
use domain::time::Lamp;
use leptos::prelude::*;

use super::detail::Doing;
use super::row_actions::row_actions;
use super::words as w;
use crate::duty::{DutyNow, on_duty};
use crate::live::use_now;
use crate::parts::{Bar, CityTime, LampMark, Left, SupervisionMark};
use crate::words::{moments, n, states, t, use_lang};

/// The tree as a table; indented by depth, numbered as an outline.
pub(super) fn tree(detail: &OrderDetail, duty: &DutyNow, doing: Doing) -> AnyView {
    let acts = !detail.moves.is_empty() || detail.may_urge || !detail.may_delegate.is_empty();
    let rows = detail.tree.iter().map(|row| tree_row(row, detail, duty, doing, acts)).collect_view();
    view! {
        <div class="card-head tree-head">
            <h2>{t(w::TREE)}</h2>
            <span>{t(w::TREE_HINT)} " · " <a class="phone-target" href=format!("/orders/{}/recipients", detail.row.id)>{t(w::RECIPIENTS)} " " {detail.tree_size}</a></span>
        </div>
        <table class="rows tree">
            <thead>
                <tr>
                    <th>{t(w::TASK)}</th>
                    <th>{t(w::AT_DELIVERED)}</th>
                    <th>{t(w::AT_ACCEPTED)}</th>
                    <th>{t(w::AT_DONE)}</th>
                    <th>{t(w::DUE)}</th>
                    <th>{t(w::PROGRESS)}</th>
                    <th>{t(w::STATE)}</th>
                    {acts.then(|| view! { <th><span class="visually-hidden">{t(w::ACTIONS)}</span></th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn tree_row(row: &AssignmentRow, detail: &OrderDetail, duty: &DutyNow, doing: Doing, acts: bool) -> AnyView {
    let mine = detail.mine.contains(&row.id);
    let indent = format!("padding-inline-start:{}px", 8 + 20 * row.depth.clamp(0, 8));
    let percent = row.percent;
    view! {
        <tr class:mine=mine>
            <td data-label=t(w::TASK) style=indent>
                <b>{row.outline.clone()} " " {n(&row.action)}</b>
                <span class="tree-who quiet">{n(&row.recipient.name)} " · " {n(&row.post)}</span>
                {(!row.holder.is_empty()).then(|| view! { <span class="tree-who">{t(w::HOLDER)} " " <b>{row.holder.clone()}</b></span> })}
                {on_duty(duty.of(row.recipient.id))}
                {mine.then(|| view! { " " <span class="tag">{t(w::MINE)}</span> })}
                {(!row.reason.is_empty()).then(|| view! { <p class="reason">{t(w::REASON)} ": " {row.reason.clone()}</p> })}
            </td>
            <td data-label=t(w::AT_DELIVERED)>{moment(row.delivered_at, || t(w::NOT_DELIVERED).into_any())}</td>
            <td data-label=t(w::AT_ACCEPTED)>{accepted(row)}</td>
            <td data-label=t(w::AT_DONE)><CityTime at=row.done_at /></td>
            <td data-label=t(w::DUE)><CityTime at=row.due_at /></td>
            <td data-label=t(w::PROGRESS)>
                <span class="tree-bar"><Bar percent=f64::from(percent) /> {percent} "%"</span>
            </td>
            <td class="tree-state" data-label=t(w::STATE)>{state(row)}</td>
            {acts.then(|| view! { <td class="row-acts">{row_actions(row, detail, doing)}</td> })}
        </tr>
    }
    .into_any()
}

fn moment(at: Option<DateTime<Utc>>, missing: impl FnOnce() -> AnyView) -> AnyView {
    match at {
        Some(at) => view! { <CityTime at=at /> }.into_any(),
        None => view! { <span class="quiet">{missing()}</span> }.into_any(),
    }
}

/// When it was signed for; else how long it has been lying there, in red once its clock is near its end.
fn accepted(row: &AssignmentRow) -> AnyView {
    if row.accepted_at.is_some() || !row.state.is_owed() {
        return view! { <CityTime at=row.accepted_at /> }.into_any();
    }
    if row.lamp == Lamp::Green {
        let words =
            if row.read_at.is_some() { states::assignment_state(AssignmentState::Read) } else { w::UNREAD };
        return view! { <span class="quiet">{t(words)}</span> }.into_any();
    }
    let (now, lang, issued) = (use_now(), use_lang(), row.issued_at);
    let words =
        Memo::new(move |_| w::UNSIGNED_FOR.with(lang, &[("span", &moments::span(now.get() - issued, lang))]));
    view! { <b class="late">{words}</b> }.into_any()
}

/// The state; while something is owed, its lamp and what presses.
fn state(row: &AssignmentRow) -> AnyView {
    let words = t(states::assignment_state(row.state));
    let class = match row.state {
        AssignmentState::Approved => "good",
        AssignmentState::SentBack => "mark level-orange",
        AssignmentState::Recalled => "quiet",
        _ => "",
    };
    let shape = match row.state {
        AssignmentState::Approved => "✓ ",
        AssignmentState::SentBack => "▲ ",
        AssignmentState::Recalled => "⊘ ",
        _ => "",
    };
    let (owed, due) = (row.state.is_owed(), row.due_at);
    let pressed = row.supervision != Supervision::None;
    view! {
        <span class=class><span aria-hidden="true">{shape}</span>{words}</span>
        {(owed && row.lamp != Lamp::Green && !pressed).then(|| view! { " " <LampMark lamp=row.lamp /> })}
        {owed.then(|| view! { " " <SupervisionMark supervision=row.supervision /> })}
        {owed.then(|| view! { <small class="tree-left"><Left due=due /></small> })}
    }
    .into_any()
}
