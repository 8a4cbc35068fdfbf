//! What a draft would send to whom: every check, made when it is shown and again when it is sent.

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::calendar::WorkCalendar;
use domain::names::Name;
use domain::order_drafts::{OrderSpec, Receipts, area};
use domain::plans::PlanRow;
use domain::refusal::{optional_text, required_text};
use domain::warnings::Level;
use domain::{EventId, RecipientGroupId, Refusal, Remedy};
use store::PgConnection;
use store::order_drafts::{Chosen, Named};
use store::plans::Line;

use super::steps::planned;
use crate::Error;

/// All that a draft sends.
#[derive(Debug)]
pub(super) struct Reached {
    /// Who receives the letter.
    pub letter: Vec<Chosen>,
    /// What was drawn with them, but lies outside the actor's scope.
    pub outside: Vec<Chosen>,
    /// The plan behind it.
    pub plan: Option<PlanRow>,
    /// What its steps send.
    pub lines: Vec<Line>,
    /// Steps that are to be sent, but that nobody in the scope takes.
    pub idle: Vec<(i32, Name)>,
}

/// A letter that may be sent.
#[derive(Debug)]
pub(super) struct Checked {
    pub title: String,
    pub text: String,
    pub level: Level,
    pub due_at: DateTime<Utc>,
    pub receipts: Receipts,
    pub event: Option<EventId>,
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
    })
}

/// What a draft sends to whom: the letter to those chosen by hand, the plan's steps to those they name. Either is enough.
pub(super) async fn reached(
    connection: &mut PgConnection,
    actor: &Actor,
    spec: &OrderSpec,
    now: DateTime<Utc>,
) -> Result<Reached, Error> {
    let (letter, outside) = chosen_in(&mut *connection, actor, spec, now).await?;
    let planned = planned(connection, actor, spec, now).await?;
    let plan = planned.as_ref().map(|planned| planned.row.clone());
    let idle = planned.as_ref().map(|planned| planned.idle(&spec.left_out)).unwrap_or_default();
    let lines = planned.map(|planned| planned.sent(&spec.left_out)).unwrap_or_default();
    if !letter.is_empty() || !lines.is_empty() {
        return Ok(Reached { letter, outside, plan, lines, idle });
    }
    Err(if idle.is_empty() { nobody() } else { Refusal::field("steps", Remedy::TakenByNobody) }.into())
}

/// Whom a choice names, as [`chosen_in`]; somebody at least.
pub(crate) async fn recipients_of(
    connection: &mut PgConnection,
    actor: &Actor,
    spec: &OrderSpec,
    now: DateTime<Utc>,
) -> Result<(Vec<Chosen>, Vec<Chosen>), Error> {
    let (inside, outside) = chosen_in(connection, actor, spec, now).await?;
    if inside.is_empty() { Err(nobody().into()) } else { Ok((inside, outside)) }
}

fn nobody() -> Refusal {
    Refusal::field("recipients", Remedy::Required)
}

/// Whom a choice names: those inside the actor's scope, and those outside that were drawn with them. What was named one by one
/// must lie inside, or help in the case that the order is on, whose lead the actor's centre is.
async fn chosen_in(
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
    Ok(chosen.into_iter().partition(|one| one.inside || helpers.contains(&one.centre.code)))
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
pub(super) fn number(field: &str, text: &str) -> Result<Option<i64>, Refusal> {
    given(text).map(|text| text.parse().map_err(|_| Refusal::unknown(field, text))).transpose()
}
