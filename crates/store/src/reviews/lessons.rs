//! The rules that open reviews, what they found, and what was learnt.

use chrono::{DateTime, Utc};
use domain::names::Name;
use domain::reviews::{Finding, FindingKind, Lesson, ReviewRule};
use domain::{EventId, FindingId, PersonId, ReviewId};
use sqlx::PgConnection;

use crate::decode::{level, spelled};

#[derive(sqlx::FromRow)]
struct RuleRow {
    code: String,
    trigger: String,
    name_zh: String,
    name_en: String,
    level: Option<i16>,
    times: Option<i32>,
    days: Option<i32>,
    in_force: bool,
}

/// The rules that open reviews, in their order.
pub async fn rules(connection: &mut PgConnection) -> sqlx::Result<Vec<ReviewRule>> {
    let rows: Vec<RuleRow> =
        sqlx::query_as(include_str!("../../queries/reviews/rules.sql")).fetch_all(connection).await?;
    let read = |row: RuleRow| {
        Ok(ReviewRule {
            code: row.code,
            trigger: spelled(&row.trigger)?,
            name: Name::new(row.name_zh, row.name_en),
            level: row.level.map(level).transpose()?,
            times: row.times,
            days: row.days,
            in_force: row.in_force,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Cases of a case's category at its place within so many days before it, itself among them, as far as `times`.
pub async fn alike(
    connection: &mut PgConnection,
    event: EventId,
    days: i32,
    times: i32,
) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../../queries/reviews/alike.sql"))
        .bind(event.0)
        .bind(days)
        .bind(i64::from(times))
        .fetch_one(connection)
        .await
}

/// Adds a finding.
pub async fn find(
    connection: &mut PgConnection,
    review: ReviewId,
    kind: FindingKind,
    text: &str,
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<FindingId> {
    let id: i64 = sqlx::query_scalar(include_str!("../../queries/reviews/found.sql"))
        .bind(review.0)
        .bind(kind.as_str())
        .bind(text)
        .bind(by.0)
        .bind(at)
        .fetch_one(connection)
        .await?;
    Ok(FindingId(id))
}

/// What a review found, first first.
pub async fn found(connection: &mut PgConnection, review: ReviewId) -> sqlx::Result<Vec<Finding>> {
    let rows: Vec<(i64, String, String, String, DateTime<Utc>)> =
        sqlx::query_as(include_str!("../../queries/reviews/findings.sql"))
            .bind(review.0)
            .fetch_all(connection)
            .await?;
    let read = |(id, kind, text, who, at): (i64, String, String, String, DateTime<Utc>)| {
        Ok(Finding { id: FindingId(id), kind: spelled(&kind)?, text, who, at })
    };
    rows.into_iter().map(read).collect()
}

/// What was learnt in cases like one, at most three, the most similar first.
pub async fn lessons(connection: &mut PgConnection, event: EventId) -> sqlx::Result<Vec<Lesson>> {
    let rows: Vec<(i64, String, String, DateTime<Utc>, String)> =
        sqlx::query_as(include_str!("../../queries/reviews/lessons.sql"))
            .bind(event.0)
            .fetch_all(connection)
            .await?;
    let read = |(id, zh, en, concluded_at, lesson): (i64, String, String, _, _)| Lesson {
        review: ReviewId(id),
        title: Name::new(zh, en),
        concluded_at,
        lesson,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// What was lost in a case; empty where nothing was noted.
pub async fn loss(connection: &mut PgConnection, event: EventId) -> sqlx::Result<String> {
    let question = include_str!("../../queries/reviews/loss.sql");
    let loss: Option<String> = sqlx::query_scalar(question).bind(event.0).fetch_optional(connection).await?;
    Ok(loss.unwrap_or_default())
}

/// Notes what was lost in a case.
pub async fn note_loss(connection: &mut PgConnection, event: EventId, loss: &str) -> sqlx::Result<()> {
    let question = include_str!("../../queries/reviews/loss_noted.sql");
    sqlx::query(question).bind(event.0).bind(loss).execute(connection).await?;
    Ok(())
}
