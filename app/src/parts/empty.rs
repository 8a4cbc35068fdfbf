//! Nothing to show, and what to do about it.

use leptos::prelude::*;

use crate::words::{Text, t};

/// Why there is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmptyKind {
    /// There is nothing yet.
    NothingYet,
    /// The reader's post may not see it.
    NotPermitted,
    /// The filters left nothing.
    FilteredOut,
}

/// An empty list that says why and what next.
#[component]
pub fn Empty(
    /// Why.
    kind: EmptyKind,
    /// What next, in the page's own words; each kind has a sentence of its own where the page has none.
    #[prop(optional)]
    next: Option<&'static str>,
    /// Where to go: link and words, e.g. the same list without filters.
    #[prop(optional)]
    link: Option<(String, &'static str)>,
) -> impl IntoView {
    let (title, hint) = match kind {
        EmptyKind::NothingYet => (
            Text::new("暂时没有", "Nothing yet"),
            Text::new("一有内容,这里会自动出现。", "It will appear here by itself."),
        ),
        EmptyKind::NotPermitted => (
            Text::new("没有权限", "Not permitted"),
            Text::new(
                "请切换岗位,或联系安全管理员。",
                "Switch your post, or ask the security administrator.",
            ),
        ),
        EmptyKind::FilteredOut => (
            Text::new("没有符合条件的结果", "Nothing matches"),
            Text::new("放宽筛选条件再看。", "Loosen the filters."),
        ),
    };
    view! {
        <div class="empty">
            <p class="empty-title">{t(title)}</p>
            <p>{next.unwrap_or(t(hint))}</p>
            {link.map(|(href, words)| view! { <a class="button" href=href>{words}</a> })}
        </div>
    }
    .into_any()
}
