//! The fields of a report.

use domain::Refusal;
use domain::centres::CentreHead;
use domain::events::{EventSource, KeptReport, NewEvent};
use domain::names::Name;
use domain::warnings::Level;
use leptos::prelude::*;

use super::words as w;
use super::{report_files, report_place};
use crate::parts::{LevelMark, TroubleNote};
use crate::words::states::event_source;
use crate::words::{n, t};

/// The fields, filled in with what came back; what is typed is told to `typed`.
pub(super) fn fields(
    head: &CentreHead,
    categories: Vec<(String, Name)>,
    kept: &KeptReport,
    typed: RwSignal<NewEvent>,
) -> AnyView {
    let (new, trouble) = (&kept.new, kept.trouble.as_ref());
    let centres = std::iter::once(&head.centre).chain(&head.children);
    let centres = centres.map(|centre| (centre.code.clone(), n(&centre.name))).collect();
    let categories = categories.into_iter().map(|(code, name)| (code, n(&name)));
    let choose = std::iter::once((String::new(), t(w::CHOOSE).to_owned()));
    view! {
        <label class="field">
            <span>{t(w::NEW_TITLE)}</span>
            <input name="new[title]" required maxlength="80" placeholder=t(w::NEW_TITLE_HINT) value=new.title.clone()
                on:change=move |event| typed.update(|new| new.title = event_target_value(&event)) />
            {said(trouble, "title")}
        </label>
        <label class="field">
            <span>{t(w::NEW_CATEGORY)}</span>
            <select name="new[category]" required
                on:change=move |event| typed.update(|new| new.category = event_target_value(&event))>
                {options(choose.chain(categories).collect(), &new.category)}
            </select>
            {said(trouble, "category")}
        </label>
        <label class="field">
            <span>{t(w::NEW_CENTRE)}</span>
            <select name="new[centre]" required
                on:change=move |event| typed.update(|new| new.centre = event_target_value(&event))>
                {options(centres, &new.centre)}
            </select>
            {said(trouble, "centre")}
        </label>
        {report_place::fields(new, trouble, typed)}
        {levels(new.level.unwrap_or(Level::Blue))}
        <label class="field">
            <span>{t(w::NEW_DESCRIPTION)}</span>
            <textarea name="new[description]" rows="5" maxlength="2000" placeholder=t(w::NEW_DESCRIPTION_HINT)>
                {new.description.clone()}
            </textarea>
            {said(trouble, "description")}
        </label>
        {report_files::fields(&kept.files, trouble)}
        {caller(new, trouble)}
        {new.draft.map(|id| view! { <input type="hidden" name="new[draft]" value=id.to_string() /> })}
    }
    .into_any()
}

/// What is wrong with one field, said under it.
pub(super) fn said(trouble: Option<&Refusal>, name: &str) -> Option<AnyView> {
    let about = trouble.filter(|trouble| matches!(trouble, Refusal::Field { field, .. } if field == name))?;
    Some(view! { <TroubleNote trouble=about.clone().into() /> }.into_any())
}

/// Where the report came from, and who can be asked.
fn caller(new: &NewEvent, trouble: Option<&Refusal>) -> AnyView {
    let sources =
        EventSource::TOLD.iter().map(|source| (source.to_string(), t(event_source(*source)).to_owned()));
    let chosen = new.source.unwrap_or(EventSource::Person);
    view! {
        <label class="field">
            <span>{t(w::SOURCE)}</span>
            <select name="new[source]">{options(sources.collect(), chosen.as_str())}</select>
            {said(trouble, "source")}
        </label>
        <label class="field">
            <span>{t(w::CONTACT_NAME)}</span>
            <input name="new[contact_name]" maxlength="40" autocomplete="off" value=new.contact_name.clone() />
            {said(trouble, "contact_name")}
        </label>
        <label class="field">
            <span>{t(w::CONTACT_PHONE)}</span>
            <input name="new[contact_phone]" type="tel" maxlength="30" autocomplete="off" value=new.contact_phone.clone() />
            <small class="quiet">{t(w::CONTACT_HINT)}</small>
            {said(trouble, "contact_phone")}
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
