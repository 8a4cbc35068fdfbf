//! After-action reviews.

mod lessons;

use chrono::{DateTime, NaiveDate, Utc};
use domain::centres::{CentrePath, CentreTag};
use domain::names::Name;
use domain::reviews::{Deviation, ReviewMinutes, ReviewState};
use domain::{EventId, PersonId, ReviewId};
use sqlx::PgConnection;

use crate::centres::{Tag, bounds_of_list};
use crate::decode::{name, path, spelled};
use crate::pages::{ASKED, Key};

pub use lessons::{alike, find, found, lessons, loss, note_loss, rules};

/// A review without its case.
#[derive(Debug, Clone)]
pub struct Review {
    /// Identity.
    pub id: ReviewId,
    /// State.
    pub state: ReviewState,
    /// The closed case.
    pub event: EventId,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was concluded.
    pub concluded_at: Option<DateTime<Utc>>,
    /// What was found.
    pub findings: String,
    /// Where the case was.
    pub path: CentrePath,
    /// Improvements promised, made, and late.
    pub improvements: (i64, i64, i64),
    /// The rule that opened it.
    pub rule: Option<Name>,
    /// Who opened it by hand; empty where a rule did.
    pub opened_by: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    state: String,
    event: i64,
    opened_at: DateTime<Utc>,
    concluded_at: Option<DateTime<Utc>>,
    findings: String,
    path: String,
    promised: i64,
    made: i64,
    late: i64,
    rule_zh: Option<String>,
    rule_en: Option<String>,
    opened_by: String,
}

impl TryFrom<Row> for Review {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            id: ReviewId(row.id),
            state: spelled(&row.state)?,
            event: EventId(row.event),
            opened_at: row.opened_at,
            concluded_at: row.concluded_at,
            findings: row.findings,
            path: path(&row.path)?,
            improvements: (row.promised, row.made, row.late),
            rule: name(row.rule_zh, row.rule_en),
            opened_by: row.opened_by,
        })
    }
}

/// Opens the review of a case, by a rule or by somebody; none where there is one already.
pub async fn open(
    connection: &mut PgConnection,
    event: EventId,
    at: DateTime<Utc>,
    rule: Option<&str>,
    by: Option<PersonId>,
) -> sqlx::Result<Option<ReviewId>> {
    let id: Option<i64> = sqlx::query_scalar(include_str!("../queries/reviews/opened.sql"))
        .bind(event.0)
        .bind(at)
        .bind(rule)
        .bind(by.map(|id| id.0))
        .fetch_optional(connection)
        .await?;
    Ok(id.map(ReviewId))
}

/// Where a review stands; held until the transaction ends.
pub async fn locked(connection: &mut PgConnection, id: ReviewId) -> sqlx::Result<Option<ReviewState>> {
    let question = include_str!("../queries/reviews/locked.sql");
    let state: Option<String> = sqlx::query_scalar(question).bind(id.0).fetch_optional(connection).await?;
    state.as_deref().map(spelled).transpose()
}

/// The review of a case.
pub async fn of_event(connection: &mut PgConnection, event: EventId) -> sqlx::Result<Option<ReviewId>> {
    let question = include_str!("../queries/reviews/of_event.sql");
    let id: Option<i64> = sqlx::query_scalar(question).bind(event.0).fetch_optional(connection).await?;
    Ok(id.map(ReviewId))
}

/// Reviews of a centre, latest first, one more than a page holds, and how many there are.
pub async fn listed(
    connection: &mut PgConnection,
    centre: &CentreTag,
    concluded: bool,
    search: Option<&str>,
    today: NaiveDate,
    after: Option<Key>,
) -> sqlx::Result<(Vec<Review>, i64)> {
    let bounds = bounds_of_list(&mut *connection, Some(centre)).await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/reviews/listed.sql"))
        .bind(bounds.district)
        .bind(bounds.path.as_deref())
        .bind(concluded)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .bind(today)
        .bind(search)
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    let counted: i64 = sqlx::query_scalar(include_str!("../queries/reviews/counted.sql"))
        .bind(bounds.district)
        .bind(bounds.path.as_deref())
        .bind(concluded)
        .bind(search)
        .persistent(false)
        .fetch_one(connection)
        .await?;
    let reviews = rows.into_iter().map(Review::try_from).collect::<sqlx::Result<_>>()?;
    Ok((reviews, counted))
}

/// One review.
pub async fn by_id(
    connection: &mut PgConnection,
    id: ReviewId,
    today: NaiveDate,
) -> sqlx::Result<Option<Review>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/reviews/by_id.sql"))
        .bind(id.0)
        .bind(today)
        .fetch_optional(connection)
        .await?;
    row.map(Review::try_from).transpose()
}

/// Ends a review; says whether it was still open.
pub async fn conclude(
    connection: &mut PgConnection,
    id: ReviewId,
    findings: &str,
    at: DateTime<Utc>,
    by: PersonId,
) -> sqlx::Result<bool> {
    let done = sqlx::query(include_str!("../queries/reviews/concluded.sql"))
        .bind(id.0)
        .bind(findings)
        .bind(at)
        .bind(by.0)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

#[derive(sqlx::FromRow)]
struct DeviationRow {
    action_zh: String,
    action_en: String,
    recipient_tag: Tag,
    planned_min: i64,
    actual_min: Option<i64>,
}

/// Plan against actual, one line a part.
pub async fn deviations(connection: &mut PgConnection, event: EventId) -> sqlx::Result<Vec<Deviation>> {
    let rows: Vec<DeviationRow> = sqlx::query_as(include_str!("../queries/reviews/deviations.sql"))
        .bind(event.0)
        .fetch_all(connection)
        .await?;
    let deviation = |row: DeviationRow| Deviation {
        action: Name::new(row.action_zh, row.action_en),
        recipient: row.recipient_tag.0,
        planned_min: row.planned_min,
        actual_min: row.actual_min,
    };
    Ok(rows.into_iter().map(deviation).collect())
}

/// How long the stages of a case took.
pub async fn minutes(connection: &mut PgConnection, event: EventId) -> sqlx::Result<ReviewMinutes> {
    let question = include_str!("../queries/reviews/minutes.sql");
    let (to_order, to_accepted, to_done, to_closed) =
        sqlx::query_as(question).bind(event.0).fetch_one(connection).await?;
    Ok(ReviewMinutes { to_order, to_accepted, to_done, to_closed })
}

/// Centres within a scope that may own an improvement.
pub async fn owners(
    connection: &mut PgConnection,
    event: EventId,
    scope: &CentrePath,
) -> sqlx::Result<Vec<CentreTag>> {
    let tags: Vec<Tag> = sqlx::query_scalar(include_str!("../queries/reviews/owners.sql"))
        .bind(event.0)
        .bind(scope.as_str())
        .fetch_all(connection)
        .await?;
    Ok(tags.into_iter().map(|tag| tag.0).collect())
}
