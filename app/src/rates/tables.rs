//! The tables: centres, lanes, and people.

use domain::rates::{CentreLine, Definition, Evaluation, NamedLine};
use leptos::prelude::*;

use super::figures::{Behind, cell};
use super::words as w;
use crate::words::{Text, n, t, use_lang};

/// The heads of the rates: each leads to its definition and says what is counted.
fn heads(rates: &[Definition]) -> AnyView {
    let head = |rate: &Definition| {
        let title = format!("{} ÷ {}", n(&rate.numerator), n(&rate.denominator));
        let href = format!("/evaluation/rates#{}", rate.rate);
        view! { <th scope="col" class="number"><a href=href title=title>{n(&rate.name)}</a></th> }
    };
    rates.iter().map(head).collect_view().into_any()
}

fn cells(figures: &[domain::rates::Figure], rates: &[Definition], behind: Option<&Behind>) -> Vec<AnyView> {
    figures.iter().zip(rates).map(|(figure, rate)| cell(*figure, n(&rate.name), behind)).collect()
}

/// Centres side by side, the centre itself first.
pub(super) fn centres(evaluation: &Evaluation, lane: &str) -> AnyView {
    let span = evaluation.span.to_string();
    let rates = &evaluation.rates;
    let drawn = |line: &CentreLine, own: bool| {
        let behind = Behind { centre: line.centre.code.clone(), span: span.clone(), lane: lane.to_owned() };
        let href = format!("/evaluation?centre={}&span={span}&lane={lane}", line.centre.code);
        let name = if own { t(w::OWN).to_owned() } else { n(&line.centre.name) };
        let rank = match line.rank {
            None => t(w::TOO_FEW).to_owned(),
            Some(rank) => {
                let all = line.ranked.to_string();
                w::RANK_OF.with(use_lang(), &[("n", &rank.to_string()), ("all", &all)])
            }
        };
        let rank = (!own).then(|| view! { {rank} <small class="row-sub">{n(&line.group)}</small> });
        let class = (!own && line.rank.is_none()).then_some("rate-unranked");
        view! {
            <tr class=class>
                <td class="cell-head"><a class="row-title" href=href>{name}</a></td>
                <td class="fit" data-label=t(w::RANK)>{rank}</td>
                {cells(&line.figures, rates, Some(&behind))}
            </tr>
        }
        .into_any()
    };
    let own = drawn(&evaluation.own, true);
    let lines: Vec<AnyView> = evaluation.lines.iter().map(|each| drawn(each, false)).collect();
    view! {
        <table class="rows rates">
            <thead>
                <tr>
                    <th scope="col">{t(w::CENTRE)}</th>
                    <th scope="col">{t(w::RANK)}</th>
                    {heads(rates)}
                </tr>
            </thead>
            <tbody>{own} {lines}</tbody>
        </table>
    }
    .into_any()
}

/// The centre's figures by lane.
pub(super) fn lanes(evaluation: &Evaluation) -> AnyView {
    let (centre, span) = (evaluation.centre.code.clone(), evaluation.span.to_string());
    let behind = |line: &NamedLine| {
        Some(Behind { centre: centre.clone(), span: span.clone(), lane: line.code.clone() })
    };
    named(&evaluation.lanes, &evaluation.rates, w::LANE, w::NO_LANES, behind)
}

/// By post and person.
pub(super) fn people(lines: &[NamedLine], rates: &[Definition]) -> AnyView {
    // Of the steps only: nobody closes a case alone.
    let counted = |place: usize| lines.iter().any(|line| line.figures[place].counts.denominator != 0);
    let places: Vec<usize> = (0..rates.len()).filter(|place| counted(*place)).collect();
    let rates: Vec<Definition> = places.iter().map(|place| rates[*place].clone()).collect();
    let of = |line: &NamedLine| NamedLine {
        figures: places.iter().map(|place| line.figures[*place]).collect(),
        ..line.clone()
    };
    let lines: Vec<NamedLine> = lines.iter().map(of).collect();
    named(&lines, &rates, w::PERSON, w::NO_PEOPLE, |_| None)
}

fn named(
    lines: &[NamedLine],
    rates: &[Definition],
    head: Text,
    none: Text,
    behind: impl Fn(&NamedLine) -> Option<Behind>,
) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="quiet">{t(none)}</p> }.into_any();
    }
    let row = |line: &NamedLine| {
        view! {
            <tr>
                <td class="cell-head">{n(&line.name)}</td>
                {cells(&line.figures, rates, behind(line).as_ref())}
            </tr>
        }
    };
    view! {
        <table class="rows rates">
            <thead><tr><th scope="col">{t(head)}</th> {heads(rates)}</tr></thead>
            <tbody>{lines.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
