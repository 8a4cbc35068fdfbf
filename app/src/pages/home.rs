//! `/`: sends each post to its own first page.

use domain::actors::{Actor, Right, Role};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::account::NoPages;
use crate::account::api::my_frame;
use crate::asking::Question;
use crate::parts::loaded;

/// Where a post starts: townships at what they owe, lane owners at their lanes, others at their cockpit; the system's
/// administrator at what they keep.
fn first_page(actor: &Actor) -> Option<String> {
    match actor.role {
        Role::TownshipStaff | Role::TownshipDirector => Some("/owed".to_owned()),
        Role::LaneOwner => Some(format!("/c/{}/lanes", actor.centre.code)),
        role if role.has(Right::ViewCity) => Some(format!("/c/{}", actor.centre.code)),
        Role::SystemAdmin => Some("/calendar".to_owned()),
        _ => None,
    }
}

/// Redirects; administrations without pages are told where they work.
#[component]
pub fn HomePage() -> impl IntoView {
    let resource = Question::new(|| (), |()| my_frame());
    loaded(resource, |frame| match first_page(&frame.actor) {
        Some(path) => view! { <Redirect path=path /> }.into_any(),
        None => view! { <NoPages frame=frame /> }.into_any(),
    })
}
