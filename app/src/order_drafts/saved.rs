//! `/orders/saved`: groups of recipients and templates that the centre keeps. Works without WASM.

use domain::order_drafts::OrderTemplate;
use domain::recipient_groups::RecipientGroup;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api::{RemoveGroup, RemoveTemplate, RenameGroup, saved_choices};
use super::words as w;
use crate::parts::{ActionTrouble, LevelMark, loaded};
use crate::words::{n, t, use_lang};

/// The page.
#[component]
pub fn SavedPage() -> impl IntoView {
    let rename = ServerAction::<RenameGroup>::new();
    let remove = ServerAction::<RemoveGroup>::new();
    let drop = ServerAction::<RemoveTemplate>::new();
    let done = move || rename.version().get() + remove.version().get() + drop.version().get();
    let saved = Resource::new(done, |_| saved_choices());
    view! {
        <Title text=t(w::SAVED) />
        <div class="page-head">
            <p class="way"><a href="/orders">{t(w::ORDERS)}</a></p>
            <h1>{t(w::SAVED)}</h1>
            <div class="actions"><a class="button primary" href="/orders/new">{t(w::NEW)}</a></div>
        </div>
        <div class="troubles">
            <ActionTrouble action=rename />
            <ActionTrouble action=remove />
            <ActionTrouble action=drop />
        </div>
        {loaded(saved, move |(groups, templates, own)| {
            view! { {group_card(groups, rename, remove)} {template_card(templates, own, drop)} }.into_any()
        })}
    }
}

fn group_card(
    groups: Vec<RecipientGroup>,
    rename: ServerAction<RenameGroup>,
    remove: ServerAction<RemoveGroup>,
) -> AnyView {
    let none = groups.is_empty().then(|| view! { <p class="quiet">{t(w::NO_GROUPS)}</p> });
    let line = |group: RecipientGroup| {
        let size = w::SIZE.with(use_lang(), &[("n", &group.size.to_string())]);
        view! {
            <li class="saved-line">
                <b>{group.name.clone()}</b>
                <span class="quiet">{size}</span>
                <details class="act">
                    <summary>{t(w::RENAME)}</summary>
                    <ActionForm action=rename>
                        <input type="hidden" name="id" value=group.id.to_string() />
                        <label class="field"><span>{t(w::GROUP_NAME)}</span><input name="name" required maxlength="60" value=group.name /></label>
                        <button class="button primary" type="submit">{t(w::RENAME)}</button>
                    </ActionForm>
                </details>
                <ActionForm action=remove>
                    <input type="hidden" name="id" value=group.id.to_string() />
                    <button class="button" type="submit">{t(w::REMOVE)}</button>
                </ActionForm>
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

fn template_card(templates: Vec<OrderTemplate>, own: String, drop: ServerAction<RemoveTemplate>) -> AnyView {
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
                    <ActionForm action=drop>
                        <input type="hidden" name="id" value=id />
                        <button class="button" type="submit">{t(w::REMOVE)}</button>
                    </ActionForm>
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
