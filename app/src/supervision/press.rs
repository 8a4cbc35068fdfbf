//! `/supervision/press`: how many a press concerns, and the press.

use domain::AssignmentId;
use domain::assignments::{AssignmentRow, Supervision};
use domain::supervision::Pressing;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{PressParts, look_at_pressing};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::parts::{DeedForm, DeedTrouble, Left, ReasonField, SupervisionMark, loaded};
use crate::words::{n, states, t, use_lang};

/// The page; the URL's `id`s are the chosen parts, `to` says how hard.
#[component]
pub fn PressPage() -> impl IntoView {
    let query = use_query_map();
    let press = Deed::of::<PressParts>();
    let chosen = Memo::new(move |_| {
        let query = query.get();
        let ids = query.get_all("id").unwrap_or_default().into_iter();
        let ids: Vec<_> = ids.filter_map(|id| id.parse().ok().map(AssignmentId)).collect();
        (ids, query.get("to").and_then(|to| to.parse().ok()).unwrap_or(Supervision::Urged))
    });
    let asked =
        Question::new(move || (chosen.get(), press.times()), |((ids, to), _)| look_at_pressing(ids, to));
    view! {
        <Title text=t(w::PRESS_TITLE) />
        <div class="page-head">
            <p class="way"><a href="/supervision">{t(w::BACK)}</a></p>
            <h1>{t(w::PRESS_TITLE)}</h1>
        </div>
        <DeedTrouble deed=press />
        <section class="card form-card">{loaded(asked, move |look| draw(&look, press))}</section>
    }
}

fn draw(look: &Pressing, press: Deed) -> AnyView {
    let (lang, to) = (use_lang(), t(states::supervision_text(look.to)));
    let left = (look.left > 0).then(|| w::PRESS_LEFT.with(lang, &[("n", &look.left.to_string())]));
    let left = left.map(|words| view! { <p class="quiet">{words}</p> });
    if look.rows.is_empty() {
        return view! { <p>{t(w::PRESS_NONE)}</p> {left} }.into_any();
    }
    let count = w::PRESS_COUNT.with(lang, &[("n", &look.rows.len().to_string()), ("to", to)]);
    let hidden = |(place, row): (usize, &AssignmentRow)| {
        view! { <input type="hidden" name=format!("ids[{place}]") value=row.id.to_string() /> }
    };
    let hidden = look.rows.iter().enumerate().map(hidden).collect_view();
    let to = look.to.as_str();
    view! {
        <p><b>{count}</b></p>
        {left}
        <DeedForm deed=press>
            {hidden}
            <input type="hidden" name="to" value=to />
            <ReasonField label=t(w::PRESS_WHY) />
            <button class="button primary wide" type="submit">{t(w::PRESS_DO)}</button>
        </DeedForm>
        <ul class="by-centre">{look.rows.iter().map(line).collect_view()}</ul>
    }
    .into_any()
}

fn line(row: &AssignmentRow) -> AnyView {
    view! {
        <li>
            <a class="row-title" href=format!("/orders/{}", row.order)>{n(&row.action)}</a>
            <span>{n(&row.recipient.name)} " " <SupervisionMark supervision=row.supervision /> " " <Left due=row.due_at /></span>
        </li>
    }
    .into_any()
}
