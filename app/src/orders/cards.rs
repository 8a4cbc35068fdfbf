//! An order's head, figures, event and readings.

use chrono::{DateTime, Utc};
use domain::orders::{OrderDetail, OrderRow, OrderSeries};
use leptos::prelude::*;

use super::words as w;
use crate::charts::Chart;
use crate::parts::{CityTime, Left, LevelMark, SupervisionMark};
use crate::words::figures::number;
use crate::words::{Text, moments, n, states, t, use_lang};

/// Rows of the table that says what the chart shows.
const TABLE_ROWS: usize = 48;

/// Where it comes from, its title and level.
pub(super) fn head(detail: &OrderDetail) -> AnyView {
    let (row, lang) = (&detail.row, use_lang());
    let plan = detail.plan.as_ref().map(|(id, name, version)| {
        let words =
            w::PLAN_VERSION.with(lang, &[("name", name.get(lang)), ("version", &version.to_string())]);
        view! { " · " <a href=format!("/plans/{id}")>{words}</a> }
    });
    let parent = detail.parent.map(|id| view! { " · " <a href=format!("/orders/{id}")>{t(w::PARENT)}</a> });
    view! {
        <p class="way">
            <a href="/orders">{t(w::TITLE)}</a>
            " › "
            {row.number.clone()}
            " · "
            {n(&row.issuer.name)}
            " "
            {detail.issued_by.clone()}
            " "
            <CityTime at=row.issued_at />
            {plan}
            {parent}
        </p>
        <h1>{n(&row.title)}</h1>
        <LevelMark level=row.level />
        <SupervisionMark supervision=row.supervision />
        {detail.corrected_at.map(|at| view! { <span class="mark level-orange">"▲ " {t(w::CORRECTED)} " " <CityTime at=at /></span> })}
        {row.recalled_at.is_some().then(|| view! { <span class="mark stale">"⊘ " {t(w::RECALLED)}</span> })}
        {(!detail.note.is_empty()).then(|| view! { <p class="order-note">{detail.note.clone()}</p> })}
    }
    .into_any()
}

/// 达·读·签·办 and the nearest time something is due.
pub(super) fn figures(row: &OrderRow) -> AnyView {
    let counts = row.counts;
    let one = |words: Text, some: i64| {
        let all = counts.all;
        view! {
            <div class="figure">
                <span class="figure-label">{t(words)}</span>
                <span class="figure-value"><b>{some} " / " {all}</b></span>
            </div>
        }
    };
    let due = match row.next_due_at {
        Some(due) => view! { <b class=format!("lamp-{}", row.lamp)><Left due=due /></b> }.into_any(),
        None => view! { <small>{t(w::NOTHING_DUE)}</small> }.into_any(),
    };
    view! {
        <div class="figures order-figures">
            {one(w::DELIVERED, counts.delivered)}
            {one(w::READ, counts.read)}
            {one(w::ACCEPTED, counts.accepted)}
            {one(w::DONE, counts.done)}
            <div class="figure">
                <span class="figure-label">{t(w::NEXT_DUE)}</span>
                <span class="figure-value">{due}</span>
            </div>
        </div>
    }
    .into_any()
}

/// The event the order is for.
pub(super) fn event_card(detail: &OrderDetail) -> Option<AnyView> {
    let event = detail.event.as_ref()?;
    let place = [n(&event.district), n(&event.centre.name)];
    let place = if place[0] == place[1] { place[1].clone() } else { place.join(" › ") };
    let card = view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::EVENT)}</h2></div>
            <dl class="facts">
                <dt>{t(w::NUMBER)}</dt>
                <dd><a href=format!("/events/{}", event.id)>{event.number.clone()}</a></dd>
                <dt>{t(w::EVENT)}</dt>
                <dd>{n(&event.title)}</dd>
                <dt>{t(w::SOURCE)}</dt>
                <dd>{t(states::event_source(event.source))}</dd>
                <dt>{t(w::PLACE)}</dt>
                <dd>{place}</dd>
                <dt>{t(w::CATEGORY)}</dt>
                <dd>{n(&event.category)}</dd>
                <dt>{t(w::EVENT_STATE)}</dt>
                <dd>{t(states::event_state(event.state))}</dd>
                <dt>{t(w::EVENT_DUE)}</dt>
                <dd title=moments::full(event.due_at)><CityTime at=event.due_at /></dd>
            </dl>
        </section>
    };
    Some(card.into_any())
}

/// What was measured while the order ran, drawn by the chart that the server prepared.
pub(super) fn series_card(detail: &OrderDetail, chart: Option<String>) -> Option<AnyView> {
    let (series, chart) = (detail.series.as_ref()?, chart?);
    let name = n(&series.name);
    let label = format!("{}: {name}", t(w::SERIES));
    let table = series_table(series);
    let card = view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::SERIES)}</h2><span>{name}</span></div>
            <Chart option=Signal::stored(chart) label=label height="16rem">{table}</Chart>
        </section>
    };
    Some(card.into_any())
}

/// The same as a table, latest first, behind a fold.
fn series_table(series: &OrderSeries) -> AnyView {
    let line = |(at, value): &(DateTime<Utc>, f64)| {
        let value = number(*value, u8::from(value.fract() != 0.0));
        view! { <tr><td><CityTime at=*at /></td><td class="number">{value}</td></tr> }
    };
    let lines = series.values.iter().rev().take(TABLE_ROWS).map(line).collect_view();
    view! {
        <details class="as-table">
            <summary>{t(w::AS_TABLE)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t(w::MEASURED)}</th>
                        <th scope="col" class="number">{n(&series.name)} " (" {series.unit.clone()} ")"</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </details>
    }
    .into_any()
}
