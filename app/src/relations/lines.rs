//! A related case as a line.

use domain::events::EventRow;
use leptos::prelude::*;

use crate::events::state_chip;
use crate::parts::{CityTime, LevelMark};
use crate::words::n;

/// The line; `more` stands behind the number.
pub(super) fn line(row: &EventRow, more: AnyView) -> AnyView {
    view! {
        <p>
            <LevelMark level=row.level bare=true />
            " "
            <a class="row-title" href=format!("/events/{}", row.id)>{n(&row.title)}</a>
            " "
            {state_chip(row.state)}
        </p>
        <p class="quiet">
            {row.number.clone()} " · " {n(&row.centre.short)} " · " <CityTime at=row.reported_at /> {more}
        </p>
    }
    .into_any()
}

/// Several lines under a heading; nothing where there are none.
pub(super) fn lines(title: &'static str, rows: &[EventRow]) -> Option<AnyView> {
    let all = rows.iter().map(|row| view! { <li class="order-line">{line(row, ().into_any())}</li> });
    (!rows.is_empty()).then(|| {
        view! {
            <h3 class="facts-more">{title}</h3>
            <ul class="order-lines">{all.collect_view()}</ul>
        }
        .into_any()
    })
}
