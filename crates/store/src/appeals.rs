//! Appeals against how a case counts in a rate.

use chrono::{DateTime, Utc};
use domain::names::Name;
use domain::rates::{AppealRow, AppealState, Counts, Wanted};
use domain::{AppealId, CentreId, EventId, PersonId, RateEntryId, Refusal};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;
use crate::pages::{ASKED, Key};
use crate::{Error, OnConstraint};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    entry: i64,
    rate: String,
    rate_zh: String,
    rate_en: String,
    event: i64,
    number: String,
    title_zh: String,
    title_en: String,
    numerator: i32,
    denominator: i32,
    at: DateTime<Utc>,
    wanted: String,
    state: String,
    reason: String,
    centre_tag: Tag,
    filed_by: String,
    filed_at: DateTime<Utc>,
    decider_tag: Tag,
    decided_by: String,
    decided_at: Option<DateTime<Utc>>,
    answer: String,
}

impl Row {
    fn read(self) -> sqlx::Result<AppealRow> {
        Ok(AppealRow {
            id: AppealId(self.id),
            entry: RateEntryId(self.entry),
            rate: spelled(&self.rate)?,
            rate_name: Name::new(self.rate_zh, self.rate_en),
            event: EventId(self.event),
            number: self.number,
            title: Name::new(self.title_zh, self.title_en),
            counts: Counts::new(self.numerator.into(), self.denominator.into()),
            at: self.at,
            wanted: spelled(&self.wanted)?,
            state: spelled(&self.state)?,
            reason: self.reason,
            centre: self.centre_tag.0,
            filed_by: self.filed_by,
            filed_at: self.filed_at,
            decider: self.decider_tag.0,
            decided_by: self.decided_by,
            decided_at: self.decided_at,
            answer: self.answer,
            moves: Vec::new(),
        })
    }
}

/// An appeal to be added.
#[derive(Debug, Clone)]
pub struct NewFiling<'a> {
    /// What is appealed.
    pub entry: RateEntryId,
    /// What is wanted.
    pub wanted: Wanted,
    /// Why.
    pub reason: &'a str,
    /// Who files it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// The centre that decides.
    pub decider: CentreId,
}

/// Adds an appeal.
///
/// # Errors
/// `NotNow` when the case was appealed before and that was not withdrawn.
pub async fn add(connection: &mut PgConnection, new: NewFiling<'_>) -> Result<AppealId, Error> {
    let id: i64 = sqlx::query_scalar(include_str!("../queries/appeals/added.sql"))
        .bind(new.entry.0)
        .bind(new.wanted.as_str())
        .bind(new.reason)
        .bind(new.by.0)
        .bind(new.at)
        .bind(new.decider.0)
        .fetch_one(connection)
        .await
        .on_constraint("rate_appeal_once", || Refusal::not_now("appeal", AppealState::Filed, "file"))?;
    Ok(AppealId(id))
}

/// One appeal; held until the transaction ends.
pub async fn locked(connection: &mut PgConnection, id: AppealId) -> sqlx::Result<Option<AppealRow>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/appeals/one.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    row.map(Row::read).transpose()
}

/// Appeals that wait for a centre or that it made, latest first, one more than a page holds.
pub async fn listed(
    connection: &mut PgConnection,
    centre: CentreId,
    after: Option<Key>,
) -> sqlx::Result<Vec<AppealRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/appeals/listed.sql"))
        .bind(centre.0)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Keeps a decision.
pub async fn decided(
    connection: &mut PgConnection,
    id: AppealId,
    state: AppealState,
    by: PersonId,
    at: DateTime<Utc>,
    answer: &str,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/appeals/decided.sql"))
        .bind(id.0)
        .bind(state.as_str())
        .bind(by.0)
        .bind(at)
        .bind(answer)
        .execute(connection)
        .await?;
    Ok(())
}

/// Revises the figure that an appeal was about.
pub async fn revise(
    connection: &mut PgConnection,
    id: AppealId,
    rows: &[Counts],
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    let small = |count: i64| i32::try_from(count).unwrap_or(0);
    let numerators: Vec<i32> = rows.iter().map(|row| small(row.numerator)).collect();
    let denominators: Vec<i32> = rows.iter().map(|row| small(row.denominator)).collect();
    sqlx::query(include_str!("../queries/appeals/revised.sql"))
        .bind(id.0)
        .bind(numerators)
        .bind(denominators)
        .bind(at)
        .execute(connection)
        .await?;
    Ok(())
}
