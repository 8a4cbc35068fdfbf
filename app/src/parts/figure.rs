//! A figure: never a number alone.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::parts::{CityTime, StaleMark};
use crate::words::{Text, t};

/// A value with its unit, data time and definition; opens the rows behind it.
#[component]
pub fn Figure(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The value, formatted (`words::figures`); "—" where there is none.
    #[prop(into)]
    value: String,
    /// Its unit.
    #[prop(into, optional)]
    unit: String,
    /// When it was measured or counted.
    #[prop(optional_no_strip, into, default = None)]
    at: Option<DateTime<Utc>>,
    /// Its definition 口径, in the tooltip.
    #[prop(into, optional)]
    definition: String,
    /// The page with the rows behind it; empty for none.
    #[prop(into, optional)]
    href: String,
    /// Data too old: hatched, with the time of the last value.
    #[prop(optional)]
    stale: bool,
    /// A class more, e.g. `figure-late`.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    const AS_OF: Text = Text::new("数据时间", "as of");
    let inner = view! {
        <span class="figure-label">{label}</span>
        <span class="figure-value">
            <b>{value}</b>
            {(!unit.is_empty()).then(|| view! { <small>{unit}</small> })}
        </span>
        {at.map(|at| view! { <span class="figure-at">{t(AS_OF)} " " <CityTime at=at /></span> })}
        {stale.then(|| view! { <StaleMark /> })}
    }
    .into_any();
    let class = format!("figure {class}{}", if stale { " hatched" } else { "" });
    let title = (!definition.is_empty()).then_some(definition);
    if href.is_empty() {
        view! { <div class=class title=title>{inner}</div> }.into_any()
    } else {
        view! { <a class=class title=title href=href>{inner}</a> }.into_any()
    }
}
