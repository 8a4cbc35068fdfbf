//! The worst open warnings.

use domain::centres::{CentreTag, Tier};
use domain::cockpit::Ribbon;
use domain::warnings::{WarningRow, WarningState};
use leptos::prelude::*;

use super::panel::{head, nothing, spoken_mark};

use super::words as w;
use crate::asking::Question;
use crate::parts::{CityTime, loaded};
use crate::words::figures::count;
use crate::words::states::warning_state;
use crate::words::{n, t};

/// The panel of warnings: the worst of all that are open.
pub(super) fn warnings(at: &CentreTag, rows: Vec<WarningRow>, ribbon: Question<Ribbon>) -> AnyView {
    let href = format!("/warnings?centre={}", at.code);
    if rows.is_empty() {
        let next = nothing(w::NO_WARNING, w::NO_WARNING_NEXT, href + "&state=cleared");
        return view! { {head(t(w::WARNINGS), ().into_any())} {next} }.into_any();
    }
    let some = rows.len();
    let shown =
        move |figures: Ribbon| format!("1–{some} / {}", count(figures.warnings.iter().sum())).into_any();
    let aside = view! { <a href=href title=t(w::WARNINGS)>{loaded(ribbon, shown)}</a> }.into_any();
    let tier = at.tier;
    let rows = rows.into_iter().map(|row| view! { <li>{warning(tier, row)}</li> }).collect_view();
    view! { {head(t(w::WARNINGS), aside)} <ol class="ck-rows">{rows}</ol> }.into_any()
}

/// Where something is, as seen from a tier: the district is named above districts only.
pub(super) fn place(tier: Tier, district: String, centre: String) -> String {
    if tier == Tier::City && district != centre { format!("{district} · {centre}") } else { centre }
}

fn warning(tier: Tier, row: WarningRow) -> AnyView {
    let state = warning_state(row.state);
    let class = if row.state == WarningState::Raised { "ck-late" } else { "ck-soft" };
    view! {
        <a class="ck-warning" href=format!("/warnings/{}", row.id) data-stale=row.stale.then_some("")>
            {spoken_mark(row.level)}
            <span class="ck-line"><b>{n(&row.title)}</b> <CityTime at=row.raised_at /></span>
            <span class="ck-line">
                <span class="ck-soft">{place(tier, n(&row.district), n(&row.centre.name))}</span>
                <span class=class>{t(state)}</span>
            </span>
        </a>
    }
    .into_any()
}
