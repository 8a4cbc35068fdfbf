//! The audit log: one line a decision, appended in the transaction that decides.

mod chain;

use chrono::{DateTime, Utc};
use domain::actors::Actor;
use domain::audit::{TimelineEntry, Verb};
use domain::centres::CentrePath;
use domain::names::Name;
use domain::{EventId, OrderId, PersonId};
use sqlx::PgConnection;

pub use chain::{ChainFault, ChainHead, verify};

/// A decision to be logged. The acting centre's name and district follow from `path`.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When it was decided.
    pub at: DateTime<Utc>,
    /// What was done.
    pub verb: Verb,
    /// The acting centre, for the system the centre it acted in.
    pub path: CentrePath,
    /// Who; none for the system itself.
    pub person: Option<PersonId>,
    /// Their name.
    pub who: String,
    /// As what: a post's title, a rule's name.
    pub as_what: Name,
    /// The network address they came from.
    pub address: String,
    /// Kind of the row it was done to, e.g. `event`.
    pub noun: &'static str,
    /// That row.
    pub row: Option<i64>,
    /// That row in words.
    pub subject: Name,
    /// The case whose timeline shows it.
    pub event: Option<EventId>,
    /// The top of the order tree whose timeline shows it.
    pub root: Option<OrderId>,
    /// State before.
    pub before: String,
    /// State after.
    pub after: String,
    /// What the person wrote.
    pub note: String,
}

impl Entry {
    /// Something a person did under their post.
    #[must_use]
    pub fn by(actor: &Actor, verb: Verb, at: DateTime<Utc>) -> Self {
        Self {
            person: Some(actor.person),
            who: actor.person_name.clone(),
            ..Self::by_system(actor.centre.path.clone(), actor.title.clone(), verb, at)
        }
    }

    /// Something the system did in a centre, on behalf of a rule or a clock.
    #[must_use]
    pub fn by_system(path: CentrePath, as_what: Name, verb: Verb, at: DateTime<Utc>) -> Self {
        Self {
            at,
            verb,
            path,
            person: None,
            who: String::new(),
            as_what,
            address: String::new(),
            noun: "",
            row: None,
            subject: Name::default(),
            event: None,
            root: None,
            before: String::new(),
            after: String::new(),
            note: String::new(),
        }
    }

    /// What it was done to.
    #[must_use]
    pub fn on(self, noun: &'static str, row: impl Into<Option<i64>>, subject: Name) -> Self {
        Self { noun, row: row.into(), subject, ..self }
    }

    /// The case it belongs to.
    #[must_use]
    pub fn of_event(self, event: impl Into<Option<EventId>>) -> Self {
        Self { event: event.into(), ..self }
    }

    /// The order tree it belongs to.
    #[must_use]
    pub fn of_root(self, root: impl Into<Option<OrderId>>) -> Self {
        Self { root: root.into(), ..self }
    }

    /// The state before and after.
    #[must_use]
    pub fn moved(self, before: impl Into<String>, after: impl Into<String>) -> Self {
        Self { before: before.into(), after: after.into(), ..self }
    }

    /// The network address it came from.
    #[must_use]
    pub fn from_address(self, address: impl Into<String>) -> Self {
        Self { address: address.into(), ..self }
    }

    /// What the person wrote.
    #[must_use]
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

/// Logs a decision. Do it late in the transaction: the district's decisions queue here until it ends.
///
/// # Errors
/// When the database fails, or no centre has the entry's path.
pub async fn append(connection: &mut PgConnection, entry: Entry) -> sqlx::Result<()> {
    let done = sqlx::query(include_str!("../queries/audit/append.sql"))
        .bind(entry.at)
        .bind(entry.verb.as_str())
        .bind(entry.path.as_str())
        .bind(entry.person.map(|p| p.0))
        .bind(entry.who)
        .bind(entry.as_what.zh)
        .bind(entry.as_what.en)
        .bind(entry.address)
        .bind(entry.noun)
        .bind(entry.row)
        .bind(entry.subject.zh)
        .bind(entry.subject.en)
        .bind(entry.event.map(|e| e.0))
        .bind(entry.root.map(|r| r.0))
        .bind(entry.before)
        .bind(entry.after)
        .bind(entry.note)
        .execute(connection)
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(sqlx::Error::RowNotFound) }
}

/// Logs several decisions, district after district: two transactions that lock the same chains then never wait for
/// each other in a ring.
///
/// # Errors
/// As [`append`].
pub async fn append_all(connection: &mut PgConnection, mut entries: Vec<Entry>) -> sqlx::Result<()> {
    entries.sort_by_cached_key(|entry| entry.path.district());
    for entry in entries {
        append(connection, entry).await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Line {
    at: DateTime<Utc>,
    verb: String,
    subject_zh: String,
    subject_en: String,
    who: String,
    as_what_zh: String,
    as_what_en: String,
    centre_zh: String,
    centre_en: String,
    before: String,
    after: String,
    note: String,
}

impl TryFrom<Line> for TimelineEntry {
    type Error = sqlx::Error;

    fn try_from(line: Line) -> sqlx::Result<Self> {
        Ok(Self {
            at: line.at,
            verb: line.verb.parse().map_err(|e| sqlx::Error::Decode(Box::new(e)))?,
            subject: Name::new(line.subject_zh, line.subject_en),
            who: line.who,
            as_what: Name::new(line.as_what_zh, line.as_what_en),
            centre: Name::new(line.centre_zh, line.centre_en),
            before: line.before,
            after: line.after,
            note: line.note,
        })
    }
}

fn timeline(lines: Vec<Line>) -> sqlx::Result<Vec<TimelineEntry>> {
    lines.into_iter().map(TimelineEntry::try_from).collect()
}

/// What happened in a case, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_event(connection: &mut PgConnection, event: EventId) -> sqlx::Result<Vec<TimelineEntry>> {
    let question = include_str!("../queries/audit/of_event.sql");
    timeline(sqlx::query_as(question).bind(event.0).fetch_all(connection).await?)
}

/// What happened in an order tree, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_root(connection: &mut PgConnection, root: OrderId) -> sqlx::Result<Vec<TimelineEntry>> {
    let question = include_str!("../queries/audit/of_root.sql");
    timeline(sqlx::query_as(question).bind(root.0).fetch_all(connection).await?)
}

/// What happened to one row of late, latest first.
///
/// # Errors
/// When the database fails.
pub async fn latest_of_row(
    connection: &mut PgConnection,
    noun: &str,
    row: i64,
    limit: i64,
) -> sqlx::Result<Vec<TimelineEntry>> {
    let question = include_str!("../queries/audit/latest_of_row.sql");
    timeline(sqlx::query_as(question).bind(noun).bind(row).bind(limit).fetch_all(connection).await?)
}

/// What happened to one row, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_row(connection: &mut PgConnection, noun: &str, row: i64) -> sqlx::Result<Vec<TimelineEntry>> {
    let question = include_str!("../queries/audit/of_row.sql");
    timeline(sqlx::query_as(question).bind(noun).bind(row).fetch_all(connection).await?)
}
