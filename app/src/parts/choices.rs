//! Fields of a list's filters.

use leptos::prelude::*;

use crate::words::{Text, t};

/// One choice of a select: what the URL says, and what the reader reads.
pub type Choice = (String, String);

/// A select whose first choice is "all".
#[component]
pub fn Select(
    /// Name of the URL's parameter.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// What the empty choice reads.
    #[prop(default = None)]
    all: Option<&'static str>,
    /// The choices.
    choices: Vec<Choice>,
    /// The value chosen now; empty for all.
    #[prop(into)]
    chosen: String,
) -> impl IntoView {
    const ALL: Text = Text::new("全部", "All");
    let all = all.unwrap_or(t(ALL));
    view! {
        <label class="field">
            <span>{label}</span>
            <select name=name>
                <option value="" selected=chosen.is_empty()>{all}</option>
                {choices
                    .into_iter()
                    .map(|(value, words)| {
                        let selected = value == chosen;
                        view! { <option value=value selected=selected>{words}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// A search by number, name or part of a title.
#[component]
pub fn SearchField(
    /// What can be searched for.
    hint: &'static str,
    /// What is searched for now.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    const SEARCH: Text = Text::new("搜索", "Search");
    view! {
        <label class="field field-search">
            <span>{t(SEARCH)}</span>
            <input type="search" name="search" maxlength="80" placeholder=hint value=value />
        </label>
    }
    .into_any()
}

/// A day of the city's calendar.
#[component]
pub fn DayField(
    /// Name of the URL's parameter.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// The day chosen now; empty for none.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input type="date" name=name value=value />
        </label>
    }
    .into_any()
}
