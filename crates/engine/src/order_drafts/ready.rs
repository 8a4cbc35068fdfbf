//! What a draft would send to whom: every check, made when it is shown and again when it is sent.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::calendar::WorkCalendar;
use domain::order_drafts::{OrderSpec, Receipts, area};
use domain::refusal::{optional_text, required_text};
use domain::warnings::Level;
use domain::{EventId, PlanId, RecipientGroupId, Refusal, Remedy};
use store::PgConnection;
use store::order_drafts::{Chosen, Named};

use crate::Error;

/// A letter that may be sent.
#[derive(Debug)]
pub(super) struct Checked {
    pub title: String,
    pub text: String,
    pub level: Level,
    pub due_at: DateTime<Utc>,
    pub receipts: Receipts,
    pub event: Option<EventId>,
    pub plan: Option<PlanId>,
}

/// What is written, checked.
pub(super) fn letter_of(
    spec: &OrderSpec,
    now: DateTime<Utc>,
    calendar: &WorkCalendar,
) -> Result<Checked, Refusal> {
    let letter = &spec.letter;
    Ok(Checked {
        title: required_text("title", &letter.title, 200)?,
        text: optional_text("text", &letter.text, 2000)?,
        level: letter.level,
        due_at: letter.due_at(now, calendar)?,
        receipts: letter.receipts()?,
        event: number("event", &spec.event)?.map(EventId),
        plan: number("plan", &spec.plan)?.map(PlanId),
    })
}

/// Whom a choice names: those inside the actor's scope, and those outside that were drawn with them. What was named one by one
/// must lie inside, or help in the case that the order is on, whose lead the actor's centre is.
pub(crate) async fn recipients_of(
    connection: &mut PgConnection,
    actor: &Actor,
    OrderSpec { choice, event, .. }: &OrderSpec,
    now: DateTime<Utc>,
) -> Result<(Vec<Chosen>, Vec<Chosen>), Error> {
    let helpers = helpers(&mut *connection, actor, event).await?;
    let named_codes = choice.centres.iter().chain(Some(&choice.townships_of).filter(|code| !code.is_empty()));
    let codes: Vec<String> = named_codes.filter(|code| !helpers.contains(code)).cloned().collect();
    if let Some(code) = store::order_drafts::unknown_code(&mut *connection, &codes, &actor.scope).await? {
        return Err(Refusal::unknown("centres", code).into());
    }
    let drawn = if choice.area.trim().is_empty() { None } else { Some(area(&choice.area)?) };
    if let Some(drawn) = &drawn
        && !store::order_drafts::is_simple(&mut *connection, drawn).await?
    {
        return Err(Refusal::field("area", Remedy::Crosses).into());
    }
    let group = number("group", &choice.group)?.map(RecipientGroupId);
    if let Some(group) = group {
        let groups = store::recipient_groups::of_centre(&mut *connection, actor.centre.id).await?;
        if groups.iter().all(|known| known.id != group) {
            return Err(Refusal::unknown("group", choice.group.clone()).into());
        }
    }
    let named = Named {
        centres: &choice.centres,
        all_districts: choice.all_districts,
        townships_of: given(&choice.townships_of),
        lane: given(&choice.lane),
        area: drawn.as_deref(),
        group,
    };
    if drawn.is_some() {
        let only = Named { area: named.area, ..Named::default() };
        if store::order_drafts::chosen(&mut *connection, actor, only, now).await?.is_empty() {
            // Most often longitude and latitude were written the wrong way round.
            return Err(Refusal::field("area", Remedy::Elsewhere).into());
        }
    }
    let chosen = store::order_drafts::chosen(connection, actor, named, now).await?;
    let (inside, outside): (Vec<_>, Vec<_>) =
        chosen.into_iter().partition(|one| one.inside || helpers.contains(&one.centre.code));
    if inside.is_empty() {
        return Err(Refusal::field("recipients", Remedy::Required).into());
    }
    Ok((inside, outside))
}

/// Codes of the centres that the actor's centre leads in a case.
async fn helpers(connection: &mut PgConnection, actor: &Actor, event: &str) -> Result<Vec<String>, Error> {
    let Some(event) = number("event", event)?.map(EventId) else { return Ok(Vec::new()) };
    let helpers = store::event_helpers::commanded(connection, event, actor.centre.id).await?;
    Ok(helpers.into_iter().map(|centre| centre.code).collect())
}

fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// A number that a hidden field or a select sent; none for empty.
fn number(field: &str, text: &str) -> Result<Option<i64>, Refusal> {
    given(text).map(|text| text.parse().map_err(|_| Refusal::unknown(field, text))).transpose()
}
