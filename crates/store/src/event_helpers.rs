//! Centres that help with a case of another.

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, CentreTag};
use domain::relations::{Helper, HelperState};
use domain::{CentreId, EventId, PersonId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;

#[derive(sqlx::FromRow)]
struct Row {
    centre_tag: Tag,
    state: String,
    task: String,
    named_by: String,
    named_at: DateTime<Utc>,
    decider_tag: Tag,
    done_at: Option<DateTime<Utc>>,
    note: String,
}

/// Helping centres of a case, in the order they were named; what the reader may do is left open.
pub async fn of_event(connection: &mut PgConnection, id: EventId) -> sqlx::Result<Vec<Helper>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/event_helpers/of_event.sql"))
        .bind(id.0)
        .fetch_all(connection)
        .await?;
    let read = |row: Row| {
        Ok(Helper {
            centre: row.centre_tag.0,
            state: spelled(&row.state)?,
            task: row.task,
            named_by: row.named_by,
            named_at: row.named_at,
            decider: row.decider_tag.0,
            done_at: row.done_at,
            note: row.note,
            moves: Vec::new(),
        })
    };
    rows.into_iter().map(read).collect()
}

/// A helping centre to be named.
#[derive(Debug, Clone)]
pub struct Named<'a> {
    /// The case.
    pub event: EventId,
    /// The centre.
    pub centre: CentreId,
    /// Asked for, or helping at once.
    pub state: HelperState,
    /// What it is asked to do.
    pub task: &'a str,
    /// Who names it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// The centre that consents.
    pub decider: CentreId,
}

/// Names a helping centre; false if it is named already.
pub async fn name(connection: &mut PgConnection, new: &Named<'_>) -> sqlx::Result<bool> {
    let done = sqlx::query(include_str!("../queries/event_helpers/named.sql"))
        .bind(new.centre.0)
        .bind(new.event.0)
        .bind(new.state.as_str())
        .bind(new.task)
        .bind(new.by.0)
        .bind(new.at)
        .bind(new.decider.0)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps the new state of a helping centre's part and what was said.
pub async fn moved(
    connection: &mut PgConnection,
    event: EventId,
    centre: CentreId,
    state: HelperState,
    note: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/event_helpers/moved.sql"))
        .bind(event.0)
        .bind(centre.0)
        .bind(state.as_str())
        .bind(now)
        .bind(note)
        .execute(connection)
        .await?;
    Ok(())
}

/// The new lead helps no more, the old one does from now on; `decider` stands above both.
pub async fn swap(
    connection: &mut PgConnection,
    event: EventId,
    (lead, before): (CentreId, CentreId),
    by: PersonId,
    now: DateTime<Utc>,
    decider: CentreId,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/event_helpers/swapped.sql"))
        .bind(event.0)
        .bind(lead.0)
        .bind(before.0)
        .bind(by.0)
        .bind(now)
        .bind(decider.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Centres that may be named as helpers of a lead, in a scope; 200 at most.
pub async fn candidates(
    connection: &mut PgConnection,
    lead: CentreId,
    within: &CentrePath,
) -> sqlx::Result<Vec<CentreTag>> {
    let tags: Vec<Tag> = sqlx::query_scalar(include_str!("../queries/event_helpers/candidates.sql"))
        .bind(lead.0)
        .bind(within.as_str())
        .fetch_all(connection)
        .await?;
    Ok(tags.into_iter().map(|tag| tag.0).collect())
}

/// Centres that take part in a case under this lead, wherever they lie: it may order them in this case.
pub async fn commanded(
    connection: &mut PgConnection,
    id: EventId,
    lead: CentreId,
) -> sqlx::Result<Vec<CentreTag>> {
    let tags: Vec<Tag> = sqlx::query_scalar(include_str!("../queries/event_helpers/commanded.sql"))
        .bind(id.0)
        .bind(lead.0)
        .fetch_all(connection)
        .await?;
    Ok(tags.into_iter().map(|tag| tag.0).collect())
}
