//! The centres below as a tree of checkboxes, with a search once there is WASM.

use std::sync::Arc;

use domain::centres::{CentreTag, Tier};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::words as w;
use crate::words::{n, t, use_lang};

/// Districts with their townships; of a district's own tree the townships alone.
#[component]
pub(super) fn CentreTree(
    /// The centres, districts before their townships.
    below: Vec<CentreTag>,
    /// Codes that are chosen.
    chosen: Vec<String>,
) -> impl IntoView {
    let (search, awake) = (RwSignal::new(String::new()), RwSignal::new(false));
    Effect::new(move |_| awake.set(true));
    let chosen: Arc<[String]> = chosen.into();
    let mut branches: Vec<(Option<CentreTag>, Vec<CentreTag>)> = Vec::new();
    for centre in below {
        if centre.tier == Tier::District {
            branches.push((Some(centre), Vec::new()));
        } else if let Some((_, townships)) = branches.last_mut() {
            townships.push(centre);
        } else {
            branches.push((None, vec![centre]));
        }
    }
    // Enter in the search must not send the form.
    let stay = |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
        }
    };
    let branches = branches.into_iter().map(|branch| draw(branch, &chosen, search)).collect_view();
    view! {
        <fieldset class="field centre-tree">
            <legend>{t(w::ONE_BY_ONE)}</legend>
            <input type="search" class="centre-search" hidden=move || !awake.get() aria-label=t(w::SEARCH) placeholder=t(w::SEARCH)
                on:input=move |event| search.set(event_target_value(&event).trim().to_lowercase()) on:keydown=stay />
            <ul>{branches}</ul>
        </fieldset>
    }
}

type Branch = (Option<CentreTag>, Vec<CentreTag>);

fn draw((district, townships): Branch, chosen: &Arc<[String]>, search: RwSignal<String>) -> AnyView {
    let Some(district) = district else {
        let townships = townships.into_iter().map(|centre| view! { <li>{tick(centre, chosen, search)}</li> });
        return townships.collect_view().into_any();
    };
    let names: Vec<String> =
        std::iter::once(&district).chain(&townships).map(|centre| n(&centre.name).to_lowercase()).collect();
    let found = move || search.with(|text| text.is_empty() || names.iter().any(|name| name.contains(text)));
    let begun = townships.iter().any(|centre| chosen.contains(&centre.code));
    let open = move || begun || search.with(|text| !text.is_empty());
    let words = w::TOWNSHIPS.with(use_lang(), &[("n", &townships.len().to_string())]);
    let townships: Vec<_> = townships.into_iter().map(|centre| tick(centre, chosen, search)).collect();
    view! {
        <li class="centre-branch" hidden=move || !found()>
            {tick(district, chosen, RwSignal::new(String::new()))}
            {(!townships.is_empty()).then(|| view! {
                <details open=open><summary>{words}</summary><div class="centre-leaves">{townships}</div></details>
            })}
        </li>
    }
    .into_any()
}

fn tick(centre: CentreTag, chosen: &Arc<[String]>, search: RwSignal<String>) -> AnyView {
    let (name, checked) = (n(&centre.name), chosen.contains(&centre.code));
    let lower = name.to_lowercase();
    let hidden = move || search.with(|text| !text.is_empty() && !lower.contains(text));
    view! {
        <label class="field-line" hidden=hidden>
            <input type="checkbox" name="spec[choice][centres][]" value=centre.code checked=checked />
            {name}
        </label>
    }
    .into_any()
}
