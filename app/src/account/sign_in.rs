//! `/sign-in`: a plain form, complete without WASM.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::{LookSwitches, words as w};
use crate::words::{Text, t};

/// Why the last try was refused, by the URL's `refused`.
fn refused(why: &str) -> Text {
    match why {
        "too_many" => w::REFUSED_MANY,
        "expired" | "signed_out" => w::REFUSED_EXPIRED,
        _ => w::REFUSED_WRONG,
    }
}

/// The form, the product's name, and the language.
#[component]
pub fn SignInPage() -> impl IntoView {
    let query = use_query_map().get_untracked();
    let why = query.get("refused").map(|why| t(refused(&why)));
    let to = query.get("to").filter(|to| to.starts_with('/') && !to.starts_with("//"));
    view! {
        <Title text=t(w::SIGN_IN) />
        <main class="sign-in" id="main">
            <form class="sign-in-card" method="post" action="/sign-in">
                <h1>{t(w::PRODUCT)}</h1>
                <p class="quiet">{t(w::PRODUCT_LONG)}</p>
                {why.map(|why| view! { <p class="trouble" role="alert" id="refused">"▲ " {why}</p> })}
                <input type="hidden" name="to" value=to.unwrap_or_default() />
                <label class="field">
                    <span>{t(w::NAME)}</span>
                    <input name="login" autocomplete="username" required autofocus maxlength="64" autocapitalize="none" spellcheck="false" />
                </label>
                <label class="field">
                    <span>{t(w::PASSWORD)}</span>
                    <input name="password" type="password" autocomplete="current-password" required maxlength="200" />
                </label>
                <button class="button primary wide" type="submit">{t(w::SIGN_IN)}</button>
            </form>
            <LookSwitches />
        </main>
    }
}
