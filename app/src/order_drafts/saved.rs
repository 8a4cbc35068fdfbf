//! `/orders/saved`: groups of recipients and templates that the centre keeps. Works without WASM.

use domain::order_drafts::OrderTemplate;
use domain::recipient_groups::RecipientGroup;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api::{RemoveGroup, RemoveTemplate, RenameGroup, saved_choices};
use super::words as w;
use crate::asking::{Deed, Question};
use crate::parts::{DeedForm, DeedTrouble, LevelMark, loaded};
use crate::words::{n, t, use_lang};

/// The page.
#[component]
pub fn SavedPage() -> impl IntoView {
    let rename = Deed::of::<RenameGroup>();
    let remove = Deed::of::<RemoveGroup>();
    let drop = Deed::of::<RemoveTemplate>();
    let done = move || rename.times() + remove.times() + drop.times();
    let saved = Question::new(done, |_| saved_choices());
    view! {
        <Title text=t(w::SAVED) />
        <div class="page-head">
            <p class="way"><a href="/orders">{t(w::ORDERS)}</a></p>
            <h1>{t(w::SAVED)}</h1>
            <div class="actions"><a class="button primary" href="/orders/new">{t(w::NEW)}</a></div>
        </div>
        <div class="troubles">
            <DeedTrouble deed=rename />
            <DeedTrouble deed=remove />
            <DeedTrouble deed=drop />
        </div>
        {loaded(saved, move |(groups, templates, own)| {
            view! { {group_card(groups, rename, remove)} {template_card(templates, own, drop)} }.into_any()
        })}
    }
}

fn group_card(groups: Vec<RecipientGroup>, rename: Deed, remove: Deed) -> AnyView {
    let none = groups.is_empty().then(|| view! { <p class="quiet">{t(w::NO_GROUPS)}</p> });
    let line = |group: RecipientGroup| {
        let size = w::SIZE.with(use_lang(), &[("n", &group.size.to_string())]);
        view! {
            <li class="saved-line">
                <b>{group.name.clone()}</b>
                <span class="quiet">{size}</span>
                <details class="act">
                    <summary>{t(w::RENAME)}</summary>
                    <DeedForm deed=rename>
                        <input type="hidden" name="id" value=group.id.to_string() />
                        <label class="field"><span>{t(w::GROUP_NAME)}</span><input name="name" required maxlength="60" value=group.name /></label>
                        <button class="button primary" type="submit">{t(w::RENAME)}</button>
                    </DeedForm>
                </details>
                <DeedForm deed=remove>
                    <input type="hidden" name="id" value=group.id.to_string() />
                    <button class="button" type="submit">{t(w::REMOVE)}</button>
                </DeedForm>
            </li>
        }
    };
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::GROUPS)}</h2></div>
            {none}
            <ul>{groups.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn template_card(templates: Vec<OrderTemplate>, own: String, drop: Deed) -> AnyView {
    let none = templates.is_empty().then(|| view! { <p class="quiet">{t(w::NO_TEMPLATES)}</p> });
    let line = |template: OrderTemplate| {
        let removable = template.centre.code == own;
        let id = template.id.to_string();
        view! {
            <li class="saved-line">
                <LevelMark level=template.letter.level bare=true />
                <b>{template.letter.title}</b>
                <span class="quiet">{n(&template.centre.short)}</span>
                <a class="button" href=format!("/orders/new?template={id}")>{t(w::USE_TEMPLATE)}</a>
                {removable.then(|| view! {
                    <DeedForm deed=drop>
                        <input type="hidden" name="id" value=id />
                        <button class="button" type="submit">{t(w::REMOVE)}</button>
                    </DeedForm>
                })}
            </li>
        }
    };
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::TEMPLATES)}</h2></div>
            {none}
            <ul>{templates.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}
