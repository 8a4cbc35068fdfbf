//! Parts of forms.

use domain::{Fault, Refusal};
use leptos::prelude::*;
use leptos::server::ServerActionError;
use leptos::server_fn::ServerFn;
use leptos::server_fn::error::ServerFnUrlError;

use crate::asking::Trouble;
use crate::live::{settle_forms, use_now};
use crate::parts::TroubleNote;
use crate::words::{Text, t};

/// What went wrong with the last try of an action; nothing while all is well.
#[component]
pub fn ActionTrouble<F>(
    /// The action.
    action: ServerAction<F>,
) -> impl IntoView
where
    F: ServerFn<Error = Trouble> + Clone + Send + Sync + 'static,
    F::Output: Clone + Send + Sync + 'static,
{
    let value = action.value();
    Effect::new(move |_| {
        if value.with(|value| matches!(value, Some(Ok(_)))) {
            settle_forms();
        }
    });
    move || value.get().and_then(Result::err).map(|trouble| view! { <TroubleNote trouble=trouble /> })
}

/// The key of a form: sent twice it does its work once. Make it at the top of a page, so that it stays while the page
/// refreshes, and send it as the hidden field `key`. A centre's forms share their keys, so it is the moment to the µs.
#[must_use]
pub fn form_key() -> String {
    use_now().get_untracked().timestamp_micros().to_string()
}

fn is_about(trouble: &Trouble, name: &str) -> bool {
    matches!(&trouble.0, Fault::Refused(Refusal::Field { field, .. }) if field == name)
}

/// What is wrong with one field, said under it.
#[component]
pub fn FieldTrouble<F>(
    /// The action that the form calls.
    action: ServerAction<F>,
    /// The field, as refusals name it.
    field: &'static str,
) -> impl IntoView
where
    F: ServerFn<Error = Trouble> + Clone + Send + Sync + 'static,
    F::Output: Clone + Send + Sync + 'static,
{
    let value = action.value();
    let trouble = move || value.get().and_then(Result::err).filter(|trouble| is_about(trouble, field));
    move || trouble().map(|trouble| view! { <TroubleNote trouble=trouble /> })
}

/// What is wrong beside the fields that say their own trouble.
#[component]
pub fn OtherTrouble<F>(
    /// The action that the form calls.
    action: ServerAction<F>,
    /// The fields that say theirs.
    fields: &'static [&'static str],
) -> impl IntoView
where
    F: ServerFn<Error = Trouble> + Clone + Send + Sync + 'static,
    F::Output: Clone + Send + Sync + 'static,
{
    let value = action.value();
    let said = move |trouble: &Trouble| fields.iter().any(|field| is_about(trouble, field));
    let trouble = move || value.get().and_then(Result::err).filter(|trouble| !said(trouble));
    move || trouble().map(|trouble| view! { <TroubleNote trouble=trouble /> })
}

/// A required reason.
#[component]
pub fn ReasonField(
    /// What the reason is for, as its label.
    #[prop(into)]
    label: String,
    /// How the form names it.
    #[prop(default = "reason")]
    name: &'static str,
) -> impl IntoView {
    const HINT: Text = Text::new("必填,对方会看到", "Required; the other side will read it");
    view! {
        <label class="field">
            <span>{label}</span>
            <textarea name=name rows="2" maxlength="500" required placeholder=t(HINT)></textarea>
        </label>
    }
    .into_any()
}

/// What went wrong with the last plain form post of a server function that is no action (a multipart form), as the URL
/// that the server sent the reader back to says it; nothing while all is well.
#[must_use]
pub fn form_trouble<F>() -> Option<AnyView>
where
    F: ServerFn<Error = Trouble> + 'static,
{
    use_context::<ServerActionError>()
        .filter(|error| error.path() == F::PATH)
        .map(|error| ServerFnUrlError::<Trouble>::decode_err(error.err()))
        .map(|trouble| view! { <TroubleNote trouble=trouble /> }.into_any())
}
