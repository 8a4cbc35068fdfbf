//! The chips above a list: its saved views, and keeping what is shown as one more.

use domain::views::{SavedView, SavedViews, ViewList};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::api::{KeepView, OpenByDefault, RemoveView, RenameView, list_views};
use super::change::{changes, keep_form, undo};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::parts::{DeedTrouble, loaded};
use crate::words::t;

/// What may be done to views.
#[derive(Clone, Copy)]
pub(super) struct Deeds {
    pub keep: Deed,
    pub rename: Deed,
    pub remove: Deed,
    pub default: Deed,
}

/// The chips of a list.
#[component]
pub fn ViewChips(
    /// The list.
    list: ViewList,
) -> impl IntoView {
    let query = use_query_map();
    let deeds = Deeds {
        keep: Deed::of::<KeepView>(),
        rename: Deed::of::<RenameView>(),
        remove: Deed::of::<RemoveView>(),
        default: Deed::of::<OpenByDefault>(),
    };
    let all = [deeds.keep, deeds.rename, deeds.remove, deeds.default];
    let views = Question::new(
        move || (query.get().to_query_string(), all.map(Deed::times).iter().sum::<usize>()),
        move |(query, _)| list_views(list, query),
    );
    view! {
        <div class="views">
            {loaded(views, move |views| draw(list, views, deeds))}
            {all.map(|deed| view! { <DeedTrouble deed=deed /> }).collect_view()}
        </div>
    }
    .into_any()
}

fn draw(list: ViewList, views: SavedViews, deeds: Deeds) -> AnyView {
    let chips = views.views.iter().map(chip).collect_view();
    let undone = views.removed.iter().map(|(id, name)| undo(*id, name, deeds.remove)).collect_view();
    let keep = views.query.clone().map(|query| keep_form(list, query, views.may_share, deeds.keep));
    let change = (!views.views.is_empty()).then(|| changes(&views.views, deeds));
    view! {
        <nav class="view-chips" aria-label=t(w::VIEWS)>{chips}</nav>
        {undone}
        {keep}
        {change}
    }
    .into_any()
}

fn chip(view: &SavedView) -> AnyView {
    let star = view.is_default.then(|| view! { <span title=t(w::OPENS)>"★ "</span> });
    let shared = view.shared.then(|| view! { <small class="quiet">{t(w::OF_CENTRE)}</small> });
    let current = view.is_current.then_some("page");
    view! { <a class="chip" href=view.href.clone() aria-current=current>{star} {view.name.clone()} " " {shared}</a> }
        .into_any()
}
