//! The way up and down the tree of centres, for pages that show one centre at a time.

use domain::centres::{CentreHead, CentreTag};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::api::head_of;
use crate::asking::Question;
use crate::parts::loaded;
use crate::words::{Text, n, t};

/// The centres above, the centre itself, and a menu of those below; each leads to the same page there.
#[component]
pub fn Way(
    /// The centre looked at.
    head: CentreHead,
    /// The page of a centre, by its code.
    href: impl Fn(&str) -> String + 'static,
) -> impl IntoView {
    const WAY: Text = Text::new("治理中心层级", "Tree of centres");
    let step = |centre: &CentreTag| {
        view! {
            <a href=href(&centre.code)>{n(&centre.short)}</a>
            <span class="crumbs-sep" aria-hidden="true">"›"</span>
        }
    };
    let above = head.breadcrumb.iter().map(step).collect_view();
    let below: Vec<_> = head.children.iter().map(|centre| (href(&centre.code), n(&centre.short))).collect();
    view! {
        <nav class="crumbs way" aria-label=t(WAY)>
            {above}
            <a href=href(&head.centre.code) aria-current="location">{n(&head.centre.name)}</a>
            {(!below.is_empty()).then(|| children_menu(below))}
        </nav>
    }
    .into_any()
}

fn children_menu(below: Vec<(String, String)>) -> AnyView {
    const BELOW: Text = Text::new("下级中心", "Centres below");
    view! {
        <details class="way-below">
            <summary>{t(BELOW)} " " {below.len()}</summary>
            <ul>
                {below.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect_view()}
            </ul>
        </details>
    }
    .into_any()
}

/// The way for a page about something at a centre: back to its list, and along the tree on that list.
pub fn way_back(path: &'static str, list: &'static str, head: Option<CentreHead>) -> AnyView {
    let way =
        head.map(|head| view! { <Way head=head href=move |code: &str| format!("{path}?centre={code}") /> });
    view! {
        <div class="way">
            <a class="way-list" href=path>{list}</a>
            {way}
        </div>
    }
    .into_any()
}

/// The way for a list whose URL says the centre: moves along the tree, keeps the other filters, starts at page one.
#[component]
pub fn ListWay(
    /// The list's path.
    path: &'static str,
) -> impl IntoView {
    let query = use_query_map();
    let centre = Memo::new(move |_| query.get().get("centre").unwrap_or_default());
    let head = Question::new(move || centre.get(), head_of);
    loaded(head, move |head| {
        let mut kept = query.get_untracked();
        kept.remove("after");
        let href = move |code: &str| {
            let mut query = kept.clone();
            query.replace("centre", code.to_owned());
            format!("{path}{}", query.to_query_string())
        };
        view! { <Way head=head href=href /> }.into_any()
    })
}
