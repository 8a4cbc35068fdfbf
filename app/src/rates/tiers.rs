//! What share of the cases closed was solved at each tier, centre by centre.

use domain::centres::Tier;
use domain::rates::{CentreLine, Counts, Evaluation, Part, RateKind, solved_by_tier};
use leptos::prelude::*;

use super::figures::{Behind, fraction};
use super::words as w;
use crate::words::{figures, n, states, t};

/// The table, the centre itself first.
pub(super) fn tiers(all: &Evaluation, lane: &str) -> AnyView {
    let heads = solved_by_tier(&all.own.figures);
    let heads = heads.iter().map(|(tier, _)| {
        let words = t(states::tier_text(*tier));
        view! { <th scope="col" class="number">{words}</th> }
    });
    let span = all.span.to_string();
    let row = |line: &CentreLine, own: bool| {
        let behind = Behind { centre: line.centre.code.clone(), span: span.clone(), lane: lane.to_owned() };
        let name = if own { t(w::OWN).to_owned() } else { n(&line.centre.name) };
        let shares = solved_by_tier(&line.figures);
        let cells = shares.into_iter().map(|(tier, counts)| cell(tier, counts, &behind)).collect_view();
        view! { <tr><td class="cell-head">{name}</td>{cells}</tr> }
    };
    let lines: Vec<_> = all.lines.iter().map(|line| row(line, false)).collect();
    view! {
        <section class="card" id="tiers">
            <div class="card-head"><h2>{t(w::TIERS)}</h2><span>{t(w::TIERS_HINT)}</span></div>
            <div class="rates-wide">
                <table class="rows rates">
                    <thead><tr><th scope="col">{t(w::CENTRE)}</th>{heads.collect_view()}</tr></thead>
                    <tbody>{row(&all.own, true)} {lines}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// A share, and the way to its cases.
fn cell(tier: Tier, counts: Counts, behind: &Behind) -> AnyView {
    let percent = figures::percent(counts.percent(), 1);
    let value = if counts.numerator == 0 {
        percent.into_any()
    } else {
        view! { <a href=href(tier, behind)>{percent}</a> }.into_any()
    };
    view! {
        <td class="number" data-label=t(states::tier_text(tier))>{value} <small class="row-sub">{fraction(counts)}</small></td>
    }
    .into_any()
}

/// What a community and those below it solved is its rate's own; the others are told by the tier that was noted.
fn href(tier: Tier, behind: &Behind) -> String {
    if tier == Tier::Community {
        let cases = behind.href(RateKind::SolvedInCommunity.as_str());
        return format!("{cases}&part={}", Part::Numerator);
    }
    format!("{}&tier={tier}", behind.href(RateKind::SolvedInDistrict.as_str()))
}
