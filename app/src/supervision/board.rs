//! `/supervision`: what is under supervision, worst first; the filters in the URL.

use domain::exports::ExportList;
use domain::live::Topic;
use domain::supervision::{Board, SupervisionFilter};
use domain::views::ViewList;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{AnnulCard, Explain, supervision_board};
use super::by_centre::{by_centre_card, figures_card};
use super::explanations::explanations_card;
use super::filters::{PRESSURES, filter_of, filters};
use super::row::row;
use super::words as w;
use crate::asking::{Deed, Question};
use crate::exports::export_form;
use crate::live::use_live;
use crate::parts::{DeedTrouble, Empty, EmptyKind, Pager, form_key, loaded};
use crate::views::ViewChips;
use crate::words::{n, states, t};

/// The form to which the rows' boxes belong.
const CHOSEN: &str = "chosen";

/// The board.
#[component]
pub fn SupervisionPage() -> impl IntoView {
    let query = use_query_map();
    let changed = use_live(&[Topic::Orders, Topic::Supervision, Topic::Duty]);
    let (annul, explain) = (Deed::of::<AnnulCard>(), Deed::of::<Explain>());
    let key = form_key();
    let filter = Memo::new(move |_| filter_of(&query.get()));
    let every = query.with_untracked(|query| query.get_str("every") == Some("true"));
    let board = Question::new(
        move || (filter.get(), changed.get(), annul.times() + explain.times()),
        |(filter, ..)| supervision_board(filter),
    );
    view! {
        <Title text=t(w::TITLE) />
        <div class="page-head">
            <h1>{t(w::TITLE)}</h1>
            <span class="quiet">{t(w::HINT)}</span>
            <div class="actions"><a class="button" href="/supervision/rules">{t(w::RULES)}</a></div>
        </div>
        <div class="troubles">
            <DeedTrouble deed=annul />
            <DeedTrouble deed=explain />
        </div>
        <ViewChips list=ViewList::Supervision />
        {loaded(board, move |board| draw(board, &filter.get_untracked(), (annul, explain), (every, key.clone())))}
    }
}

fn draw(
    board: Board,
    filter: &SupervisionFilter,
    (annul, explain): (Deed, Deed),
    (every, key): (bool, String),
) -> AnyView {
    let press = board.may_press.then(press_form);
    view! {
        {filters(&board, filter)}
        <div class="columns">
            <div>
                <section class="card">
                    <div class="card-head"><h2>{n(&board.centre.name)}</h2> {figures_card(board.counts)}</div>
                    {press}
                    {table(&board, filter, annul, (every, key))}
                </section>
            </div>
            <aside>
                {by_centre_card(&board)}
                {explanations_card(&board.explanations, explain)}
            </aside>
        </div>
    }
    .into_any()
}

fn table(board: &Board, filter: &SupervisionFilter, annul: Deed, (every, key): (bool, String)) -> AnyView {
    let page = board.page.clone();
    if page.rows.is_empty() {
        let link = ("/supervision".to_owned(), t(w::SEE_ALL));
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) link=link /> }.into_any();
    }
    let heads = [w::TASK, w::CENTRE, w::OWES, w::PRESSURE, w::DUE, w::EXPLANATION];
    let choose = board.may_press.then(|| choose_link(every));
    let heads = heads.map(|head| view! { <th scope="col">{t(head)}</th> }).collect_view();
    view! {
        <table class="rows supervised">
            <thead><tr><th scope="col"><span class="visually-hidden">{t(w::CHOOSE)}</span>{choose}</th>{heads}</tr></thead>
            <tbody>{page.rows.into_iter().map(|each| row(each, CHOSEN, annul, every)).collect_view()}</tbody>
        </table>
        <div class="list-foot"><Pager total=page.total more=page.more next=page.next />{export_form(&ExportList::Supervision(filter.clone()), key)}</div>
    }
    .into_any()
}

/// Ticks every box of this page, or none. The browser loads the page anew: boxes that were ticked before the app took the page
/// over stay as they are.
fn choose_link(every: bool) -> AnyView {
    let mut query = use_query_map().get_untracked();
    query.remove("every");
    if !every {
        query.insert("every", "true".to_owned());
    }
    let (href, words) = (query.to_query_string(), t(if every { w::CHOOSE_NONE } else { w::CHOOSE_EVERY }));
    view! { <a class="choose-every" rel="external" href=format!("/supervision{href}")>{words}</a> }.into_any()
}

/// A plain form: it leads to a page that says how many it concerns before anything is pressed.
fn press_form() -> AnyView {
    let option = |pressure| {
        let words = t(states::supervision_text(pressure));
        view! { <option value=pressure.as_str()>{words}</option> }
    };
    let options = PRESSURES.into_iter().rev().map(option).collect_view();
    view! {
        <form id=CHOSEN class="filters" method="get" action="/supervision/press">
            <label class="field"><span>{t(w::PRESS_TO)}</span><select name="to">{options}</select></label>
            <button class="button" type="submit">{t(w::PRESS_LOOK)}</button>
            <span class="quiet">{t(w::PRESS_HINT)}</span>
        </form>
    }
    .into_any()
}
