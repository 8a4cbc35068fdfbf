//! Lists that live in the URL: filters, and the way to the next page.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

use crate::words::{Text, figures, t};

/// How many there are, and the way on. Keeps the other parameters of the URL.
#[component]
pub fn Pager(
    /// How many were counted.
    total: i64,
    /// There are more than that.
    more: bool,
    /// Key of the next page; none on the last.
    next: Option<String>,
) -> impl IntoView {
    const TOTAL: Text = Text::new("共 {n} 条", "{n} in all");
    const FIRST: Text = Text::new("回到首页", "First page");
    const NEXT: Text = Text::new("下一页", "Next page");
    let mut query = use_query_map().get_untracked();
    let path = use_location().pathname.get_untracked();
    let first = query.remove("after").is_some().then(|| format!("{path}{}", query.to_query_string()));
    let next = next.map(|next| {
        query.insert("after", next);
        format!("{path}{}", query.to_query_string())
    });
    let total = TOTAL.with(crate::words::use_lang(), &[("n", &figures::total(total, more))]);
    view! {
        <nav class="pager" aria-label=t(Text::new("翻页", "Pages"))>
            <span class="pager-total">{total}</span>
            {first.map(|href| view! { <a class="button" href=href>{t(FIRST)}</a> })}
            {next.map(|href| view! { <a class="button" href=href>{t(NEXT)}</a> })}
        </nav>
    }
    .into_any()
}

/// Parameters that narrow nothing.
const UNFILTERED: [&str; 4] = ["after", "all", "centre", "every"];

/// A list's filters as a plain form: the URL keeps them, with or without WASM.
#[component]
pub fn Filters(
    /// Labelled inputs and selects, named after the URL's parameters.
    children: Children,
) -> impl IntoView {
    const APPLY: Text = Text::new("筛选", "Filter");
    const FOLD: Text = Text::new("筛选条件", "Filters");
    let path = use_location().pathname.get_untracked();
    let narrowed = use_query_map().with_untracked(|query| {
        let mut given = query.clone().into_iter();
        given.any(|(name, value)| !UNFILTERED.contains(&name.as_ref()) && !value.is_empty())
    });
    // On a phone the form is folded while it narrows nothing: a box does it without a script, on old phones too.
    view! {
        <input class="fold visually-hidden" type="checkbox" id="filters-fold" autocomplete="off" checked=narrowed />
        <label class="button filters-door" for="filters-fold">{t(FOLD)}</label>
        <form class="filters" method="get" action=path>
            {children()}
            <button class="button" type="submit">{t(APPLY)}</button>
        </form>
    }
    .into_any()
}
