//! What went wrong, said in place.

use domain::{Fault, Refusal};
use leptos::prelude::*;

use crate::asking::Trouble;
use crate::words::refusals::fault_sentence;
use crate::words::{Text, t, use_lang};

/// A trouble as a note: what is wrong, what helps or who may.
#[component]
pub fn TroubleNote(
    /// The trouble.
    trouble: Trouble,
) -> impl IntoView {
    const SIGN_IN: Text = Text::new("去登录", "Sign in");
    let signed_out = trouble.0 == Fault::Refused(Refusal::SignedOut);
    view! {
        <div class="trouble" role="alert">
            <span class="mark-shape" aria-hidden="true">"▲"</span>
            <p>{fault_sentence(&trouble.0, use_lang())}</p>
            {signed_out.then(|| view! { <a class="button" href="/sign-in" rel="external">{t(SIGN_IN)}</a> })}
        </div>
    }
    .into_any()
}
