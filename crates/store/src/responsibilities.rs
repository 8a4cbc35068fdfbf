//! The responsibility list: which tier must take a category of case, and within what limits.

mod list;

use chrono::{DateTime, Utc};
use domain::CentreId;
use domain::centres::{CentreTag, Tier};
use domain::clocks::Limits;
use domain::names::Name;
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;

pub use list::{Change, change, classes, lanes, listed, lock, move_change, propose, row, versions};

/// An entry of the list.
#[derive(Debug, Clone)]
pub struct Responsibility {
    /// Category code.
    pub category: String,
    /// Category in words.
    pub name: Name,
    /// The version that holds.
    pub version: i32,
    /// The tier that must take it.
    pub tier: Tier,
    /// How long its steps may take.
    pub limits: Limits,
}

/// The columns of a category's limits.
#[derive(sqlx::FromRow)]
pub(crate) struct LimitsRow {
    accept_min: i32,
    register_min: i32,
    dispatch_min: i32,
    handle_min: i32,
    verify_min: i32,
    close_min: i32,
    working_time: bool,
}

impl LimitsRow {
    pub(crate) fn read(&self) -> Limits {
        Limits {
            accept_min: self.accept_min.into(),
            register_min: self.register_min.into(),
            dispatch_min: self.dispatch_min.into(),
            handle_min: self.handle_min.into(),
            verify_min: self.verify_min.into(),
            close_min: self.close_min.into(),
            working: self.working_time,
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    category: String,
    name_zh: String,
    name_en: String,
    version: i32,
    tier: String,
    #[sqlx(flatten)]
    limits: LimitsRow,
}

/// The entry of a category as it holds at a moment.
pub async fn of_category(
    connection: &mut PgConnection,
    category: &str,
    at: DateTime<Utc>,
) -> sqlx::Result<Option<Responsibility>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/responsibilities/of_category.sql"))
        .bind(category)
        .bind(at)
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        Ok(Responsibility {
            category: row.category,
            name: Name::new(row.name_zh, row.name_en),
            version: row.version,
            tier: spelled(&row.tier)?,
            limits: row.limits.read(),
        })
    })
    .transpose()
}

/// The centre of a tier that a place lies in; of a place above that tier, the place itself.
pub async fn centre_for(
    connection: &mut PgConnection,
    place: CentreId,
    tier: Tier,
) -> sqlx::Result<Option<CentreTag>> {
    let tag: Option<Tag> = sqlx::query_scalar(include_str!("../queries/responsibilities/centre_for.sql"))
        .bind(place.0)
        .bind(tier.as_str())
        .fetch_optional(connection)
        .await?;
    Ok(tag.map(|tag| tag.0))
}
