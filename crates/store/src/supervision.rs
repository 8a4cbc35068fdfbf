//! Supervision: what is pressed, by which rules, and what was to be explained.

mod explanations;
mod rules;

use chrono::{DateTime, Utc};
use domain::assignments::Supervision;
use domain::centres::{CentrePath, CentreTag};
use domain::names::Name;
use domain::supervision::{Annulment, ExplanationState, Owing, Pressures};
use domain::warnings::Level;
use domain::{AssignmentId, CentreId, OrderId, PersonId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;
use crate::pages::{ASKED, Key};

pub use explanations::{
    Asked, Explanation, ask, end_notices, explanation, lock_explanation, move_explanation, of_order,
    open_within, raise_notices, waive,
};
pub use rules::{InForce, add_rules, in_force, lock_rules, versions};

/// What the board is narrowed to.
#[derive(Debug, Clone)]
pub struct Narrowed {
    /// This centre and all below.
    pub path: CentrePath,
    /// Only orders of this level.
    pub level: Option<Level>,
    /// Only this pressure.
    pub supervision: Option<Supervision>,
    /// Only parts of this order.
    pub order: Option<OrderId>,
    /// Only orders on cases of these categories; none of them when the list is empty.
    pub categories: Option<Vec<String>>,
    /// Only what this centre or this person owes.
    pub owed_by: Option<(CentreId, PersonId)>,
}

/// A part on the board, beside what the part itself says.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The part.
    pub id: AssignmentId,
    /// Its place in the list, with its identity the list's key.
    pub place: i64,
    /// Who answers for it.
    pub owing: Option<Owing>,
    /// What was asked because it turned red.
    pub explanation: Option<ExplanationState>,
    /// Its present card was a mistake.
    pub annulled: Option<Annulment>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    place: i64,
    name: Option<String>,
    phone: Option<String>,
    title_zh: Option<String>,
    title_en: Option<String>,
    holds: bool,
    explanation: Option<String>,
    card: Option<String>,
    reason: Option<String>,
    at: Option<DateTime<Utc>>,
    who: Option<String>,
}

impl TryFrom<Row> for Listed {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> sqlx::Result<Self> {
        let title = crate::decode::name(row.title_zh, row.title_en).unwrap_or_default();
        let (phone, holds) = (row.phone.unwrap_or_default(), row.holds);
        let annulled = match (row.card, row.at) {
            (Some(card), Some(at)) => Some(Annulment {
                card: spelled(&card)?,
                reason: row.reason.unwrap_or_default(),
                who: row.who.unwrap_or_default(),
                at,
            }),
            _ => None,
        };
        Ok(Self {
            id: AssignmentId(row.id),
            place: row.place,
            owing: row.name.map(|name| Owing { name, title, phone, holds }),
            explanation: row.explanation.as_deref().map(spelled).transpose()?,
            annulled,
        })
    }
}

/// A page of the board, one row more than it holds, and how many there are as far as they are counted.
pub async fn board(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    after: Option<Key>,
) -> sqlx::Result<(Vec<Listed>, i64)> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/supervision/board.sql"))
        .bind(narrowed.path.as_str())
        .bind(narrowed.level.map(Level::rank))
        .bind(narrowed.supervision.map(Supervision::as_str))
        .bind(after.map(|key| key.0))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .bind(now)
        .bind(narrowed.categories.as_deref())
        .bind(narrowed.owed_by.map(|(centre, _)| centre.0))
        .bind(narrowed.owed_by.map(|(_, person)| person.0))
        .bind(narrowed.order.map(|order| order.0))
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    let counted: i64 = sqlx::query_scalar(include_str!("../queries/supervision/board_counted.sql"))
        .bind(narrowed.path.as_str())
        .bind(narrowed.level.map(Level::rank))
        .bind(narrowed.supervision.map(Supervision::as_str))
        .bind(narrowed.categories.as_deref())
        .bind(narrowed.owed_by.map(|(centre, _)| centre.0))
        .bind(narrowed.owed_by.map(|(_, person)| person.0))
        .bind(narrowed.order.map(|order| order.0))
        .persistent(false)
        .fetch_one(connection)
        .await?;
    Ok((rows.into_iter().map(Listed::try_from).collect::<sqlx::Result<_>>()?, counted))
}

#[derive(sqlx::FromRow)]
struct CentreRow {
    tag: Tag,
    urged: i64,
    yellow: i64,
    red: i64,
}

/// How many owed parts are pressed how hard, by centre directly below, worst first; the centre itself where it owes some.
pub async fn by_centre(
    connection: &mut PgConnection,
    path: &CentrePath,
) -> sqlx::Result<Vec<(CentreTag, Pressures)>> {
    let rows: Vec<CentreRow> = sqlx::query_as(include_str!("../queries/supervision/by_centre.sql"))
        .bind(path.as_str())
        .fetch_all(connection)
        .await?;
    let read = |row: CentreRow| (row.tag.0, Pressures { urged: row.urged, yellow: row.yellow, red: row.red });
    Ok(rows.into_iter().map(read).collect())
}

/// The trees of some parts, in the order in which they are locked.
pub async fn trees_of(connection: &mut PgConnection, ids: &[AssignmentId]) -> sqlx::Result<Vec<OrderId>> {
    let roots: Vec<i64> = sqlx::query_scalar(include_str!("../queries/supervision/held.sql"))
        .bind(ids.iter().map(|id| id.0).collect::<Vec<_>>())
        .fetch_all(connection)
        .await?;
    Ok(roots.into_iter().map(OrderId).collect())
}

/// Keeps the pressure on some parts.
pub async fn press(connection: &mut PgConnection, ids: &[AssignmentId], to: Supervision) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/supervision/pressed.sql"))
        .bind(ids.iter().map(|id| id.0).collect::<Vec<_>>())
        .bind(to.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Says that the present card of a part was a mistake; false when somebody said so before.
pub async fn annul(
    connection: &mut PgConnection,
    id: AssignmentId,
    reason: &str,
    by: PersonId,
    at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let row: Option<i64> = sqlx::query_scalar(include_str!("../queries/supervision/annulled.sql"))
        .bind(id.0)
        .bind(reason)
        .bind(by.0)
        .bind(at)
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// A title that may be hidden from the reader.
fn title(zh: Option<String>, en: Option<String>) -> Name {
    crate::decode::name(zh, en).unwrap_or_default()
}
