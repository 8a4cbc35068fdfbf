//! 下令: the way from anything that may need an order to the form, filled in.

use leptos::prelude::*;

use super::{api::may_compose, words as w};
use crate::words::t;

/// A button that leads to the form; nothing for whom it is not.
#[component]
pub fn OrderLink(
    /// Where it comes from, as the form's URL says it: `event=12`.
    #[prop(into)]
    from: String,
) -> impl IntoView {
    let may = Resource::new(|| (), |()| may_compose());
    let href = StoredValue::new(format!("/orders/new?{from}"));
    view! {
        <Transition>
            {move || Suspend::new(async move {
                may.await.unwrap_or(false).then(|| view! { <a class="button" href=href.get_value()>{t(w::ORDER_HERE)}</a> })
            })}
        </Transition>
    }
}
