//! The loop ribbon: sense, decide, supervise, review. Each step is a door.

use domain::cockpit::Ribbon;
use domain::names::Lang;
use domain::warnings::Level;
use leptos::prelude::*;

use super::panel::mark;
use super::words as w;
use crate::words::figures::{ABSENT, count, number, short_count};
use crate::words::{Text, t, use_lang};

/// One step.
struct Step {
    href: String,
    title: Text,
    long: Text,
    figure: AnyView,
    details: AnyView,
}

/// The four steps of a centre.
pub(super) fn ribbon(centre: &str, figures: &Ribbon) -> AnyView {
    let lang = use_lang();
    [
        sense(centre, figures),
        decide(centre, figures, lang),
        supervise(centre, figures, lang),
        review(centre, figures, lang),
    ]
    .map(step)
    .into_iter()
    .collect_view()
    .into_any()
}

fn step(step: Step) -> AnyView {
    let Step { href, title, long, figure, details } = step;
    view! {
        <li>
            <a href=href title=t(long)>
                <strong>{figure}</strong>
                <span><b>{t(title)}</b><span class="ck-soft">{details}</span></span>
            </a>
        </li>
    }
    .into_any()
}

fn sense(centre: &str, figures: &Ribbon) -> Step {
    let [blue, yellow, orange, red] = figures.warnings;
    let levels = [(Level::Red, red), (Level::Orange, orange), (Level::Yellow, yellow), (Level::Blue, blue)];
    let details = levels.map(|(level, some)| {
        let key = level.as_str();
        let word = t(w::level_short(level));
        let tone = (some > 0 && level >= Level::Orange).then_some(key);
        view! { <span class="ck-level" data-level=tone>{mark(key)} " " {word} " " {count(some)}</span> }
            .into_any()
    });
    Step {
        href: format!("/warnings?centre={centre}"),
        title: w::SENSE,
        long: w::SENSE_LONG,
        figure: count(figures.warnings.iter().sum()).into_any(),
        details: details.into_iter().collect_view().into_any(),
    }
}

/// A count that is coloured once there is something to count.
fn pressing(class: &'static str, words: Text, some: i64, lang: Lang) -> AnyView {
    let class = if some > 0 { class } else { "" };
    view! { <span class=class>{words.with(lang, &[("n", &short_count(some, lang))])}</span> }.into_any()
}

fn decide(centre: &str, figures: &Ribbon, lang: Lang) -> Step {
    Step {
        href: format!("/events?centre={centre}"),
        title: w::DECIDE,
        long: w::DECIDE_LONG,
        figure: short_count(figures.events_open, lang).into_any(),
        details: view! {
            <span>{t(w::OPEN_NOW)}</span>
            {pressing("ck-overdue", w::LATE, figures.events_late, lang)}
            {pressing("", w::TODAY, figures.events_today, lang)}
        }
        .into_any(),
    }
}

fn supervise(centre: &str, figures: &Ribbon, lang: Lang) -> Step {
    let figure = match figures.on_time {
        Some(share) => view! { {number(share, 1)}<small>"%"</small> }.into_any(),
        None => ABSENT.into_any(),
    };
    Step {
        href: format!("/orders?centre={centre}"),
        title: w::SUPERVISE,
        long: w::SUPERVISE_LONG,
        figure,
        details: view! {
            <span>{t(w::ON_TIME)}</span>
            {pressing("ck-late", w::SUPERVISED, figures.supervised, lang)}
        }
        .into_any(),
    }
}

fn review(centre: &str, figures: &Ribbon, lang: Lang) -> Step {
    Step {
        href: format!("/reviews?centre={centre}"),
        title: w::REVIEW,
        long: w::REVIEW_LONG,
        figure: count(figures.reviews_open).into_any(),
        details: view! {
            <span>{t(w::TO_REVIEW)}</span>
            {pressing("", w::IMPROVEMENTS, figures.improvements_open, lang)}
            {pressing("ck-overdue", w::OVERDUE, figures.improvements_late, lang)}
        }
        .into_any(),
    }
}
