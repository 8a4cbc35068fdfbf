//! Sums: at most seven rows by day or twelve by month for each figure, and what is not folded in yet.

use chrono::{DateTime, NaiveDate, Utc};
use domain::CentreId;
use domain::centres::{CentrePath, CentreTag, Tier};
use domain::names::Name;
use domain::rates::{Counts, RateKind, Span};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;

/// A period, and a lane or all of them.
#[derive(Debug, Clone, Copy)]
pub struct Window<'a> {
    /// The period.
    pub span: Span,
    /// Lane code; empty for all.
    pub lane: &'a str,
}

/// A centre set beside others, with its counts by the rate that ranks.
#[derive(Debug, Clone)]
pub struct Side {
    /// The centre.
    pub centre: CentreTag,
    /// Code and name of those it is compared with.
    pub group: (String, Name),
    /// Counts.
    pub counts: Counts,
}

#[derive(sqlx::FromRow)]
struct SideRow {
    tag: Tag,
    group_code: String,
    group_zh: String,
    group_en: String,
    numerator: i64,
    denominator: i64,
}

/// Centres below one, those directly below or all of a tier, group by group.
pub async fn side_by_side(
    connection: &mut PgConnection,
    above: &CentrePath,
    tier: Option<Tier>,
    rate: RateKind,
    window: Window<'_>,
) -> sqlx::Result<Vec<Side>> {
    let rows: Vec<SideRow> = sqlx::query_as(include_str!("../../queries/rates/side_by_side.sql"))
        .bind(above.as_str())
        .bind(tier.map(Tier::as_str))
        .bind(rate.as_str())
        .bind(window.span.grain().as_str())
        .bind(window.span.first())
        .bind(window.span.end())
        .bind(window.lane)
        .fetch_all(connection)
        .await?;
    let side = |row: SideRow| Side {
        centre: row.tag.0,
        group: (row.group_code, Name::new(row.group_zh, row.group_en)),
        counts: Counts::new(row.numerator, row.denominator),
    };
    Ok(rows.into_iter().map(side).collect())
}

/// The sum of one centre in one rate.
#[derive(Debug, Clone, Copy)]
pub struct Sum {
    /// The centre.
    pub centre: CentreId,
    /// The rate.
    pub rate: RateKind,
    /// As it stands.
    pub counts: Counts,
    /// As it was published.
    pub published: Counts,
}

/// The figures of some centres, each with all below it; those without any are not there.
pub async fn figures(
    connection: &mut PgConnection,
    centres: &[CentreId],
    window: Window<'_>,
) -> sqlx::Result<Vec<Sum>> {
    let ids: Vec<i64> = centres.iter().map(|id| id.0).collect();
    let rows: Vec<(i64, String, i64, i64, i64, i64)> =
        sqlx::query_as(include_str!("../../queries/rates/figures.sql"))
            .bind(ids)
            .bind(window.span.grain().as_str())
            .bind(window.span.first())
            .bind(window.span.end())
            .bind(window.lane)
            .fetch_all(connection)
            .await?;
    let sum = |(centre, rate, part, whole, was_part, was_whole): (i64, String, i64, i64, i64, i64)| {
        Ok(Sum {
            centre: CentreId(centre),
            rate: spelled(&rate)?,
            counts: Counts::new(part, whole),
            published: Counts::new(was_part, was_whole),
        })
    };
    rows.into_iter().map(sum).collect()
}

/// The sum of something with a name in one rate.
#[derive(Debug, Clone)]
pub struct NamedSum {
    /// Lane code; empty for people.
    pub code: String,
    /// Name.
    pub name: Name,
    /// The rate.
    pub rate: RateKind,
    /// Counts.
    pub counts: Counts,
}

/// A centre's figures by lane, lane by lane.
pub async fn by_lane(
    connection: &mut PgConnection,
    path: &CentrePath,
    span: Span,
) -> sqlx::Result<Vec<NamedSum>> {
    named(connection, include_str!("../../queries/rates/by_lane.sql"), path, span).await
}

/// The figures of a centre alone by post and person, one after the other.
pub async fn by_person(
    connection: &mut PgConnection,
    path: &CentrePath,
    span: Span,
) -> sqlx::Result<Vec<NamedSum>> {
    named(connection, include_str!("../../queries/rates/by_person.sql"), path, span).await
}

async fn named(
    connection: &mut PgConnection,
    question: &'static str,
    path: &CentrePath,
    span: Span,
) -> sqlx::Result<Vec<NamedSum>> {
    let rows: Vec<(String, String, String, String, i64, i64)> = sqlx::query_as(question)
        .bind(path.as_str())
        .bind(span.grain().as_str())
        .bind(span.first())
        .bind(span.end())
        .fetch_all(connection)
        .await?;
    let sum = |(code, zh, en, rate, part, whole): (String, String, String, String, i64, i64)| {
        Ok(NamedSum {
            code,
            name: Name::new(zh, en),
            rate: spelled(&rate)?,
            counts: Counts::new(part, whole),
        })
    };
    rows.into_iter().map(sum).collect()
}

/// Lanes by which anything can be counted: code and name.
pub async fn lanes(connection: &mut PgConnection) -> sqlx::Result<Vec<(String, Name)>> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(include_str!("../../queries/rates/lanes.sql")).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(code, zh, en)| (code, Name::new(zh, en))).collect())
}

/// When a month was closed.
pub async fn closed_at(
    connection: &mut PgConnection,
    month: NaiveDate,
) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar(include_str!("../../queries/rates/closed.sql"))
        .bind(month)
        .fetch_optional(connection)
        .await
}

/// Months with figures that are not closed, from a day to before another, oldest first.
pub async fn months_open(
    connection: &mut PgConnection,
    from: NaiveDate,
    until: NaiveDate,
) -> sqlx::Result<Vec<NaiveDate>> {
    sqlx::query_scalar(include_str!("../../queries/rates/months_open.sql"))
        .bind(from)
        .bind(until)
        .fetch_all(connection)
        .await
}

/// Closes a month; its figures are kept as they are.
pub async fn close_month(
    connection: &mut PgConnection,
    month: NaiveDate,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/rates/month_closed.sql"))
        .bind(month)
        .bind(at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Folds the oldest deltas into the sums, `limit` at most; says how many.
pub async fn fold(connection: &mut PgConnection, limit: i64) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../../queries/rates/fold.sql")).bind(limit).fetch_one(connection).await
}
