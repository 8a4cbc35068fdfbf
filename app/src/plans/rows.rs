//! Plans as the rows of a table: on their own list, and on the page of a risk point.

use domain::plans::PlanRow;
use leptos::prelude::*;

use super::words as w;
use crate::parts::LevelMark;
use crate::words::{n, t};

/// A table of plans, in the order given.
#[component]
pub fn PlanRows(
    /// The plans.
    rows: Vec<PlanRow>,
) -> impl IntoView {
    view! {
        <table class="rows">
            <caption class="visually-hidden">{t(w::TITLE)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(w::PLAN)}</th>
                    <th scope="col">{t(w::LEVEL)}</th>
                    <th scope="col">{t(w::FOR_KIND)}</th>
                    <th scope="col">{t(w::OWNER)}</th>
                    <th scope="col" class="number">{t(w::VERSION)}</th>
                    <th scope="col" class="number">{t(w::STEPS)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: PlanRow) -> AnyView {
    let kind = row.kind.as_ref().map_or_else(|| t(w::ANY_KIND).to_owned(), n);
    let (link, owner) = (format!("/plans/{}", row.id), format!("/c/{}", row.centre.code));
    view! {
        <tr>
            <td class="cell-head">
                <a class="row-title" href=link>{n(&row.name)}</a>
                <small class="row-sub">{row.code}</small>
            </td>
            <td class="fit" data-label=t(w::LEVEL)><LevelMark level=row.level /></td>
            <td data-label=t(w::FOR_KIND)>{kind}</td>
            <td data-label=t(w::OWNER)><a href=owner>{n(&row.centre.short)}</a></td>
            <td class="number fit" data-label=t(w::VERSION)>"v" {row.version}</td>
            <td class="number fit" data-label=t(w::STEPS)>{row.steps}</td>
        </tr>
    }
    .into_any()
}
