//! Running orders, with the four bars 达·读·签·办.

use domain::assignments::Supervision;
use domain::orders::OrderRow;
use leptos::prelude::*;

use super::panel::{head, nothing, spoken_mark};
use super::words as w;
use crate::parts::{Left, Progress4};
use crate::words::states::supervision_text;
use crate::words::{n, t, use_lang};

/// The panel of orders.
pub(super) fn orders(centre: &str, rows: Vec<OrderRow>) -> AnyView {
    let href = format!("/orders?centre={centre}");
    let aside = view! { <a href=href.clone()>{t(w::STAGES)}</a> }.into_any();
    if rows.is_empty() {
        let next = nothing(w::NO_ORDER, w::NO_ORDER_NEXT, href + "&all=true");
        return view! { {head(t(w::ORDERS), aside)} {next} }.into_any();
    }
    let rows = rows.into_iter().map(|row| view! { <li>{order(row)}</li> }).collect_view();
    view! { {head(t(w::ORDERS), aside)} <ol class="ck-rows">{rows}</ol> }.into_any()
}

/// What presses most: supervision, lateness, who has not read it, or how long is left.
fn pressing(row: &OrderRow) -> AnyView {
    let lang = use_lang();
    let counted = |words: crate::words::Text, some: i64| words.with(lang, &[("n", &some.to_string())]);
    let unread = row.counts.delivered - row.counts.read;
    if row.supervision > Supervision::Urged {
        let class = if row.supervision == Supervision::Red { "ck-overdue" } else { "ck-late" };
        view! { <span class=class>{t(supervision_text(row.supervision))}</span> }.into_any()
    } else if row.counts.late > 0 {
        view! { <span class="ck-overdue">{counted(w::LATE_PARTS, row.counts.late)}</span> }.into_any()
    } else if unread > 0 {
        view! { <span class="ck-late">{counted(w::UNREAD, unread)}</span> }.into_any()
    } else {
        row.next_due_at.map(|due| view! { <span class="ck-soft"><Left due /></span> }).into_any()
    }
}

fn order(row: OrderRow) -> AnyView {
    let pressing = pressing(&row);
    view! {
        <a class="ck-order" href=format!("/orders/{}", row.id) title=row.number>
            <span class="ck-order-head">{spoken_mark(row.level)} <b>{n(&row.title)}</b> {pressing}</span>
            <Progress4 counts=row.counts />
        </a>
    }
    .into_any()
}
