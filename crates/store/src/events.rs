//! Cases: lists, one with all its page shows, and what moves them.

mod cases;

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, CentreTag};
use domain::clocks::Clocks;
use domain::events::{EventRow, EventState};
use domain::names::Name;
use domain::pages::Page;
use domain::time::Lamp;
use domain::warnings::Level;
use domain::{CentreId, EventId};
use sqlx::PgConnection;

use crate::centres::{Bounds, Tag, bounds_of_list};
use crate::db::in_order;
use crate::decode::{level, path, spelled};
use crate::pages::{ASKED, COUNTED, FOUND, Key, page_counted};

pub use cases::{
    Case, NewCase, Sent, add, case, contact, keep_contact, locked, moved, reassigned, shared, standing,
};

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
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
    step_started_at: DateTime<Utc>,
    step_due_at: Option<DateTime<Utc>>,
    stopped_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
}

impl Row {
    fn clocks(&self) -> Clocks {
        Clocks {
            started_at: self.reported_at,
            due_at: self.due_at,
            step_started_at: self.step_started_at,
            step_due_at: self.step_due_at,
            stopped_at: self.stopped_at,
        }
    }

    pub(crate) fn read(self, now: DateTime<Utc>) -> sqlx::Result<EventRow> {
        let state: EventState = spelled(&self.state)?;
        let (clocks, open) = (self.clocks(), state.is_open());
        let lamp = match self.closed_at {
            Some(closed) if closed > self.due_at => Lamp::Red,
            None if open => clocks.case_lamp(now),
            _ => Lamp::Green,
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
            step_due_at: self.step_due_at,
            step_lamp: if open { clocks.step_lamp(now) } else { Lamp::Green },
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
    /// Only of these categories; none of them when the list is empty.
    pub categories: Option<Vec<String>>,
    /// Only what waits for this centre: its own cases in a state in which the next step is its own.
    pub waits_for: Option<CentreId>,
    /// Only with all of these words in number, title, description, category or place; each of two characters or more.
    pub search: Option<String>,
    /// Only reported from here on.
    pub from: Option<DateTime<Utc>>,
    /// Only reported before.
    pub until: Option<DateTime<Utc>>,
    /// Only where the worse of the two clocks has this lamp.
    pub lamp: Option<Lamp>,
}

impl Narrowed {
    /// Whether what is over is asked for by category: each category's history is read by its own index. What is open and what
    /// waits for a centre have theirs.
    fn is_history_of_categories(&self) -> bool {
        let over = self.state.map_or(self.over, |state| !state.is_open());
        over && self.categories.is_some() && self.waits_for.is_none()
    }

    const fn is_over(&self) -> bool {
        self.over || self.state.is_some()
    }
}

/// States in which a case waits for its own centre.
fn waiting() -> Vec<&'static str> {
    EventState::ALL.iter().filter(|state| state.waits_for_its_centre()).map(|state| state.as_str()).collect()
}

/// Cases, latest first. A district's, and those of centres below it, are its own and those of elsewhere in which it has a
/// part.
pub async fn listed(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    after: Option<Key>,
    limit: i64,
) -> sqlx::Result<Vec<EventRow>> {
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    if narrowed.search.is_some() {
        let found = include_str!("../queries/events/found.sql");
        let rows = asked(connection, found, &bounds, narrowed, now, (after, limit)).await?;
        return rows.into_iter().map(|row| row.read(now)).collect();
    }
    in_order(&mut *connection, true).await?;
    let own = if narrowed.is_history_of_categories() {
        include_str!("../queries/events/listed_by_category.sql")
    } else {
        include_str!("../queries/events/listed.sql")
    };
    let mut rows = asked(&mut *connection, own, &bounds, narrowed, now, (after, limit)).await?;
    if bounds.district.is_some() {
        let shared = include_str!("../queries/events/listed_shared.sql");
        rows.extend(asked(&mut *connection, shared, &bounds, narrowed, now, (after, limit)).await?);
        rows.sort_by_key(|row| std::cmp::Reverse((row.reported_at, row.id)));
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    in_order(connection, false).await?;
    rows.into_iter().map(|row| row.read(now)).collect()
}

async fn asked(
    connection: &mut PgConnection,
    question: &'static str,
    bounds: &Bounds,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    (after, limit): (Option<Key>, i64),
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as(question)
        .bind(bounds.district)
        .bind(bounds.path.as_deref())
        .bind(narrowed.is_over())
        .bind(narrowed.state.map(EventState::as_str))
        .bind(narrowed.level.map(Level::rank))
        .bind(narrowed.categories.as_deref())
        .bind(narrowed.search.as_deref())
        .bind(narrowed.lamp.map(Lamp::as_str))
        .bind(now)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(limit)
        .bind(narrowed.from)
        .bind(narrowed.until)
        .bind(narrowed.waits_for.map(|centre| centre.0))
        .bind(waiting())
        .persistent(false)
        .fetch_all(connection)
        .await
}

/// A page of cases, latest first.
pub async fn listed_page(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    after: Option<Key>,
) -> sqlx::Result<Page<EventRow>> {
    if narrowed.search.is_some() {
        return found_page(connection, narrowed, now, after).await;
    }
    let rows = listed(&mut *connection, narrowed, now, after, ASKED).await?;
    let most = if narrowed.is_over() { FOUND } else { COUNTED };
    let counted = counted(connection, narrowed, now, most).await?;
    Ok(page_counted(rows, (counted, most), |row| Key::at(row.reported_at, row.id.0)))
}

/// The same of a search: what is counted is looked for, so it is counted less far, and the first page comes with it.
async fn found_page(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    after: Option<Key>,
) -> sqlx::Result<Page<EventRow>> {
    let mut rows = listed(&mut *connection, narrowed, now, None, FOUND + 1).await?;
    let found = i64::try_from(rows.len()).unwrap_or(FOUND);
    if after.is_some() {
        rows = listed(connection, narrowed, now, after, ASKED).await?;
    }
    Ok(page_counted(rows, (found, FOUND), |row| Key::at(row.reported_at, row.id.0)))
}

/// How many cases there are; one more than `most` when there are more.
pub async fn counted(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    most: i64,
) -> sqlx::Result<i64> {
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    let limit = most + 1;
    if narrowed.search.is_some() {
        let found = include_str!("../queries/events/counted_found.sql");
        return counted_by(connection, found, &bounds, narrowed, now, limit).await;
    }
    in_order(&mut *connection, true).await?;
    let own = include_str!("../queries/events/counted.sql");
    let mut count = counted_by(&mut *connection, own, &bounds, narrowed, now, limit).await?;
    if bounds.district.is_some() {
        let shared = include_str!("../queries/events/counted_shared.sql");
        count += counted_by(&mut *connection, shared, &bounds, narrowed, now, limit).await?;
    }
    in_order(connection, false).await?;
    Ok(count.min(limit))
}

async fn counted_by(
    connection: &mut PgConnection,
    question: &'static str,
    bounds: &Bounds,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<i64> {
    sqlx::query_scalar(question)
        .bind(bounds.district)
        .bind(bounds.path.as_deref())
        .bind(narrowed.is_over())
        .bind(narrowed.state.map(EventState::as_str))
        .bind(narrowed.level.map(Level::rank))
        .bind(narrowed.categories.as_deref())
        .bind(narrowed.search.as_deref())
        .bind(narrowed.lamp.map(Lamp::as_str))
        .bind(now)
        .bind(narrowed.from)
        .bind(narrowed.until)
        .bind(narrowed.waits_for.map(|centre| centre.0))
        .bind(waiting())
        .bind(limit)
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

/// Categories: code and name.
pub async fn categories(connection: &mut PgConnection) -> sqlx::Result<Vec<(String, Name)>> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(include_str!("../queries/events/categories.sql")).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(code, zh, en)| (code, Name::new(zh, en))).collect())
}

/// Marks open cases as late whose time has passed, `limit` at most; gives them with whoever sees them.
pub async fn overdue(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<(EventId, Vec<CentrePath>)>> {
    marked(connection, include_str!("../queries/events/overdue.sql"), now, limit).await
}

/// The same for open cases whose present step's time has passed.
pub async fn steps_overdue(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<(EventId, Vec<CentrePath>)>> {
    marked(connection, include_str!("../queries/events/steps_overdue.sql"), now, limit).await
}

async fn marked(
    connection: &mut PgConnection,
    question: &'static str,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<(EventId, Vec<CentrePath>)>> {
    let rows: Vec<(i64, String, Vec<String>)> =
        sqlx::query_as(question).bind(now).bind(limit).fetch_all(connection).await?;
    let audience = |(id, own, shared): (i64, String, Vec<String>)| {
        let paths = std::iter::once(&own).chain(&shared).map(|text| path(text));
        Ok((EventId(id), paths.collect::<sqlx::Result<_>>()?))
    };
    rows.into_iter().map(audience).collect()
}
