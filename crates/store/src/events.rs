//! Cases: lists, one with all its page shows, and what moves them.

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, CentreTag, Tier};
use domain::events::{EventRow, EventSource, EventState, Standing};
use domain::names::Name;
use domain::pages::Page;
use domain::time::{Lamp, lamp};
use domain::warnings::Level;
use domain::{CentreId, EventId, PersonId, RiskPointId};
use sqlx::PgConnection;

use crate::centres::{Tag, bounds_of_list};
use crate::decode::{level, name, path, spelled};
use crate::pages::{ASKED, Key, page};
use crate::plans::Need;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    number: String,
    title_zh: String,
    title_en: String,
    category_zh: String,
    category_en: String,
    level: i16,
    state: String,
    source: String,
    centre_tag: Tag,
    district_zh: String,
    district_en: String,
    reported_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self, now: DateTime<Utc>) -> sqlx::Result<EventRow> {
        let state: EventState = spelled(&self.state)?;
        let lamp = match self.closed_at {
            Some(closed) if closed > self.due_at => Lamp::Red,
            Some(_) => Lamp::Green,
            None if !state.is_open() => Lamp::Green,
            None => lamp(self.reported_at, self.due_at, now),
        };
        Ok(EventRow {
            id: EventId(self.id),
            number: self.number,
            title: Name::new(self.title_zh, self.title_en),
            category: Name::new(self.category_zh, self.category_en),
            level: level(self.level)?,
            state,
            source: spelled(&self.source)?,
            centre: self.centre_tag.0,
            district: Name::new(self.district_zh, self.district_en),
            reported_at: self.reported_at,
            due_at: self.due_at,
            lamp,
            closed_at: self.closed_at,
        })
    }
}

/// What a list is narrowed to; the default is everything open in the city.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    /// Only in this centre: its district, and below the district its path.
    pub centre: Option<CentreTag>,
    /// Those that are over too.
    pub over: bool,
    /// Only in this state.
    pub state: Option<EventState>,
    /// Only of this level.
    pub level: Option<Level>,
    /// Only of this category.
    pub category: Option<String>,
    /// Only with all of these words in number, title, description, category or place; each of two characters or more.
    pub search: Option<String>,
    /// Only reported from here on.
    pub from: Option<DateTime<Utc>>,
    /// Only reported before.
    pub until: Option<DateTime<Utc>>,
    /// Only with this lamp.
    pub lamp: Option<Lamp>,
}

/// Cases, latest first.
pub async fn listed(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    after: Option<Key>,
    limit: i64,
) -> sqlx::Result<Vec<EventRow>> {
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/events/listed.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(narrowed.over || narrowed.state.is_some())
        .bind(narrowed.state.map(EventState::as_str))
        .bind(narrowed.level.map(Level::rank))
        .bind(narrowed.category.as_deref())
        .bind(narrowed.search.as_deref())
        .bind(narrowed.lamp.map(Lamp::as_str))
        .bind(now)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(limit)
        .bind(narrowed.from)
        .bind(narrowed.until)
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    rows.into_iter().map(|row| row.read(now)).collect()
}

/// A page of cases, latest first.
pub async fn listed_page(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    after: Option<Key>,
) -> sqlx::Result<Page<EventRow>> {
    let rows = listed(&mut *connection, narrowed, now, after, ASKED).await?;
    let counted = counted(connection, narrowed, now).await?;
    Ok(page(rows, counted, |row| Key::at(row.reported_at, row.id.0)))
}

/// How many cases there are, as far as they are counted.
pub async fn counted(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
) -> sqlx::Result<i64> {
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    sqlx::query_scalar(include_str!("../queries/events/counted.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(narrowed.over || narrowed.state.is_some())
        .bind(narrowed.state.map(EventState::as_str))
        .bind(narrowed.level.map(Level::rank))
        .bind(narrowed.category.as_deref())
        .bind(narrowed.search.as_deref())
        .bind(narrowed.lamp.map(Lamp::as_str))
        .bind(now)
        .bind(narrowed.from)
        .bind(narrowed.until)
        .persistent(false)
        .fetch_one(connection)
        .await
}

/// Some cases, for rows that belong to them, in no order.
pub async fn rows(
    connection: &mut PgConnection,
    ids: &[EventId],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<EventRow>> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let rows: Vec<Row> =
        sqlx::query_as(include_str!("../queries/events/rows.sql")).bind(ids).fetch_all(connection).await?;
    rows.into_iter().map(|row| row.read(now)).collect()
}

/// A case with all its page shows.
#[derive(Debug, Clone)]
pub struct Case {
    /// The row.
    pub row: EventRow,
    /// Category code.
    pub category: String,
    /// In the reporter's words.
    pub description: String,
    /// Where a suspended case goes back to.
    pub state_before: Option<EventState>,
    /// When the present step is due.
    pub step_due_at: Option<DateTime<Utc>>,
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
    step_due_at: Option<DateTime<Utc>>,
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
}

/// One case.
pub async fn case(
    connection: &mut PgConnection,
    id: EventId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Case>> {
    let found: Option<CaseRow> = sqlx::query_as(include_str!("../queries/events/case.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let point = found.risk_point.zip(name(found.risk_point_zh, found.risk_point_en)).zip(found.risk_kind);
    Ok(Some(Case {
        row: found.row.read(now)?,
        category: found.category,
        description: found.description,
        state_before: found.state_before.as_deref().map(spelled).transpose()?,
        step_due_at: found.step_due_at,
        shared_with: found.shared_with.iter().map(|text| path(text)).collect::<sqlx::Result<_>>()?,
        place: found.longitude.zip(found.latitude),
        risk_point: point.map(|((id, name), kind)| (RiskPointId(id), name, kind)),
        responsible: (spelled(&found.responsible_tier)?, Name::new(found.post_zh, found.post_en)),
        place_centre: CentreId(found.place_centre),
    }))
}

/// The state of a case and the one before its suspension; whoever asks next waits until the transaction ends.
pub async fn locked(
    connection: &mut PgConnection,
    id: EventId,
) -> sqlx::Result<Option<(EventState, Option<EventState>)>> {
    let found: Option<(String, Option<String>)> =
        sqlx::query_as(include_str!("../queries/events/locked.sql"))
            .bind(id.0)
            .fetch_optional(connection)
            .await?;
    found
        .map(|(state, before)| Ok((spelled(&state)?, before.as_deref().map(spelled).transpose()?)))
        .transpose()
}

/// Keeps a case's new state, and where a suspended one goes back to.
pub async fn moved(
    connection: &mut PgConnection,
    id: EventId,
    state: EventState,
    before: Option<EventState>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/events/moved.sql"))
        .bind(id.0)
        .bind(state.as_str())
        .bind(before.map(EventState::as_str))
        .bind(now)
        .execute(connection)
        .await?;
    Ok(())
}

/// Lets more centres see a case.
pub async fn shared(connection: &mut PgConnection, id: EventId, with: &[&CentrePath]) -> sqlx::Result<()> {
    let with: Vec<&str> = with.iter().map(|path| path.as_str()).collect();
    sqlx::query(include_str!("../queries/events/shared.sql"))
        .bind(id.0)
        .bind(with)
        .execute(connection)
        .await?;
    Ok(())
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
    /// When.
    pub reported_at: DateTime<Utc>,
    /// When the whole case is due.
    pub due_at: DateTime<Utc>,
    /// When the first step is due.
    pub step_due_at: Option<DateTime<Utc>>,
}

/// Adds a case; the database gives it its number.
pub async fn add(connection: &mut PgConnection, new: NewCase) -> sqlx::Result<EventId> {
    let id: i64 = sqlx::query_scalar(include_str!("../queries/events/added.sql"))
        .bind(new.centre.0)
        .bind(new.reported_at)
        .bind(new.category)
        .bind(new.title.zh)
        .bind(new.title.en)
        .bind(new.description)
        .bind(new.level.rank())
        .bind(new.state.as_str())
        .bind(new.source.as_str())
        .bind(new.risk_point.map(|id| id.0))
        .bind(new.reporter.map(|id| id.0))
        .bind(new.due_at)
        .bind(new.step_due_at)
        .bind(new.place_centre.map(|id| id.0))
        .fetch_one(connection)
        .await?;
    Ok(EventId(id))
}

/// Categories: code and name.
pub async fn categories(connection: &mut PgConnection) -> sqlx::Result<Vec<(String, Name)>> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(include_str!("../queries/events/categories.sql")).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(code, zh, en)| (code, Name::new(zh, en))).collect())
}

/// How far the orders on a case are, and which centre commands it if one ordered. Nobody has `started` by this count:
/// who signs says so.
pub async fn standing(
    connection: &mut PgConnection,
    id: EventId,
) -> sqlx::Result<(Standing, Option<CentreId>)> {
    let (parts, reported, approved, commander): (i64, i64, i64, Option<i64>) =
        sqlx::query_as(include_str!("../queries/events/standing.sql"))
            .bind(id.0)
            .fetch_one(connection)
            .await?;
    Ok((Standing { parts, reported, approved, started: false }, commander.map(CentreId)))
}

/// Marks open cases as late whose time has passed, `limit` at most; gives them with whoever sees them.
pub async fn overdue(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<(EventId, Vec<CentrePath>)>> {
    let rows: Vec<(i64, String, Vec<String>)> = sqlx::query_as(include_str!("../queries/events/overdue.sql"))
        .bind(now)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    let audience = |(id, own, shared): (i64, String, Vec<String>)| {
        let paths = std::iter::once(&own).chain(&shared).map(|text| path(text));
        Ok((EventId(id), paths.collect::<sqlx::Result<_>>()?))
    };
    rows.into_iter().map(audience).collect()
}
