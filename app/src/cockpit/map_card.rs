//! The card beside the pointer: what it is on, and for a risk point that was clicked, what is known of it.

use domain::RiskPointId;
use domain::warnings::Level;
use leptos::prelude::*;

use super::api::risk_point_card;
use super::panel::{mark, standing};
use super::questions::Questions;
use super::strip::trouble;
use super::words as w;
use crate::asking::Question;
use crate::duty::on_duty;
use crate::map::Picked;
use crate::parts::answered;
use crate::words::{levels, n, t};

/// What the pointer is on.
pub(super) fn card(pick: Picked, asked: Questions) -> AnyView {
    let style = format!("left:{:.0}px;top:{:.0}px", pick.x, pick.y);
    let pinned = pick.how == "click";
    let level = Level::from_rank(pick.level);
    let words = move || level.map_or("", |level| t(levels::level_text(level)));
    let body = match pick.layer.as_str() {
        "land" => {
            let tiles = asked.strip.get_untracked().and_then(Result::ok).unwrap_or_default();
            let tile = tiles.into_iter().find(|tile| tile.centre.code == pick.code);
            tile.map(|tile| {
                let level = mark(standing(tile.level, false));
                view! { <b>{n(&tile.centre.name)}</b><span>{level} " " {trouble(&tile)}</span><span>{on_duty(tile.on_duty.as_ref())}</span><span class="ck-faint">{t(w::CLICK_IN)}</span> }
            })
            .into_any()
        }
        "alarms" => {
            let link = pinned.then(|| view! { <a class="ck-more" href=format!("/warnings/{}", pick.id)>{t(w::DETAILS)} " ›"</a> });
            view! { <b>{pick.title.clone()}</b><span>{mark(standing(level, false))} " " {words()}</span>{link} }.into_any()
        }
        "risk-points" if pinned => risk_point(RiskPointId(pick.id)),
        "risk-points" => {
            view! { <b>{t(w::LAYER_RISK_POINTS)}</b><span>{t(w::GRADE)} " " {words()}</span> }.into_any()
        }
        _ => view! { <b>{t(w::DEVICE)}</b><span class="ck-faint">{pick.kind.clone()}</span> }.into_any(),
    };
    view! { <div class="map-card" data-pinned=pinned.then_some("") style=style>{body}</div> }.into_any()
}

fn risk_point(id: RiskPointId) -> AnyView {
    let row = Question::new(|| (), move |()| risk_point_card(id));
    answered(row, |row| {
        let Ok(row) = row else { return ().into_any() };
        let now = row
            .warning
            .map(|level| view! { <span>{mark(level.as_str())} " " {t(levels::level_text(level))}</span> });
        view! {
            <b>{n(&row.name)}</b>
            <span>{n(&row.kind_name)} " · " {t(w::GRADE)} " " {t(levels::level_text(row.grade))}</span>
            <span class="ck-soft">{n(&row.centre.name)}</span>
            {now}
            <a class="ck-more" href=format!("/risk-points/{}", row.id)>{t(w::DETAILS)} " ›"</a>
        }
        .into_any()
    })
}
