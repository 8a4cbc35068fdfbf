//! One case: all its page shows, and what moves it.

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, Tier};
use domain::clocks::{Clocks, Limits};
use domain::events::{Contact, EventRow, EventSource, EventState, Standing};
use domain::names::Name;
use domain::warnings::Level;
use domain::{CentreId, EventId, PersonId, RiskPointId};
use sqlx::PgConnection;

use super::Row;
use crate::decode::{name, path, spelled};
use crate::plans::Need;
use crate::responsibilities::LimitsRow;

/// A case with all its page shows.
#[derive(Debug, Clone)]
pub struct Case {
    /// The row.
    pub row: EventRow,
    /// Category code.
    pub category: String,
    /// In the reporter's words.
    pub description: String,
    /// Where a suspended or merged case goes back to.
    pub state_before: Option<EventState>,
    /// Its two clocks.
    pub clocks: Clocks,
    /// How long its steps may take.
    pub limits: Limits,
    /// Other centres that see it.
    pub shared_with: Vec<CentrePath>,
    /// Longitude and latitude in degrees.
    pub place: Option<(f64, f64)>,
    /// The risk point, with its kind.
    pub risk_point: Option<(RiskPointId, Name, String)>,
    /// The tier that must take it, and the post there.
    pub responsible: (Tier, Name),
    /// The centre where it is.
    pub place_centre: CentreId,
    /// The case it was merged into, while it is merged.
    pub merged_into: Option<EventId>,
    /// The case above it.
    pub parent: Option<EventId>,
    /// The version of the responsibility list that it was opened under.
    pub list_version: i32,
    /// Where it is, in words.
    pub address: String,
}

impl Case {
    /// What a plan must fit to help in this case.
    #[must_use]
    pub fn need(&self) -> Need<'_> {
        Need {
            risk_point: self.risk_point.as_ref().map(|(id, ..)| *id),
            kind: self.risk_point.as_ref().map(|(.., kind)| kind.as_str()),
            category: Some(&self.category),
        }
    }
}

#[derive(sqlx::FromRow)]
struct CaseRow {
    #[sqlx(flatten)]
    row: Row,
    category: String,
    description: String,
    state_before: Option<String>,
    shared_with: Vec<String>,
    longitude: Option<f64>,
    latitude: Option<f64>,
    risk_point: Option<i64>,
    risk_point_zh: Option<String>,
    risk_point_en: Option<String>,
    risk_kind: Option<String>,
    responsible_tier: String,
    post_zh: String,
    post_en: String,
    place_centre: i64,
    merged_into: Option<i64>,
    parent: Option<i64>,
    list_version: i32,
    address: String,
    #[sqlx(flatten)]
    limits: LimitsRow,
}

/// One case.
pub async fn case(
    connection: &mut PgConnection,
    id: EventId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Case>> {
    let found: Option<CaseRow> = sqlx::query_as(include_str!("../../queries/events/case.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let point = found.risk_point.zip(name(found.risk_point_zh, found.risk_point_en)).zip(found.risk_kind);
    Ok(Some(Case {
        clocks: found.row.clocks(),
        limits: found.limits.read(),
        row: found.row.read(now)?,
        category: found.category,
        description: found.description,
        state_before: found.state_before.as_deref().map(spelled).transpose()?,
        shared_with: found.shared_with.iter().map(|text| path(text)).collect::<sqlx::Result<_>>()?,
        place: found.longitude.zip(found.latitude),
        risk_point: point.map(|((id, name), kind)| (RiskPointId(id), name, kind)),
        responsible: (spelled(&found.responsible_tier)?, Name::new(found.post_zh, found.post_en)),
        place_centre: CentreId(found.place_centre),
        merged_into: found.merged_into.map(EventId),
        parent: found.parent.map(EventId),
        list_version: found.list_version,
        address: found.address,
    }))
}

/// The state of a case and the one before its suspension or merging; whoever asks next waits until the transaction ends.
pub async fn locked(
    connection: &mut PgConnection,
    id: EventId,
) -> sqlx::Result<Option<(EventState, Option<EventState>)>> {
    let found: Option<(String, Option<String>)> =
        sqlx::query_as(include_str!("../../queries/events/locked.sql"))
            .bind(id.0)
            .fetch_optional(connection)
            .await?;
    found
        .map(|(state, before)| Ok((spelled(&state)?, before.as_deref().map(spelled).transpose()?)))
        .transpose()
}

/// Keeps a case's new state, where a suspended or merged one goes back to, and its clocks. A merged one stays merged into
/// `into`.
pub async fn moved(
    connection: &mut PgConnection,
    id: EventId,
    (state, before): (EventState, Option<EventState>),
    into: Option<EventId>,
    clocks: &Clocks,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/events/moved.sql"))
        .bind(id.0)
        .bind(state.as_str())
        .bind(before.map(EventState::as_str))
        .bind(now)
        .bind(clocks.due_at)
        .bind(clocks.step_started_at)
        .bind(clocks.step_due_at)
        .bind(clocks.stopped_at)
        .bind(into.map(|id| id.0))
        .execute(connection)
        .await?;
    Ok(())
}

/// Gives a case to another centre; the one that had it still sees it.
pub async fn reassigned(connection: &mut PgConnection, id: EventId, to: CentreId) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/events/reassigned.sql"))
        .bind(id.0)
        .bind(to.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Lets more centres see a case.
pub async fn shared(connection: &mut PgConnection, id: EventId, with: &[&CentrePath]) -> sqlx::Result<()> {
    let with: Vec<&str> = with.iter().map(|path| path.as_str()).collect();
    sqlx::query(include_str!("../../queries/events/shared.sql"))
        .bind(id.0)
        .bind(with)
        .execute(connection)
        .await?;
    Ok(())
}

/// What is said with a case beside what it is about: by another system, or at the duty desk.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// Longitude and latitude in degrees.
    pub place: Option<(f64, f64)>,
    /// Where it is, in words.
    pub address: String,
    /// The number that the system knows it by.
    pub reference: String,
    /// Who can be asked; kept by `keep_contact`.
    pub contact: Contact,
}

/// A case to be added.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// The responsible centre.
    pub centre: CentreId,
    /// The centre where it is, if the report says so.
    pub place_centre: Option<CentreId>,
    /// Category code.
    pub category: String,
    /// What happened.
    pub title: Name,
    /// More.
    pub description: String,
    /// Level.
    pub level: Level,
    /// State it begins in.
    pub state: EventState,
    /// Where it came from.
    pub source: EventSource,
    /// The risk point it is at.
    pub risk_point: Option<RiskPointId>,
    /// Who reported it.
    pub reporter: Option<PersonId>,
    /// What was said with it.
    pub sent: Sent,
    /// When, and by when.
    pub clocks: Clocks,
    /// The case it was split off from.
    pub parent: Option<EventId>,
    /// The version of the responsibility list that sends it there.
    pub list_version: i32,
}

/// Adds a case; the database gives it its number.
pub async fn add(connection: &mut PgConnection, new: NewCase) -> sqlx::Result<EventId> {
    let id: i64 = sqlx::query_scalar(include_str!("../../queries/events/added.sql"))
        .bind(new.centre.0)
        .bind(new.clocks.started_at)
        .bind(new.category)
        .bind(new.title.zh)
        .bind(new.title.en)
        .bind(new.description)
        .bind(new.level.rank())
        .bind(new.state.as_str())
        .bind(new.source.as_str())
        .bind(new.risk_point.map(|id| id.0))
        .bind(new.reporter.map(|id| id.0))
        .bind(new.clocks.due_at)
        .bind(new.clocks.step_due_at)
        .bind(new.place_centre.map(|id| id.0))
        .bind(new.sent.place.map(|place| place.0))
        .bind(new.sent.place.map(|place| place.1))
        .bind(new.sent.address)
        .bind(new.sent.reference)
        .bind(new.parent.map(|id| id.0))
        .bind(new.list_version)
        .fetch_one(connection)
        .await?;
    Ok(EventId(id))
}

/// Who can be asked about a case.
pub async fn contact(connection: &mut PgConnection, id: EventId) -> sqlx::Result<Option<Contact>> {
    let found: Option<(String, String)> = sqlx::query_as(include_str!("../../queries/events/contact.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    Ok(found.map(|(name, phone)| Contact { name, phone }))
}

/// Keeps who can be asked about a case; one of whom nothing is known is not kept.
pub async fn keep_contact(connection: &mut PgConnection, id: EventId, contact: &Contact) -> sqlx::Result<()> {
    if contact.is_empty() {
        return Ok(());
    }
    sqlx::query(include_str!("../../queries/events/contact_added.sql"))
        .bind(id.0)
        .bind(&contact.name)
        .bind(&contact.phone)
        .execute(connection)
        .await?;
    Ok(())
}

/// How far the orders on a case are, and which centre commands it if one ordered. Nobody has `started` by this count:
/// who signs says so.
pub async fn standing(
    connection: &mut PgConnection,
    id: EventId,
) -> sqlx::Result<(Standing, Option<CentreId>)> {
    let (parts, reported, approved, commander): (i64, i64, i64, Option<i64>) =
        sqlx::query_as(include_str!("../../queries/events/standing.sql"))
            .bind(id.0)
            .fetch_one(connection)
            .await?;
    Ok((Standing { parts, reported, approved, started: false }, commander.map(CentreId)))
}
