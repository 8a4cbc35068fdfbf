//! Improvements that reviews promised.

use chrono::{DateTime, NaiveDate, Utc};
use domain::centres::CentrePath;
use domain::reviews::{Change, ChangeKind, Improvement};
use domain::{CentreId, ImprovementId, OrderId, ReviewId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::{path, spelled};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    review: i64,
    action: String,
    owner_tag: Tag,
    owner_name: String,
    due_on: NaiveDate,
    done_at: Option<DateTime<Utc>>,
    changes: Option<String>,
    changes_code: Option<String>,
    changes_before: Option<String>,
    orders: Option<i64>,
    number: Option<String>,
    percent: Option<i16>,
    state: Option<String>,
}

impl Row {
    fn read(self, today: NaiveDate) -> sqlx::Result<Improvement> {
        let kind: Option<ChangeKind> = self.changes.as_deref().map(spelled).transpose()?;
        let changes = kind.zip(self.changes_code).zip(self.changes_before);
        let state = self.state.as_deref().map(spelled).transpose()?;
        let order = self.orders.zip(self.number).zip(self.percent).zip(state);
        Ok(Improvement {
            id: ImprovementId(self.id),
            action: self.action,
            owner: self.owner_tag.0,
            owner_name: self.owner_name,
            due_on: self.due_on,
            late: self.done_at.is_none() && self.due_on < today,
            done_at: self.done_at,
            order: order.map(|(((id, number), percent), state)| (OrderId(id), number, percent.into(), state)),
            changes: changes.map(|((kind, code), before)| Change { kind, code, before }),
        })
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
    rows.into_iter().map(|row| row.read(today)).collect()
}

/// One promise and its review; held until the transaction ends.
pub async fn by_id(
    connection: &mut PgConnection,
    id: ImprovementId,
    today: NaiveDate,
) -> sqlx::Result<Option<(Improvement, ReviewId)>> {
    let question = include_str!("../queries/improvements/by_id.sql");
    let row: Option<Row> = sqlx::query_as(question).bind(id.0).fetch_optional(connection).await?;
    row.map(|row| {
        let review = ReviewId(row.review);
        Ok((row.read(today)?, review))
    })
    .transpose()
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
    /// What it changes.
    pub changes: Option<Change>,
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
        .bind(new.changes.as_ref().map(|change| change.kind.as_str()))
        .bind(new.changes.as_ref().map(|change| change.code.as_str()))
        .bind(new.changes.as_ref().map(|change| change.before.as_str()))
        .fetch_one(connection)
        .await?;
    Ok(ImprovementId(id))
}

/// Keeps the order that a promise was sent down as.
pub async fn ordered(connection: &mut PgConnection, id: ImprovementId, order: OrderId) -> sqlx::Result<()> {
    let question = include_str!("../queries/improvements/ordered.sql");
    sqlx::query(question).bind(id.0).bind(order.0).execute(connection).await?;
    Ok(())
}

/// A promise that an order has just fulfilled.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The promise.
    pub id: ImprovementId,
    /// Its review.
    pub review: ReviewId,
    /// What.
    pub action: String,
    /// Its owner's place.
    pub owner: CentrePath,
}

/// Marks what was sent down as this order as made, once all parts of it are verified.
pub async fn settle(
    connection: &mut PgConnection,
    order: OrderId,
    at: DateTime<Utc>,
) -> sqlx::Result<Vec<Settled>> {
    let rows: Vec<(i64, i64, String, String)> =
        sqlx::query_as(include_str!("../queries/improvements/settled.sql"))
            .bind(order.0)
            .bind(at)
            .fetch_all(connection)
            .await?;
    let settled = |(id, review, action, owner): (i64, i64, String, String)| {
        Ok(Settled { id: ImprovementId(id), review: ReviewId(review), action, owner: path(&owner)? })
    };
    rows.into_iter().map(settled).collect()
}

/// How what would be changed is now; none where there is no such thing.
pub async fn before(
    connection: &mut PgConnection,
    kind: ChangeKind,
    code: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    let question = match kind {
        ChangeKind::Plan => include_str!("../queries/improvements/plan_before.sql"),
        ChangeKind::Indicator => include_str!("../queries/improvements/indicator_before.sql"),
        ChangeKind::Responsibility => include_str!("../queries/improvements/responsibility_before.sql"),
    };
    let asked = sqlx::query_scalar(question).bind(code);
    // Of the three only the list has versions that begin by themselves.
    let asked = if kind == ChangeKind::Responsibility { asked.bind(at) } else { asked };
    let found: Option<Option<String>> = asked.fetch_optional(connection).await?;
    Ok(found.flatten())
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
