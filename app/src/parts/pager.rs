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

/// A list's filters as a plain form: the URL keeps them, with or without WASM.
#[component]
pub fn Filters(
    /// Labelled inputs and selects, named after the URL's parameters.
    children: Children,
) -> impl IntoView {
    const APPLY: Text = Text::new("筛选", "Filter");
    let path = use_location().pathname.get_untracked();
    view! {
        <form class="filters" method="get" action=path>
            {children()}
            <button class="button" type="submit">{t(APPLY)}</button>
        </form>
    }
    .into_any()
}
