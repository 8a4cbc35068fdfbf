//! Parts of forms.

use domain::{Fault, Refusal};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::asking::{Deed, Trouble, posted_trouble};
use crate::live::{settle_forms, use_now};
use crate::parts::TroubleNote;
use crate::words::{Text, t};

/// A form that does its deed with WASM without leaving the page, and without WASM all the same.
#[component]
pub fn DeedForm(
    /// What it does.
    deed: Deed,
    /// Its fields and button.
    children: Children,
) -> impl IntoView {
    view! {
        <form action=deed.url() method="post" on:submit=move |event| deed.submit(event)>
            {children()}
        </form>
    }
    .into_any()
}

/// What went wrong with the last try of a deed; nothing while all is well.
#[component]
pub fn DeedTrouble(
    /// The deed.
    deed: Deed,
) -> impl IntoView {
    Effect::new(move |_| {
        if deed.is_taken() {
            settle_forms(deed.url());
        }
    });
    deed_trouble(deed)
}

/// The same for a form that is left as it stands when it was taken, because what comes next takes its place.
pub fn deed_trouble(deed: Deed) -> AnyView {
    trouble_note(move || deed.trouble())
}

fn trouble_note(trouble: impl Fn() -> Option<Trouble> + Send + 'static) -> AnyView {
    (move || trouble().map(|trouble| view! { <TroubleNote trouble=trouble /> })).into_any()
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
pub fn FieldTrouble(
    /// What the form does.
    deed: Deed,
    /// The field, as refusals name it.
    field: &'static str,
) -> impl IntoView {
    trouble_note(move || deed.trouble().filter(|trouble| is_about(trouble, field)))
}

/// What is wrong beside the fields that say their own trouble.
#[component]
pub fn OtherTrouble(
    /// What the form does.
    deed: Deed,
    /// The fields that say theirs.
    fields: &'static [&'static str],
) -> impl IntoView {
    let said = move |trouble: &Trouble| fields.iter().any(|field| is_about(trouble, field));
    trouble_note(move || deed.trouble().filter(|trouble| !said(trouble)))
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
    posted_trouble(F::PATH).map(|trouble| view! { <TroubleNote trouble=trouble /> }.into_any())
}
