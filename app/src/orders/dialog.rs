//! The one click in place: a button that says what it will do, and one confirmation in a dialog.

use leptos::ev::MouseEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::api::{Confirmation, IssueOrder};
use super::confirm::{OrderConfirm, button_words};
use super::words as w;
use crate::asking::Deed;
use crate::words::t;

/// For any page that shows an event on which the reader may order. Without WASM the button is a link to the page of
/// the confirmation, which says and does the same.
#[component]
pub fn IssueDialog(
    /// What one click would send.
    asked: Confirmation,
) -> impl IntoView {
    let issue = Deed::of::<IssueOrder>();
    let dialog = NodeRef::<Dialog>::new();
    let open = move |event: MouseEvent| {
        if let Some(dialog) = dialog.get_untracked()
            && dialog.show_modal().is_ok()
        {
            event.prevent_default();
        }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let (words, href) = (button_words(&asked), format!("/events/{}/order", asked.event.id));
    view! {
        <a class="button primary wide issue" href=href on:click=open>{words}</a>
        <dialog node_ref=dialog class="issue-dialog" aria-label=t(w::CONFIRM)>
            <div class="card-head">
                <h2>{t(w::CONFIRM)}</h2>
                <button class="button small" type="button" on:click=close>{t(w::CANCEL)}</button>
            </div>
            <OrderConfirm asked=asked issue=issue />
        </dialog>
    }
    .into_any()
}
