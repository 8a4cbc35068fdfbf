//! `/evaluation/rates`: what each rate means.

use domain::rates::Definition;
use leptos::prelude::*;
use leptos_meta::Title;

use super::{api::rate_definitions, words as w};
use crate::asking::Question;
use crate::parts::loaded;
use crate::words::{n, t, use_lang};

/// The list.
#[component]
pub fn RatesPage() -> impl IntoView {
    let all = Question::new(|| (), |()| rate_definitions());
    view! {
        <Title text=t(w::DEFINITIONS) />
        <div class="page-head">
            <p class="way"><a href="/evaluation">{t(w::TITLE)}</a></p>
            <h1>{t(w::DEFINITIONS)}</h1>
        </div>
        {loaded(all, |all| all.iter().map(definition).collect_view().into_any())}
    }
}

fn definition(rate: &Definition) -> AnyView {
    let version = w::VERSION
        .with(use_lang(), &[("n", &rate.version.to_string()), ("day", &rate.in_force_from.to_string())]);
    let facts = [
        (w::NUMERATOR, n(&rate.numerator)),
        (w::DENOMINATOR, n(&rate.denominator)),
        (w::PERIOD, n(&rate.period)),
        (w::EXCLUSIONS, n(&rate.exclusions)),
        (w::SOURCE, rate.source.clone()),
    ];
    let fact = |(head, words)| view! { <dt>{t(head)}</dt><dd>{words}</dd> };
    view! {
        <section class="card" id=rate.rate.as_str()>
            <div class="card-head"><h2>{n(&rate.name)}</h2><span>{version}</span></div>
            <dl class="facts">{facts.map(fact).into_iter().collect_view()}</dl>
        </section>
    }
    .into_any()
}
