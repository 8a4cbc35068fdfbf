//! 下令: the way from anything that may need an order to the form, filled in.

use domain::actors::Right;
use leptos::prelude::*;

use super::words as w;
use crate::account::api::Frame;
use crate::asking::Question;
use crate::parts::answered;
use crate::words::t;

/// Draws what is for those alone who may order; nothing for others, and outside the desk's frame.
pub(super) fn for_issuers(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> Option<AnyView> {
    let frame = use_context::<Question<Frame>>()?;
    Some(answered(frame, move |frame| {
        let may = frame.is_ok_and(|frame| frame.actor.has(Right::IssueOrder).is_ok());
        may.then(&draw).into_any()
    }))
}

/// A button that leads to the form.
#[component]
pub fn OrderLink(
    /// Where it comes from, as the form's URL says it: `event=12`.
    #[prop(into)]
    from: String,
) -> impl IntoView {
    let href = format!("/orders/new?{from}");
    let words = t(w::ORDER_HERE);
    for_issuers(move || view! { <a class="button" href=href.clone()>{words}</a> }.into_any())
}
