//! Reports of progress on assignments.

use chrono::{DateTime, Utc};
use domain::assignments::Progress;
use domain::names::Name;
use domain::{AssignmentId, AttachmentId, CentreId, OrderId, PersonId};
use sqlx::PgConnection;

#[derive(sqlx::FromRow)]
struct Row {
    assignment: i64,
    at: DateTime<Utc>,
    who: String,
    centre_zh: String,
    centre_en: String,
    percent: i16,
    note: String,
    number: Option<f64>,
    photos: Vec<i64>,
    files: Vec<i64>,
    file_names: Vec<String>,
}

/// Reports in the tree of an order, latest first; below an outline number only, for an order that was passed down.
pub async fn of_tree(
    connection: &mut PgConnection,
    root: OrderId,
    below: Option<&str>,
) -> sqlx::Result<Vec<Progress>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/progress/of_tree.sql"))
        .bind(root.0)
        .bind(below)
        .fetch_all(connection)
        .await?;
    let progress = |row: Row| Progress {
        assignment: AssignmentId(row.assignment),
        at: row.at,
        who: row.who,
        centre: Name::new(row.centre_zh, row.centre_en),
        percent: row.percent,
        note: row.note,
        number: row.number,
        photos: row.photos.into_iter().map(AttachmentId).collect(),
        files: row.files.into_iter().map(AttachmentId).zip(row.file_names).collect(),
    };
    Ok(rows.into_iter().map(progress).collect())
}

/// A report to be added.
#[derive(Debug, Clone)]
pub struct NewReport<'a> {
    /// The reporting centre.
    pub centre: CentreId,
    /// On which assignment.
    pub assignment: AssignmentId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub person: PersonId,
    /// Per cent done.
    pub percent: i16,
    /// What they wrote.
    pub note: &'a str,
    /// Photos and files, added before.
    pub photos: &'a [AttachmentId],
    /// The number that was asked for.
    pub number: Option<f64>,
}

/// Adds a report; gives its row.
pub async fn add(connection: &mut PgConnection, new: NewReport<'_>) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../queries/progress/added.sql"))
        .bind(new.centre.0)
        .bind(new.assignment.0)
        .bind(new.at)
        .bind(new.person.0)
        .bind(new.percent)
        .bind(new.note)
        .bind(new.photos.iter().map(|id| id.0).collect::<Vec<_>>())
        .bind(new.number)
        .fetch_one(connection)
        .await
}
