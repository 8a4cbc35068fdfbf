//! Assignments: one recipient's part of an order, in lists, trees and moves.

mod listed;
mod overdue;
mod received;
mod standing;

use chrono::{DateTime, Utc};
use domain::assignments::{AssignmentMove, AssignmentRow, AssignmentState, Supervision};
use domain::names::Name;
use domain::time::{Lamp, lamp};
use domain::{AssignmentId, CentreId, EventId, OrderId, PersonId, PostId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::{level, spelled};

pub use listed::{Debtor, of_order_listed, owed};
pub use overdue::{Pressed, due_for_pressure, press};
pub use received::received;
pub use standing::Standing;
pub(crate) use standing::StandingRow;

/// A part of an order, and the tree it stands in.
#[derive(Debug, Clone)]
pub struct Part {
    /// As lists show it.
    pub row: AssignmentRow,
    /// The top of its tree.
    pub root: OrderId,
    /// The assignment it was passed down from.
    pub parent: Option<AssignmentId>,
    /// The case.
    pub event: Option<EventId>,
    /// Who holds it, and under which post.
    pub holder: Option<(PersonId, PostId)>,
    /// Place in the tree as the database keeps it, e.g. `002.001`.
    pub outline: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    orders: i64,
    root: i64,
    parent_assignment: Option<i64>,
    event: Option<i64>,
    number: String,
    title_zh: String,
    title_en: String,
    action_zh: String,
    action_en: String,
    level: i16,
    issuer_tag: Tag,
    recipient_tag: Tag,
    post_zh: String,
    post_en: String,
    outline: String,
    state: String,
    supervision: String,
    percent: i16,
    photo: bool,
    issued_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    delivered_at: Option<DateTime<Utc>>,
    read_at: Option<DateTime<Utc>>,
    accepted_at: Option<DateTime<Utc>>,
    done_at: Option<DateTime<Utc>>,
    approved_at: Option<DateTime<Utc>>,
    reason: String,
    holder: Option<i64>,
    holder_post: Option<i64>,
    holder_name: Option<String>,
}

impl Row {
    fn read(self, now: DateTime<Utc>) -> sqlx::Result<Part> {
        let state: AssignmentState = spelled(&self.state)?;
        // The clock of what was done stands where it was done; of what nobody owes any more it says nothing bad.
        let lamp = match self.done_at {
            Some(done) => lamp(self.issued_at, self.due_at, done),
            None if state.is_owed() => lamp(self.issued_at, self.due_at, now),
            None => Lamp::Green,
        };
        Ok(Part {
            root: OrderId(self.root),
            parent: self.parent_assignment.map(AssignmentId),
            event: self.event.map(EventId),
            holder: self.holder.map(PersonId).zip(self.holder_post.map(PostId)),
            row: AssignmentRow {
                id: AssignmentId(self.id),
                order: OrderId(self.orders),
                number: self.number,
                title: Name::new(self.title_zh, self.title_en),
                action: Name::new(self.action_zh, self.action_en),
                level: level(self.level)?,
                issuer: self.issuer_tag.0,
                recipient: self.recipient_tag.0,
                post: Name::new(self.post_zh, self.post_en),
                depth: i32::try_from(self.outline.matches('.').count()).unwrap_or(i32::MAX),
                outline: shown(&self.outline),
                state,
                supervision: spelled(&self.supervision)?,
                lamp,
                percent: self.percent,
                photo: self.photo,
                issued_at: self.issued_at,
                due_at: self.due_at,
                delivered_at: self.delivered_at,
                read_at: self.read_at,
                accepted_at: self.accepted_at,
                done_at: self.done_at,
                approved_at: self.approved_at,
                reason: self.reason,
                holder: self.holder_name.unwrap_or_default(),
            },
            outline: self.outline,
        })
    }
}

/// `002.011` as people read it: `2.11`.
fn shown(outline: &str) -> String {
    outline.split('.').map(|part| part.trim_start_matches('0')).collect::<Vec<_>>().join(".")
}

fn parts(rows: Vec<Row>, now: DateTime<Utc>) -> sqlx::Result<Vec<Part>> {
    rows.into_iter().map(|row| row.read(now)).collect()
}

/// One part.
pub async fn by_id(
    connection: &mut PgConnection,
    id: AssignmentId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Part>> {
    let row: Option<Row> = sqlx::query_as(include_str!("../queries/assignments/row.sql"))
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    row.map(|row| row.read(now)).transpose()
}

/// Some parts, the hardest pressed on top, of these the longest late.
pub async fn by_ids(
    connection: &mut PgConnection,
    ids: &[AssignmentId],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Part>> {
    let rows = sqlx::query_as(include_str!("../queries/assignments/by_ids.sql"))
        .bind(ids.iter().map(|id| id.0).collect::<Vec<_>>())
        .fetch_all(connection)
        .await?;
    parts(rows, now)
}

/// The tree of an order in reading order; below an outline number only, for an order that was passed down.
pub async fn tree(
    connection: &mut PgConnection,
    root: OrderId,
    below: Option<&str>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Part>> {
    let rows = sqlx::query_as(include_str!("../queries/assignments/tree.sql"))
        .bind(root.0)
        .bind(below)
        .fetch_all(connection)
        .await?;
    parts(rows, now)
}

/// The parts of some orders.
pub async fn of_orders(
    connection: &mut PgConnection,
    orders: &[OrderId],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Part>> {
    let orders: Vec<i64> = orders.iter().map(|id| id.0).collect();
    let rows = sqlx::query_as(include_str!("../queries/assignments/of_order.sql"))
        .bind(orders)
        .fetch_all(connection)
        .await?;
    parts(rows, now)
}

/// A part to be added to an order.
#[derive(Debug, Clone)]
pub struct NewPart {
    /// Who must do it.
    pub centre: CentreId,
    /// The plan's step.
    pub plan_step: Option<i32>,
    /// What is to be done.
    pub action: Name,
    /// The post it is meant for.
    pub post: Name,
    /// A photo must come with the report.
    pub photo: bool,
    /// By when.
    pub due_at: DateTime<Utc>,
}

/// Adds the parts of an order. `above` is the outline number they hang under, `first` the number of the first of them.
pub async fn add(
    connection: &mut PgConnection,
    order: OrderId,
    above: Option<&str>,
    first: usize,
    new: &[NewPart],
) -> sqlx::Result<()> {
    // Three digits sort as text up to 999; an order to every township needs a fourth.
    let digits = (first + new.len()).to_string().len().max(3);
    let outline = |n: usize| {
        let number = format!("{:0digits$}", first + n);
        above.map_or_else(|| number.clone(), |above| [above, number.as_str()].join("."))
    };
    sqlx::query(include_str!("../queries/assignments/added.sql"))
        .bind(order.0)
        .bind(new.iter().map(|part| part.centre.0).collect::<Vec<_>>())
        .bind((0..new.len()).map(outline).collect::<Vec<_>>())
        .bind(new.iter().map(|part| part.plan_step).collect::<Vec<_>>())
        .bind(new.iter().map(|part| part.action.zh.as_str()).collect::<Vec<_>>())
        .bind(new.iter().map(|part| part.action.en.as_str()).collect::<Vec<_>>())
        .bind(new.iter().map(|part| part.post.zh.as_str()).collect::<Vec<_>>())
        .bind(new.iter().map(|part| part.post.en.as_str()).collect::<Vec<_>>())
        .bind(new.iter().map(|part| part.photo).collect::<Vec<_>>())
        .bind(new.iter().map(|part| part.due_at).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}

/// Gives a part anew to another centre, beside it under the same order.
pub async fn redispatch(
    connection: &mut PgConnection,
    part: AssignmentId,
    new: &NewPart,
    now: DateTime<Utc>,
) -> sqlx::Result<AssignmentId> {
    sqlx::query_scalar(include_str!("../queries/assignments/redispatched.sql"))
        .bind(part.0)
        .bind(new.centre.0)
        .bind(&new.action.zh)
        .bind(&new.action.en)
        .bind(now)
        .bind(new.due_at)
        .fetch_one(connection)
        .await
        .map(AssignmentId)
}

/// Keeps a move of some parts: their new state, the moment, the reason and the per cent if given.
pub async fn moved(
    connection: &mut PgConnection,
    ids: &[AssignmentId],
    step: AssignmentMove,
    state: AssignmentState,
    now: DateTime<Utc>,
    reason: &str,
    percent: Option<i16>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/assignments/moved.sql"))
        .bind(ids.iter().map(|id| id.0).collect::<Vec<_>>())
        .bind(step.as_str())
        .bind(state.as_str())
        .bind(now)
        .bind(reason)
        .bind(percent)
        .execute(connection)
        .await?;
    Ok(())
}

/// What was passed down from a part: how many parts, and how many of them are not done.
pub async fn passed_down(connection: &mut PgConnection, id: AssignmentId) -> sqlx::Result<(i64, i64)> {
    sqlx::query_as(include_str!("../queries/assignments/parts.sql")).bind(id.0).fetch_one(connection).await
}

/// How many parts were ever passed down from a part, recalled ones too.
pub async fn ever_passed_down(connection: &mut PgConnection, id: AssignmentId) -> sqlx::Result<i64> {
    let question = include_str!("../queries/assignments/siblings.sql");
    sqlx::query_scalar(question).bind(id.0).fetch_one(connection).await
}

/// What of what must come back from a part has come; what need not come counts as come.
#[allow(clippy::struct_excessive_bools, reason = "one for each thing that may be asked for")]
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub struct CameBack {
    /// Words.
    pub words: bool,
    /// A photo.
    pub photo: bool,
    /// A number.
    pub number: bool,
    /// A file.
    pub file: bool,
    /// A signature.
    pub signature: bool,
}

/// What has come back from a part, or from any part that was passed down from it.
pub async fn came_back(connection: &mut PgConnection, id: AssignmentId) -> sqlx::Result<CameBack> {
    let question = include_str!("../queries/assignments/came_back.sql");
    sqlx::query_as(question).bind(id.0).fetch_one(connection).await
}

/// Keeps the pressure on a part.
pub async fn supervised(
    connection: &mut PgConnection,
    id: AssignmentId,
    supervision: Supervision,
) -> sqlx::Result<()> {
    let question = include_str!("../queries/assignments/supervised.sql");
    sqlx::query(question).bind(id.0).bind(supervision.as_str()).execute(connection).await?;
    Ok(())
}

/// Keeps who holds a part, and under which post; none to leave it to the centre again.
pub async fn hold(
    connection: &mut PgConnection,
    id: AssignmentId,
    holder: Option<(PersonId, PostId)>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/assignments/held.sql"))
        .bind(id.0)
        .bind(holder.map(|(person, _)| person.0))
        .bind(holder.map(|(_, post)| post.0))
        .execute(connection)
        .await?;
    Ok(())
}

/// The outline number under which an order's parts stand, known from any part that the asker sees.
pub async fn outline_above(connection: &mut PgConnection, order: OrderId) -> sqlx::Result<Option<String>> {
    let question = include_str!("../queries/assignments/outline_above.sql");
    sqlx::query_scalar(question).bind(order.0).fetch_optional(connection).await
}
