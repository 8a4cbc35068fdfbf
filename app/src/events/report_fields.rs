//! The fields of a report.

use domain::centres::CentreHead;
use domain::events::NewEvent;
use domain::names::Name;
use domain::warnings::Level;
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{FieldTrouble, LevelMark};
use crate::words::{n, t};

/// The fields, filled in with what came back; what is typed is told to `typed`.
pub(super) fn fields(
    head: &CentreHead,
    categories: Vec<(String, Name)>,
    new: &NewEvent,
    typed: RwSignal<NewEvent>,
    report: Deed,
) -> AnyView {
    let centres = std::iter::once(&head.centre).chain(&head.children);
    let centres = centres.map(|centre| (centre.code.clone(), n(&centre.name))).collect();
    let categories = categories.into_iter().map(|(code, name)| (code, n(&name)));
    let choose = std::iter::once((String::new(), t(w::CHOOSE).to_owned()));
    view! {
        <label class="field">
            <span>{t(w::NEW_TITLE)}</span>
            <input name="new[title]" required maxlength="80" placeholder=t(w::NEW_TITLE_HINT) value=new.title.clone()
                on:change=move |event| typed.update(|new| new.title = event_target_value(&event)) />
            <FieldTrouble deed=report field="title" />
        </label>
        <label class="field">
            <span>{t(w::NEW_CATEGORY)}</span>
            <select name="new[category]" required
                on:change=move |event| typed.update(|new| new.category = event_target_value(&event))>
                {options(choose.chain(categories).collect(), &new.category)}
            </select>
            <FieldTrouble deed=report field="category" />
        </label>
        <label class="field">
            <span>{t(w::NEW_CENTRE)}</span>
            <select name="new[centre]" required
                on:change=move |event| typed.update(|new| new.centre = event_target_value(&event))>
                {options(centres, &new.centre)}
            </select>
            <FieldTrouble deed=report field="centre" />
        </label>
        {levels(new.level.unwrap_or(Level::Blue))}
        <label class="field">
            <span>{t(w::NEW_DESCRIPTION)}</span>
            <textarea name="new[description]" rows="5" maxlength="2000" placeholder=t(w::NEW_DESCRIPTION_HINT)>
                {new.description.clone()}
            </textarea>
            <FieldTrouble deed=report field="description" />
        </label>
    }
    .into_any()
}

fn options(choices: Vec<(String, String)>, chosen: &str) -> AnyView {
    let one = |(code, name): (String, String)| {
        let selected = code == chosen;
        view! { <option value=code selected=selected>{name}</option> }
    };
    choices.into_iter().map(one).collect_view().into_any()
}

fn levels(chosen: Level) -> AnyView {
    let one = |level: Level| {
        view! {
            <label class="level-choice">
                <input type="radio" name="new[level]" value=level.as_str() checked=level == chosen />
                <LevelMark level=level />
            </label>
        }
    };
    view! {
        <fieldset class="field level-choices">
            <legend>{t(w::LEVEL)}</legend>
            {Level::ALL.iter().copied().map(one).collect_view()}
        </fieldset>
    }
    .into_any()
}
