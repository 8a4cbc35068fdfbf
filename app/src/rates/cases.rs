//! `/evaluation/cases`: the cases behind a figure, and appealing one of them.

use domain::exports::ExportList;
use domain::live::Topic;
use domain::rates::{CountedCases, CountedFilter, CountedRow, Definition, Part, RateKind};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{FileAppeal, list_counted};
use super::figures::{Behind, fraction};
use super::{why, words as w};
use crate::asking::{Deed, Question};
use crate::exports::export_form;
use crate::live::use_live;
use crate::parts::{CityTime, DeedTrouble, Empty, EmptyKind, Pager, form_key, loaded};
use crate::words::{figures, n, states, t, use_lang};

/// The list.
#[component]
pub fn CountedPage() -> impl IntoView {
    let (query, changed, appeal) = (use_query_map(), use_live(&[Topic::Rates]), Deed::of::<FileAppeal>());
    let key = form_key();
    let filter = Memo::new(move |_| {
        let query = query.get();
        let text = |name: &str| query.get(name).filter(|text| !text.is_empty());
        CountedFilter {
            rate: text("rate").and_then(|text| text.parse().ok()).unwrap_or(RateKind::ClosedInTime),
            centre: text("centre").unwrap_or_default(),
            span: text("span").unwrap_or_default(),
            lane: text("lane").unwrap_or_default(),
            part: text("part").and_then(|text| text.parse().ok()),
            tier: text("tier").and_then(|text| text.parse().ok()),
            after: text("after"),
        }
    });
    let cases = Question::new(
        move || (filter.get(), changed.get(), appeal.times()),
        |(filter, ..)| list_counted(filter),
    );
    view! {
        <Title text=t(w::CASES) />
        <DeedTrouble deed=appeal />
        {loaded(cases, move |cases| draw(cases, &filter.get_untracked(), appeal, key.clone()))}
    }
}

fn draw(cases: CountedCases, filter: &CountedFilter, appeal: Deed, key: String) -> AnyView {
    let export = export_form(&ExportList::Cases(filter.clone()), key);
    let CountedCases { definition, centre, span, figure, page } = cases;
    let behind = Behind { centre: centre.code.clone(), span: span.to_string(), lane: filter.lane.clone() };
    let part = filter.part.unwrap_or(Part::Denominator);
    let tab = |each: &Part| {
        let href = format!("{}&part={each}", behind.href(definition.rate.as_str()));
        view! { <a href=href aria-current=(*each == part).then_some("page")>{t(w::part(*each))}</a> }
    };
    let tabs = Part::ALL.iter().map(tab).collect_view();
    let was = figure.published.map(|was| {
        let said = format!("{} ({})", figures::percent(was.percent(), 1), fraction(was));
        w::PUBLISHED.with(use_lang(), &[("figure", &said)])
    });
    let back = format!("/evaluation?centre={}&span={span}", centre.code);
    let meaning = format!("/evaluation/rates#{}", definition.rate);
    view! {
        <div class="page-head">
            <p class="way"><a href=back>{t(w::TITLE)}</a> " › " {n(&centre.name)} " · " {span.to_string()}</p>
            <h1>{n(&definition.name)} " " {figures::percent(figure.counts.percent(), 1)}</h1>
            <span class="quiet">{fraction(figure.counts)} " " {was}</span>
            <div class="actions"><a class="button" href=meaning>{t(w::DEFINITIONS)}</a></div>
        </div>
        <nav class="tabs">{tabs}</nav>
        <section class="card">{rows(page.rows, &definition, appeal)} <div class="list-foot"><Pager total=page.total more=page.more next=page.next />{export}</div></section>
    }
    .into_any()
}

fn rows(rows: Vec<CountedRow>, definition: &Definition, appeal: Deed) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty kind=EmptyKind::NothingYet next=t(w::NONE) /> }.into_any();
    }
    let rows = rows.into_iter().map(|row| line(row, definition, appeal)).collect_view();
    view! {
        <table class="rows">
            <thead>
                <tr>
                    <th scope="col">{t(w::CASE)}</th>
                    <th scope="col">{t(w::CENTRE)}</th>
                    <th scope="col">{t(w::COUNTED_AT)}</th>
                    <th scope="col">{t(w::COUNTS)}</th>
                    <th scope="col">{t(w::WHY)}</th>
                    <th scope="col">{t(w::APPEAL)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn line(row: CountedRow, definition: &Definition, appeal: Deed) -> AnyView {
    let lang = use_lang();
    let why = why::why(&row, definition);
    let revised = row.revision.map(|(id, at)| {
        let words = w::REVISION.with(lang, &[("id", &id.to_string())]);
        view! { <a class="row-sub" href="/evaluation/appeals">"↻ " {words}</a> " " <CityTime at=at /> }
    });
    let stands = row.appeal.map(|(_, state)| {
        view! { <a class="chip" href="/evaluation/appeals">{t(states::appeal_state(state))}</a> }
    });
    let form = row.may_appeal.then(|| why::appeal_form(&row, appeal));
    view! {
        <tr>
            <td class="cell-head">
                <a class="row-title" href=format!("/events/{}", row.event)>{n(&row.title)}</a>
                <small class="row-sub">{row.number}</small>
            </td>
            <td data-label=t(w::CENTRE)>{n(&row.centre.short)}</td>
            <td class="fit" data-label=t(w::COUNTED_AT)><CityTime at=row.at /></td>
            <td class="fit" data-label=t(w::COUNTS)>{fraction(row.counts)}</td>
            <td data-label=t(w::WHY)>{why} {revised}</td>
            <td data-label=t(w::APPEAL)>{stands} {form}</td>
        </tr>
    }
    .into_any()
}
