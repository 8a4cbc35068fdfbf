//! A path that leads nowhere.

use domain::{Fault, Refusal};
use leptos::prelude::*;

use crate::asking::{Trouble, say_status};
use crate::parts::TroubleNote;
use crate::words::{Text, t};

/// Says so, with the status that says the same, and the way home.
#[component]
pub fn MissingPage() -> impl IntoView {
    const HOME: Text = Text::new("回首页", "Home");
    let fault = Fault::Refused(Refusal::NotFound);
    say_status(&fault);
    view! {
        <main class="alone" id="main">
            <TroubleNote trouble=Trouble(fault) />
            <a class="button" href="/">{t(HOME)}</a>
        </main>
    }
}
