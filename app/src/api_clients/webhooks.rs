//! A system's webhooks, and the form that adds one.

use domain::ApiClientId;
use domain::webhooks::{WebhookRow, WebhookTopic};
use leptos::prelude::*;

use super::words as w;
use crate::asking::Deed;
use crate::parts::{DeedForm, FieldTrouble, OtherTrouble};
use crate::words::t;

/// The webhooks.
pub(super) fn webhooks_card(rows: Vec<WebhookRow>, remove: Deed) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="card">
            <div class="card-head"><h2>{t(w::WEBHOOKS)}</h2></div>
            <table class="rows">
                <thead>
                    <tr>
                        <th scope="col">{t(w::URL)}</th>
                        <th scope="col">{t(w::TOPICS)}</th>
                        <th scope="col">{t(w::WAITING)}</th>
                        <th></th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(|row| line(row, remove)).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn line(row: WebhookRow, remove: Deed) -> AnyView {
    let topics = row.topics.iter().map(|topic| t(w::topic_text(*topic))).collect::<Vec<_>>().join(" · ");
    view! {
        <tr>
            <td class="cell-head"><code>{row.url.clone()}</code></td>
            <td data-label=t(w::TOPICS)>{topics}</td>
            <td class="fit" data-label=t(w::WAITING)>{row.waiting}</td>
            <td class="fit">
                <DeedForm deed=remove>
                    <input type="hidden" name="id" value=row.id.to_string() />
                    <button class="button small" type="submit">{t(w::REMOVE)}</button>
                </DeedForm>
            </td>
        </tr>
    }
    .into_any()
}

/// The form.
pub(super) fn add_form(client: ApiClientId, secret: String, add: Deed) -> AnyView {
    let topic = |topic: &WebhookTopic| {
        view! {
            <label class="tick">
                <input type="checkbox" name="new[topics][]" value=topic.as_str() checked />
                {t(w::topic_text(*topic))}
            </label>
        }
    };
    view! {
        <section class="card form-card">
            <div class="card-head"><h2>{t(w::ADD_WEBHOOK)}</h2></div>
            <OtherTrouble deed=add fields=&["url", "topics", "secret"] />
            <DeedForm deed=add>
                <input type="hidden" name="client" value=client.to_string() />
                <label class="field">
                    <span>{t(w::URL)}</span>
                    <input type="url" name="new[url]" maxlength="500" required placeholder="https://" />
                </label>
                <FieldTrouble deed=add field="url" />
                <fieldset class="field">
                    <legend>{t(w::TOPICS)}</legend>
                    {WebhookTopic::ALL.iter().map(topic).collect_view()}
                </fieldset>
                <FieldTrouble deed=add field="topics" />
                <label class="field">
                    <span>{t(w::SECRET)}</span>
                    <input name="new[secret]" value=secret minlength="16" maxlength="200" required autocomplete="off" spellcheck="false" />
                    <small class="quiet">{t(w::SECRET_ONCE)}</small>
                </label>
                <FieldTrouble deed=add field="secret" />
                <button class="button primary wide" type="submit" disabled=move || add.is_under_way()>{t(w::ADD_WEBHOOK)}</button>
            </DeedForm>
        </section>
    }
    .into_any()
}
