//! The cases behind a figure.

use chrono::{DateTime, Utc};
use domain::centres::{CentreTag, Tier};
use domain::names::Name;
use domain::rates::{CountedRow, Counts, Part, RateKind, Span, depth};
use domain::time::city_midnight;
use domain::{AppealId, EventId, RateEntryId};
use sqlx::PgConnection;

use crate::centres::{Tag, bounds_of_list};
use crate::decode::spelled;
use crate::pages::{ASKED, Key};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    event: i64,
    number: String,
    title_zh: String,
    title_en: String,
    centre_tag: Tag,
    at: DateTime<Utc>,
    numerator: i32,
    denominator: i32,
    why: String,
    amount: i64,
    revises: Option<i64>,
    noted_at: DateTime<Utc>,
    appeal: Option<i64>,
    appeal_state: Option<String>,
}

impl Row {
    fn read(self) -> sqlx::Result<CountedRow> {
        let state = self.appeal_state.as_deref().map(spelled).transpose()?;
        Ok(CountedRow {
            id: RateEntryId(self.id),
            event: EventId(self.event),
            number: self.number,
            title: Name::new(self.title_zh, self.title_en),
            centre: self.centre_tag.0,
            at: self.at,
            counts: Counts::new(self.numerator.into(), self.denominator.into()),
            why: spelled(&self.why)?,
            amount: self.amount,
            revision: self.revises.map(|id| (AppealId(id), self.noted_at)),
            appeal: self.appeal.map(AppealId).zip(state),
            may_appeal: false,
        })
    }
}

/// What a list of cases is narrowed to.
#[derive(Debug, Clone)]
pub struct Listed<'a> {
    /// The rate.
    pub rate: RateKind,
    /// The centre, with all below it.
    pub centre: &'a CentreTag,
    /// The period.
    pub span: Span,
    /// Lane code; empty for all.
    pub lane: &'a str,
    /// Which of them.
    pub part: Part,
    /// Only those solved at this tier.
    pub tier: Option<Tier>,
}

/// Cases behind a figure, latest first, one more than a page holds.
pub async fn counted(
    connection: &mut PgConnection,
    listed: &Listed<'_>,
    after: Option<Key>,
) -> sqlx::Result<Vec<CountedRow>> {
    let bounds = bounds_of_list(&mut *connection, Some(listed.centre)).await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("../../queries/rates/counted.sql"))
        .bind(listed.rate.as_str())
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(city_midnight(listed.span.first()))
        .bind(city_midnight(listed.span.end()))
        .bind(listed.lane)
        .bind(listed.part.as_str())
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .bind(listed.tier.map(depth))
        .persistent(false)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// How many rows there are, as far as they are counted.
pub async fn rows_counted(connection: &mut PgConnection, listed: &Listed<'_>) -> sqlx::Result<i64> {
    let bounds = bounds_of_list(&mut *connection, Some(listed.centre)).await?;
    sqlx::query_scalar(include_str!("../../queries/rates/rows_counted.sql"))
        .bind(listed.rate.as_str())
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(city_midnight(listed.span.first()))
        .bind(city_midnight(listed.span.end()))
        .bind(listed.lane)
        .bind(listed.part.as_str())
        .bind(listed.tier.map(depth))
        .persistent(false)
        .fetch_one(connection)
        .await
}

/// One case's share in a rate.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Identity.
    pub id: RateEntryId,
    /// When it counted.
    pub at: DateTime<Utc>,
    /// The case.
    pub event: EventId,
    /// The rate.
    pub rate: RateKind,
    /// How it counts.
    pub counts: Counts,
    /// Where.
    pub centre: CentreTag,
}

#[derive(sqlx::FromRow)]
struct EntryRow {
    id: i64,
    at: DateTime<Utc>,
    event: i64,
    rate: String,
    numerator: i32,
    denominator: i32,
    centre_tag: Tag,
}

/// One case's share, if it is seen and no revision.
pub async fn entry(connection: &mut PgConnection, id: RateEntryId) -> sqlx::Result<Option<Entry>> {
    let row: Option<EntryRow> = sqlx::query_as(include_str!("../../queries/rates/entry.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    let read = |row: EntryRow| {
        Ok(Entry {
            id: RateEntryId(row.id),
            at: row.at,
            event: EventId(row.event),
            rate: spelled(&row.rate)?,
            counts: Counts::new(row.numerator.into(), row.denominator.into()),
            centre: row.centre_tag.0,
        })
    };
    row.map(read).transpose()
}
