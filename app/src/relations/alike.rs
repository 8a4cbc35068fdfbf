//! Cases that may be the same: on a case's page, and below the form of a report.

use domain::events::NewEvent;
use domain::relations::{Alike, AlikeQuery};
use leptos::prelude::*;

use super::lines::line;
use super::words as w;
use crate::words::{t, use_lang};

/// How far away it is, and of what kind.
fn closeness(alike: &Alike) -> AnyView {
    let metres = format!("{:.0}", alike.distance_m);
    let kind = if alike.same_category { w::SAME_CATEGORY } else { w::SAME_CLASS };
    view! { " · " {w::AWAY.with(use_lang(), &[("m", &metres)])} " · " {t(kind)} }.into_any()
}

/// The candidates as lines; nothing where there are none.
pub(super) fn alike_lines(alike: &[Alike]) -> Option<AnyView> {
    let all = alike.iter().map(|one| view! { <li class="order-line">{line(&one.row, closeness(one))}</li> });
    (!alike.is_empty()).then(|| {
        view! {
            <h3 class="facts-more">{t(w::ALIKE)}</h3>
            <ul class="order-lines">{all.collect_view()}</ul>
        }
        .into_any()
    })
}

/// The candidates below a report's form, with what the reporter may say: it is that one, or another one all the same. The
/// buttons stand after the form's own, so that the enter key presses none of them.
#[must_use]
pub fn candidates(alike: &[Alike]) -> AnyView {
    if alike.is_empty() {
        return ().into_any();
    }
    let choice = |one: &Alike| {
        let join = one.row.state.is_open().then(|| {
            view! {
                <button class="button" type="submit" name="new[join]" value=one.row.number.clone()>
                    {t(w::JOIN)}
                </button>
            }
        });
        view! { <li class="order-line">{line(&one.row, closeness(one))} {join}</li> }
    };
    view! {
        <section class="alike" aria-live="polite">
            <h2>{t(w::MAY_BE)}</h2>
            <p class="quiet">{t(w::JOIN_HINT)}</p>
            <ul class="order-lines">{alike.iter().map(choice).collect_view()}</ul>
            <button class="button primary" type="submit" name="new[anyway]" value="true">{t(w::ANYWAY)}</button>
        </section>
    }
    .into_any()
}

/// What candidates are looked for by, once a form says enough.
#[must_use]
pub fn about_filled(new: &NewEvent) -> Option<AlikeQuery> {
    let (centre, category, title) = (new.centre.clone(), new.category.clone(), new.title.clone());
    let (longitude, latitude) = (new.longitude.clone(), new.latitude.clone());
    (!category.is_empty()).then_some(AlikeQuery { centre, category, title, longitude, latitude })
}
