//! Rates: what they mean, what counts in them, and their sums over a period.

mod cases;
mod sums;

use chrono::{DateTime, NaiveDate, Utc};
use domain::names::Name;
use domain::rates::{Definition, Passed, Share};
use domain::{EventId, PersonId, PostId};
use sqlx::PgConnection;

use crate::decode::spelled;

pub use cases::{Entry, Listed, counted, entry, rows_counted};
pub use sums::{
    NamedSum, Side, Sum, Window, by_lane, by_person, close_month, closed_at, figures, fold, lanes,
    months_open, side_by_side,
};

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    version: i32,
    name_zh: String,
    name_en: String,
    numerator_zh: String,
    numerator_en: String,
    denominator_zh: String,
    denominator_en: String,
    period_zh: String,
    period_en: String,
    exclusions_zh: String,
    exclusions_en: String,
    source: String,
    in_force_from: NaiveDate,
}

/// What the rates mean; of each only the version in force, or all of them, the latest first.
pub async fn definitions(connection: &mut PgConnection, in_force: bool) -> sqlx::Result<Vec<Definition>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/rates/definitions.sql"))
        .bind(in_force)
        .fetch_all(connection)
        .await?;
    let read = |row: Row| {
        Ok(Definition {
            rate: spelled(&row.code)?,
            version: row.version,
            name: Name::new(row.name_zh, row.name_en),
            numerator: Name::new(row.numerator_zh, row.numerator_en),
            denominator: Name::new(row.denominator_zh, row.denominator_en),
            period: Name::new(row.period_zh, row.period_en),
            exclusions: Name::new(row.exclusions_zh, row.exclusions_en),
            source: row.source,
            in_force_from: row.in_force_from,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Counts a case: its shares in rates at a moment, by whoever ended the step if somebody did.
pub async fn note(
    connection: &mut PgConnection,
    event: EventId,
    at: DateTime<Utc>,
    by: Option<(PostId, PersonId)>,
    shares: &[Share],
) -> sqlx::Result<()> {
    let small = |count: i64| i32::try_from(count).unwrap_or(i32::MAX);
    let rates: Vec<&str> = shares.iter().map(|share| share.rate.as_str()).collect();
    let numerators: Vec<i32> = shares.iter().map(|share| small(share.counts.numerator)).collect();
    let denominators: Vec<i32> = shares.iter().map(|share| small(share.counts.denominator)).collect();
    let whys: Vec<&str> = shares.iter().map(|share| share.why.as_str()).collect();
    let amounts: Vec<i64> = shares.iter().map(|share| share.amount).collect();
    sqlx::query(include_str!("../queries/rates/noted.sql"))
        .bind(event.0)
        .bind(at)
        .bind(by.map(|(post, _)| post.0))
        .bind(by.map(|(_, person)| person.0))
        .bind(rates)
        .bind(numerators)
        .bind(denominators)
        .bind(whys)
        .bind(amounts)
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds to what a case went through; gives the whole of it, and the extensions it was granted.
pub async fn passed(
    connection: &mut PgConnection,
    event: EventId,
    more: Passed,
) -> sqlx::Result<(Passed, i64)> {
    let (dispatches, returns, hand_backs, reworks): (i16, i16, i16, i16) =
        sqlx::query_as(include_str!("../queries/rates/passed.sql"))
            .bind(event.0)
            .bind(more.dispatches)
            .bind(more.returns)
            .bind(more.hand_backs)
            .bind(more.reworks)
            .fetch_one(&mut *connection)
            .await?;
    let extensions = sqlx::query_scalar(include_str!("../queries/rates/extensions.sql"))
        .bind(event.0)
        .fetch_one(connection)
        .await?;
    Ok((Passed { dispatches, returns, hand_backs, reworks }, extensions))
}
