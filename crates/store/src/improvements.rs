//! Improvements that reviews promised.

use chrono::{DateTime, NaiveDate, Utc};
use domain::centres::CentrePath;
use domain::reviews::Improvement;
use domain::{CentreId, ImprovementId, ReviewId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::path;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    review: i64,
    action: String,
    owner_tag: Tag,
    owner_name: String,
    due_on: NaiveDate,
    done_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self, today: NaiveDate) -> Improvement {
        Improvement {
            id: ImprovementId(self.id),
            action: self.action,
            owner: self.owner_tag.0,
            owner_name: self.owner_name,
            due_on: self.due_on,
            late: self.done_at.is_none() && self.due_on < today,
            done_at: self.done_at,
        }
    }
}

/// What a review promised, first due first.
pub async fn of_review(
    connection: &mut PgConnection,
    review: ReviewId,
    today: NaiveDate,
) -> sqlx::Result<Vec<Improvement>> {
    let question = include_str!("../queries/improvements/of_review.sql");
    let rows: Vec<Row> = sqlx::query_as(question).bind(review.0).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|row| row.read(today)).collect())
}

/// One promise and its review; held until the transaction ends.
pub async fn by_id(
    connection: &mut PgConnection,
    id: ImprovementId,
    today: NaiveDate,
) -> sqlx::Result<Option<(Improvement, ReviewId)>> {
    let question = include_str!("../queries/improvements/by_id.sql");
    let row: Option<Row> = sqlx::query_as(question).bind(id.0).fetch_optional(connection).await?;
    Ok(row.map(|row| {
        let review = ReviewId(row.review);
        (row.read(today), review)
    }))
}

/// A promise to be kept.
#[derive(Debug, Clone)]
pub struct NewPromise<'a> {
    /// The review.
    pub review: ReviewId,
    /// The centre that owns it.
    pub owner: CentreId,
    /// What.
    pub action: &'a str,
    /// Who answers for it.
    pub owner_name: &'a str,
    /// By which day.
    pub due_on: NaiveDate,
    /// When it was promised.
    pub at: DateTime<Utc>,
}

/// Adds a promise.
pub async fn add(connection: &mut PgConnection, new: NewPromise<'_>) -> sqlx::Result<ImprovementId> {
    let id: i64 = sqlx::query_scalar(include_str!("../queries/improvements/added.sql"))
        .bind(new.owner.0)
        .bind(new.review.0)
        .bind(new.action)
        .bind(new.owner_name)
        .bind(new.due_on)
        .bind(new.at)
        .fetch_one(connection)
        .await?;
    Ok(ImprovementId(id))
}

/// Marks a change as made.
pub async fn done(connection: &mut PgConnection, id: ImprovementId, at: DateTime<Utc>) -> sqlx::Result<()> {
    let question = include_str!("../queries/improvements/done.sql");
    sqlx::query(question).bind(id.0).bind(at).execute(connection).await?;
    Ok(())
}

/// Marks promises as late whose day has passed, `limit` at most; gives their reviews and owners.
pub async fn overdue(
    connection: &mut PgConnection,
    today: NaiveDate,
    limit: i64,
) -> sqlx::Result<Vec<(ReviewId, CentrePath)>> {
    let rows: Vec<(i64, String)> = sqlx::query_as(include_str!("../queries/improvements/overdue.sql"))
        .bind(today)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|(review, owner)| Ok((ReviewId(review), path(&owner)?))).collect()
}
