//! What a township's own people owe, most urgent first.

use domain::assignments::AssignmentRow;
use domain::pages::Page;
use leptos::prelude::*;

use super::panel::{head, nothing, spoken_mark};
use super::words as w;
use crate::parts::Left;
use crate::words::states::assignment_state;
use crate::words::{figures, n, t};

/// Rows the front shows.
const ROWS: usize = 4;

/// The panel of what is owed.
pub(super) fn owed(page: Page<AssignmentRow>) -> AnyView {
    let shown = format!("1–{} / {}", page.rows.len().min(ROWS), figures::total(page.total, page.more));
    if page.rows.is_empty() {
        let next = nothing(w::NOTHING_OWED, w::NOTHING_OWED_NEXT, "/owed?all=true".to_owned());
        return view! { {head(t(w::OWED), ().into_any())} {next} }.into_any();
    }
    let aside = view! { <a href="/owed">{shown}</a> }.into_any();
    let rows = page.rows.into_iter().take(ROWS).map(|row| view! { <li>{part(row)}</li> }).collect_view();
    view! { {head(t(w::OWED), aside)} <ol class="ck-rows">{rows}</ol> }.into_any()
}

fn part(row: AssignmentRow) -> AnyView {
    view! {
        <a class="ck-warning" href=format!("/orders/{}", row.order) title=row.number>
            {spoken_mark(row.level)}
            <span class="ck-line"><b>{n(&row.action)}</b> <Left due=row.due_at /></span>
            <span class="ck-line">
                <span class="ck-soft">{n(&row.issuer.short)} " · " {n(&row.title)}</span>
                <span class="ck-soft">{t(assignment_state(row.state))}</span>
            </span>
        </a>
    }
    .into_any()
}
