//! 下令: the way from anything that may need an order to the form, filled in.

use leptos::prelude::*;

use super::{api::may_compose, words as w};
use crate::asking::Question;
use crate::parts::answered;
use crate::words::t;

/// A button that leads to the form; nothing for whom it is not.
#[component]
pub fn OrderLink(
    /// Where it comes from, as the form's URL says it: `event=12`.
    #[prop(into)]
    from: String,
) -> impl IntoView {
    let may = Question::new(|| (), |()| may_compose());
    let href = format!("/orders/new?{from}");
    let words = t(w::ORDER_HERE);
    answered(may, move |may| {
        (may == Ok(true))
            .then(|| view! { <a class="button" href=href.clone()>{words}</a> }.into_any())
            .into_any()
    })
}
