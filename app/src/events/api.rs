//! What pages ask about events, and what they do to them.

use domain::EventId;
use domain::events::{EventDetail, EventFilter, EventMove, EventRow};
use domain::names::Name;
use domain::pages::Page;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};

use crate::asking::{Get, Trouble};

/// Events of a centre.
#[server(prefix = "/api", endpoint = "events/list", protocol = Get)]
pub async fn list_events(filter: EventFilter) -> Result<Page<EventRow>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.events.events(&actor, filter).await)
}

/// Categories for the form and the filter.
#[server(prefix = "/api", endpoint = "events/categories", protocol = Get)]
pub async fn event_categories() -> Result<Vec<(String, Name)>, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.events.categories(&actor).await)
}

/// One event.
#[server(prefix = "/api", endpoint = "events/one", protocol = Get)]
pub async fn one_event(id: EventId) -> Result<EventDetail, Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.events.event(&actor, id).await)
}

/// Takes a report (the fields of [`domain::events::NewEvent`] as `new[…]`, files `photos` and `voice`), and sends the
/// reporter on to the new event; back to the form, where it may be about an old one or something is not right.
#[server(prefix = "/api", endpoint = "events/report", input = MultipartFormData)]
pub async fn report_event(form: MultipartData) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    super::asked::reported(desks, actor, form).await
}

/// Moves a case by hand.
#[server(prefix = "/api", endpoint = "events/step")]
pub async fn step_event(
    id: EventId,
    step: EventMove,
    #[server(default)] reason: String,
) -> Result<(), Trouble> {
    let (desks, actor) = crate::asking::asked()?;
    crate::asking::answer(desks.events.step(&actor, id, step, reason).await).map(|_| ())
}
