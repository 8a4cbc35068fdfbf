//! What a review measures: the stages' minutes, and each step's plan against actual.

use domain::reviews::{Deviation, ReviewMinutes};
use leptos::prelude::*;

use super::words as w;
use crate::words::{Text, figures, n, t, use_lang};

/// How long the stages took.
pub(super) fn stages(minutes: ReviewMinutes) -> AnyView {
    let stages = [
        (w::TO_ORDER, minutes.to_order),
        (w::TO_ACCEPTED, minutes.to_accepted),
        (w::TO_DONE, minutes.to_done),
        (w::TO_CLOSED, minutes.to_closed),
    ];
    let one = |(words, minutes): (Text, Option<i64>)| {
        view! {
            <div class="figure">
                <span class="figure-label">{t(words)}</span>
                <span class="figure-value">
                    <b>{minutes.map_or(figures::ABSENT.to_owned(), figures::count)}</b>
                    {minutes.map(|_| view! { <small>{t(w::MINUTES)}</small> })}
                </span>
            </div>
        }
    };
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::STAGES)}</h2></div>
            <div class="figures">{stages.map(one).into_iter().collect_view()}</div>
        </section>
    }
    .into_any()
}

/// Step by step: a bar for the time taken, a line where the plan's time ended.
pub(super) fn deviations(deviations: &[Deviation]) -> AnyView {
    let longest =
        deviations.iter().map(|d| d.planned_min.max(d.actual_min.unwrap_or(0))).max().unwrap_or(0).max(1);
    let rows = deviations.iter().map(|deviation| step(deviation, longest)).collect_view();
    let body = if deviations.is_empty() {
        view! { <p class="quiet">{t(w::NO_STEPS)}</p> }.into_any()
    } else {
        view! {
            <table class="rows">
                <thead>
                    <tr>
                        <th>{t(w::STEP)}</th>
                        <th class="number">{t(w::PLANNED)}</th>
                        <th class="number">{t(w::ACTUAL)}</th>
                        <th class="deviation-col"><span class="visually-hidden">{t(w::DEVIATIONS_HINT)}</span></th>
                        <th>{t(w::DIFFERENCE)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::DEVIATIONS)}</h2><span>{t(w::DEVIATIONS_HINT)}</span></div>
            {body}
        </section>
    }
    .into_any()
}

#[allow(clippy::cast_precision_loss, reason = "minutes of an event stay far below 2^52")]
fn step(deviation: &Deviation, longest: i64) -> AnyView {
    let share = |minutes: i64| minutes as f64 / longest as f64 * 100.0;
    let minutes = |minutes: i64| format!("{} {}", figures::count(minutes), t(w::MINUTES));
    let over = deviation.actual_min.map(|actual| actual - deviation.planned_min);
    let (class, words) = difference(over);
    let fill = format!("width:{:.1}%", share(deviation.actual_min.unwrap_or(0)));
    let line = format!("inset-inline-start:{:.1}%", share(deviation.planned_min));
    let fill_class = if over.is_some_and(|over| over > 0) { "deviation-fill over" } else { "deviation-fill" };
    view! {
        <tr>
            <td data-label=t(w::STEP)><b>{n(&deviation.action)}</b> " " <span class="quiet">{n(&deviation.recipient.name)}</span></td>
            <td class="number" data-label=t(w::PLANNED)>{minutes(deviation.planned_min)}</td>
            <td class="number" data-label=t(w::ACTUAL)>{deviation.actual_min.map_or(figures::ABSENT.to_owned(), minutes)}</td>
            <td class="deviation-col">
                <span class="deviation" aria-hidden="true">
                    <span class=fill_class style=fill></span>
                    <span class="deviation-line" style=line></span>
                </span>
            </td>
            <td class=class data-label=t(w::DIFFERENCE)>{words}</td>
        </tr>
    }
    .into_any()
}

fn difference(over: Option<i64>) -> (&'static str, String) {
    let lang = use_lang();
    match over {
        None => ("late", format!("◆ {}", t(w::NOT_DONE))),
        Some(0) => ("good", format!("✓ {}", t(w::ON_TIME))),
        Some(over) if over > 0 => {
            ("late", format!("◆ {}", w::OVER.with(lang, &[("n", &figures::count(over))])))
        }
        Some(under) => ("good", format!("✓ {}", w::UNDER.with(lang, &[("n", &figures::count(-under))]))),
    }
}
