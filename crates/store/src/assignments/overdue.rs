//! Owed parts that time itself moves: lamps that turn, pressure that grows.

use chrono::{DateTime, Utc};
use domain::assignments::Supervision;
use domain::time::Lamp;
use domain::warnings::Level;
use domain::{AssignmentId, CentreId};
use sqlx::PgConnection;

use super::{Standing, StandingRow};
use crate::decode::spelled;

/// An owed part as the tick sees it.
#[derive(Debug, Clone)]
pub struct Pressed {
    /// The part.
    pub id: AssignmentId,
    /// Where it stands.
    pub standing: Standing,
    /// Its order's number.
    pub number: String,
    /// The recipient's district.
    pub district: CentreId,
    /// Level of the order.
    pub level: Level,
    /// Pressure on it.
    pub supervision: Supervision,
    /// Lamp as it was last seen.
    pub lamp: Lamp,
    /// When its clock began.
    pub issued_at: DateTime<Utc>,
    /// When it is due.
    pub due_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    #[sqlx(flatten)]
    standing: StandingRow,
    number: String,
    district: i64,
    level: i16,
    supervision: String,
    lamp: String,
    issued_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
}

impl TryFrom<Row> for Pressed {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            id: AssignmentId(row.id),
            standing: row.standing.try_into()?,
            number: row.number,
            district: CentreId(row.district),
            level: crate::decode::level(row.level)?,
            supervision: spelled(&row.supervision)?,
            lamp: spelled(&row.lamp)?,
            issued_at: row.issued_at,
            due_at: row.due_at,
        })
    }
}

/// Owed parts to look at, from one on, `limit` at most; held until the transaction ends.
pub async fn due_for_pressure(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
    after: AssignmentId,
    limit: i64,
) -> sqlx::Result<Vec<Pressed>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../../queries/assignments/due_for_pressure.sql"))
        .bind(now)
        .bind(after.0)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Pressed::try_from).collect()
}

/// Keeps lamps and pressure.
pub async fn press(connection: &mut PgConnection, parts: &[Pressed]) -> sqlx::Result<()> {
    sqlx::query(include_str!("../../queries/assignments/pressed.sql"))
        .bind(parts.iter().map(|part| part.id.0).collect::<Vec<_>>())
        .bind(parts.iter().map(|part| part.lamp.as_str()).collect::<Vec<_>>())
        .bind(parts.iter().map(|part| part.supervision.as_str()).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}
