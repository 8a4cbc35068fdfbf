//! Rooms and who joined them.

use chrono::{DateTime, Utc};
use domain::names::Name;
use domain::rooms::{Room, RoomSubject};
use domain::{CentreId, EventId, OrderId, PersonId, RoomId};
use sqlx::PgConnection;

/// Order and case of a subject, one of them there.
const fn ids(of: RoomSubject) -> (Option<i64>, Option<i64>) {
    match of {
        RoomSubject::Order(order) => (Some(order.0), None),
        RoomSubject::Event(event) => (None, Some(event.0)),
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name_zh: String,
    name_en: String,
    link: String,
    opened_by: i64,
    opener: String,
    opened_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    centre: i64,
    names: Vec<String>,
    people: Vec<i64>,
    centres_zh: Vec<String>,
    centres_en: Vec<String>,
    at: Vec<DateTime<Utc>>,
}

/// The latest twenty rooms of an order or case, as a person of a centre sees them: the link only where they joined.
pub async fn of_subject(
    connection: &mut PgConnection,
    of: RoomSubject,
    person: PersonId,
    centre: CentreId,
) -> sqlx::Result<Vec<Room>> {
    let (order, event) = ids(of);
    let question = include_str!("../queries/rooms/of_subject.sql");
    let rows: Vec<Row> = sqlx::query_as(question).bind(order).bind(event).fetch_all(connection).await?;
    let read = |row: Row| {
        let open = row.closed_at.is_none();
        let inside = row.people.contains(&person.0);
        let centres = row.centres_zh.into_iter().zip(row.centres_en).map(|(zh, en)| Name::new(zh, en));
        let joined =
            row.names.into_iter().zip(centres).zip(row.at).map(|((who, centre), at)| (who, centre, at));
        Room {
            id: RoomId(row.id),
            name: Name::new(row.name_zh, row.name_en),
            link: Some(row.link).filter(|_| open && inside),
            opened_by: row.opener,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            joined: joined.collect(),
            may_close: open && (row.opened_by == person.0 || row.centre == centre.0),
        }
    };
    Ok(rows.into_iter().map(read).collect())
}

/// A room to open.
#[derive(Debug, Clone)]
pub struct NewRoom<'a> {
    /// The centre that opens it.
    pub centre: CentreId,
    /// What about.
    pub of: RoomSubject,
    /// What it is called.
    pub name: &'a Name,
    /// Its link.
    pub link: &'a str,
    /// Who opens it.
    pub person: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Opens a room; none when one of that name is open already.
pub async fn open(connection: &mut PgConnection, new: NewRoom<'_>) -> sqlx::Result<Option<RoomId>> {
    let (order, event) = ids(new.of);
    let id: Option<i64> = sqlx::query_scalar(include_str!("../queries/rooms/opened.sql"))
        .bind(new.centre.0)
        .bind(order)
        .bind(event)
        .bind(&new.name.zh)
        .bind(&new.name.en)
        .bind(new.link)
        .bind(new.person.0)
        .bind(new.at)
        .fetch_optional(connection)
        .await?;
    Ok(id.map(RoomId))
}

/// The open room of a name.
pub async fn open_one(
    connection: &mut PgConnection,
    of: RoomSubject,
    name: &Name,
) -> sqlx::Result<Option<RoomId>> {
    let (order, event) = ids(of);
    let question = include_str!("../queries/rooms/open.sql");
    let id: Option<i64> = sqlx::query_scalar(question)
        .bind(order)
        .bind(event)
        .bind(&name.zh)
        .fetch_optional(connection)
        .await?;
    Ok(id.map(RoomId))
}

/// What is known of a room.
#[derive(Debug, Clone)]
pub struct Known {
    /// What it is about.
    pub of: RoomSubject,
    /// What it is called.
    pub name: Name,
    /// The centre that opened it.
    pub centre: CentreId,
    /// Whether it is still open.
    pub is_open: bool,
}

type KnownRow = (Option<i64>, Option<i64>, String, String, i64, Option<DateTime<Utc>>);

/// A room by identity.
pub async fn by_id(connection: &mut PgConnection, id: RoomId) -> sqlx::Result<Option<Known>> {
    let question = include_str!("../queries/rooms/by_id.sql");
    let row: Option<KnownRow> = sqlx::query_as(question).bind(id.0).fetch_optional(connection).await?;
    let read = |(order, event, zh, en, centre, closed): KnownRow| {
        let order = order.map(|id| RoomSubject::Order(OrderId(id)));
        let of = order.or(event.map(|id| RoomSubject::Event(EventId(id))))?;
        Some(Known { of, name: Name::new(zh, en), centre: CentreId(centre), is_open: closed.is_none() })
    };
    Ok(row.and_then(read))
}

/// Notes that somebody joins; false when they had.
pub async fn join(
    connection: &mut PgConnection,
    id: RoomId,
    person: PersonId,
    centre: CentreId,
    at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let noted = sqlx::query(include_str!("../queries/rooms/joined.sql"))
        .bind(id.0)
        .bind(person.0)
        .bind(centre.0)
        .bind(at)
        .execute(connection)
        .await?;
    Ok(noted.rows_affected() > 0)
}

/// Closes a room; false when it was.
pub async fn close(connection: &mut PgConnection, id: RoomId, at: DateTime<Utc>) -> sqlx::Result<bool> {
    let question = include_str!("../queries/rooms/closed.sql");
    Ok(sqlx::query(question).bind(id.0).bind(at).execute(connection).await?.rows_affected() > 0)
}
