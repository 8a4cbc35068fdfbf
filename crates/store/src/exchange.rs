//! Cases as other systems read them.

use chrono::{DateTime, Utc};
use domain::centres::CentreTag;
use domain::events::EventState;
use domain::exchange::{EventRecord, RecordFilter, Records};
use domain::names::Name;
use domain::{EventId, PersonId};
use sqlx::PgConnection;

use crate::centres::{Tag, bounds_of_list};
use crate::decode::{level, spelled};
use crate::pages::Key;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    number: String,
    category: String,
    class: String,
    category_zh: String,
    category_en: String,
    title_zh: String,
    title_en: String,
    description: String,
    level: i16,
    state: String,
    source: String,
    centre_tag: Tag,
    longitude: Option<f64>,
    latitude: Option<f64>,
    address: String,
    reference: String,
    reported_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    step_due_at: Option<DateTime<Utc>>,
    late: bool,
    closed_at: Option<DateTime<Utc>>,
    changed_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> sqlx::Result<EventRecord> {
        Ok(EventRecord {
            id: EventId(self.id),
            number: self.number,
            class: self.class,
            category: self.category,
            category_name: Name::new(self.category_zh, self.category_en),
            title: Name::new(self.title_zh, self.title_en),
            description: self.description,
            level: level(self.level)?,
            state: spelled(&self.state)?,
            source: spelled(&self.source)?,
            centre: self.centre_tag.0,
            place: self.longitude.zip(self.latitude),
            address: self.address,
            reference: self.reference,
            reported_at: self.reported_at,
            due_at: self.due_at,
            step_due_at: self.step_due_at,
            late: self.late,
            closed_at: self.closed_at,
            changed_at: self.changed_at,
        })
    }
}

/// One case, as the system that is this person reads it.
///
/// # Errors
/// When the database fails.
pub async fn record(
    connection: &mut PgConnection,
    id: EventId,
    reader: PersonId,
) -> sqlx::Result<Option<EventRecord>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/exchange/record.sql"))
        .bind(id.0)
        .bind(reader.0)
        .fetch_optional(connection)
        .await?;
    row.map(Row::read).transpose()
}

/// Cases of a centre in the order in which they changed. `filter.centre` is not read: `centre` is it.
///
/// # Errors
/// When the database fails.
pub async fn listed(
    connection: &mut PgConnection,
    filter: &RecordFilter,
    centre: &CentreTag,
    reader: PersonId,
    after: Option<Key>,
) -> sqlx::Result<Records> {
    let bounds = bounds_of_list(&mut *connection, Some(centre)).await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/exchange/listed.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(reader.0)
        .bind(filter.state.map(EventState::as_str))
        .bind(filter.class.as_deref())
        .bind(filter.category.as_deref())
        .bind(filter.reference.as_deref())
        .bind(filter.changed_since)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(filter.limit + 1)
        .persistent(false)
        .fetch_all(connection)
        .await?;
    let asked = usize::try_from(filter.limit).unwrap_or(usize::MAX);
    let more = rows.len() > asked;
    let mut rows: Vec<EventRecord> = rows.into_iter().map(Row::read).collect::<sqlx::Result<_>>()?;
    rows.truncate(asked);
    let next = rows.last().filter(|_| more).map(|row| Key::at(row.changed_at, row.id.0).to_string());
    Ok(Records { rows, next })
}
