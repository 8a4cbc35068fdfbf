//! Orders: lists, one with all its page shows, issuing and recalling.

mod corrected;
mod issued;

use chrono::{DateTime, Utc};
use domain::assignments::Supervision;
use domain::centres::{CentrePath, CentreTag};
use domain::names::Name;
use domain::order_drafts::Receipts;
use domain::orders::{OrderCounts, OrderRow, OrderSeries};
use domain::pages::Page;
use domain::risk::Band;
use domain::time::Lamp;
use domain::{AssignmentId, AttachmentId, CentreId, EventId, OrderId, PlanId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::centres::{Tag, bounds_of_list};
use crate::decode::{level, name};
use crate::pages::{ASKED, Key, page};

pub use corrected::{correct, revisions, urge_unread};
pub use issued::{Added, NewOrder, add};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    number: String,
    title_zh: String,
    title_en: String,
    level: i16,
    issuer_tag: Tag,
    issued_at: DateTime<Utc>,
    recalled_at: Option<DateTime<Utc>>,
    all_n: i64,
    delivered_n: i64,
    read_n: i64,
    accepted_n: i64,
    done_n: i64,
    approved_n: i64,
    late_n: i64,
    amber_n: i64,
    pressure: i32,
    next_due_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> sqlx::Result<OrderRow> {
        Ok(OrderRow {
            id: OrderId(self.id),
            number: self.number,
            title: Name::new(self.title_zh, self.title_en),
            level: level(self.level)?,
            issuer: self.issuer_tag.0,
            issued_at: self.issued_at,
            recalled_at: self.recalled_at,
            counts: OrderCounts {
                all: self.all_n,
                delivered: self.delivered_n,
                read: self.read_n,
                accepted: self.accepted_n,
                done: self.done_n,
                approved: self.approved_n,
                late: self.late_n,
            },
            lamp: match (self.late_n, self.amber_n) {
                (0, 0) => Lamp::Green,
                (0, _) => Lamp::Amber,
                _ => Lamp::Red,
            },
            supervision: match self.pressure {
                0 => Supervision::None,
                1 => Supervision::Urged,
                2 => Supervision::Yellow,
                _ => Supervision::Red,
            },
            next_due_at: self.next_due_at,
        })
    }
}

/// What a list is narrowed to; the default is everything that runs in the city.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    /// Only issued in this centre or below it, or to it.
    pub centre: Option<CentreTag>,
    /// Those that are over too.
    pub over: bool,
    /// Only with this lamp.
    pub lamp: Option<Lamp>,
    /// Only on cases of these categories; none of them when the list is empty.
    pub categories: Option<Vec<String>>,
    /// Only what waits for this centre.
    pub waits_for: Option<CentreId>,
}

/// Orders, latest first.
pub async fn listed(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    after: Option<Key>,
    limit: i64,
) -> sqlx::Result<Vec<OrderRow>> {
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/orders/listed.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(narrowed.centre.as_ref().map(|centre| centre.path.as_str()))
        .bind(now)
        .bind(narrowed.over)
        .bind(narrowed.lamp.map(Lamp::as_str))
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(limit)
        .bind(narrowed.categories.as_deref())
        .bind(narrowed.waits_for.map(|centre| centre.0))
        .persistent(false)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// A page of orders, latest first.
pub async fn listed_page(
    connection: &mut PgConnection,
    narrowed: &Narrowed,
    now: DateTime<Utc>,
    after: Option<Key>,
) -> sqlx::Result<Page<OrderRow>> {
    let rows = listed(&mut *connection, narrowed, now, after, ASKED).await?;
    let bounds = bounds_of_list(&mut *connection, narrowed.centre.as_ref()).await?;
    let counted: i64 = sqlx::query_scalar(include_str!("../queries/orders/counted.sql"))
        .bind(bounds.district)
        .bind(bounds.path)
        .bind(narrowed.centre.as_ref().map(|centre| centre.path.as_str()))
        .bind(now)
        .bind(narrowed.over)
        .bind(narrowed.lamp.map(Lamp::as_str))
        .bind(narrowed.categories.as_deref())
        .bind(narrowed.waits_for.map(|centre| centre.0))
        .persistent(false)
        .fetch_one(connection)
        .await?;
    Ok(page(rows, counted, |row| Key::at(row.issued_at, row.id.0)))
}

/// Orders issued on a case, latest first.
pub async fn of_event(
    connection: &mut PgConnection,
    event: EventId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<OrderRow>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/orders/of_event.sql"))
        .bind(event.0)
        .bind(now)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// An order with what its page shows besides its tree.
#[derive(Debug, Clone)]
pub struct Issued {
    /// The row.
    pub row: OrderRow,
    /// What the issuer wrote.
    pub note: String,
    /// Who pressed the button.
    pub issued_by: String,
    /// The case.
    pub event: Option<EventId>,
    /// The top of its tree: itself, unless it was passed down.
    pub root: OrderId,
    /// The assignment and order it was passed down from; the order only if the asker sees it.
    pub above: Option<(AssignmentId, Option<OrderId>)>,
    /// The outline number of that assignment, if the asker sees it.
    pub outline: Option<String>,
    /// The plan with its version.
    pub plan: Option<(PlanId, Name, i32)>,
    /// What must come back; photos are asked for by assignment.
    pub receipts: Receipts,
    /// Who signed it too.
    pub cosigned_by: Option<String>,
    /// When it was last corrected.
    pub corrected_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct IssuedRow {
    #[sqlx(flatten)]
    row: Row,
    note: String,
    issued_by: String,
    event: Option<i64>,
    root: i64,
    parent_assignment: Option<i64>,
    parent: Option<i64>,
    plan: Option<i64>,
    plan_zh: Option<String>,
    plan_en: Option<String>,
    plan_version: Option<i32>,
    above_outline: Option<String>,
    receipt_text: bool,
    receipt_unit: String,
    receipt_file: bool,
    receipt_signature: bool,
    cosigned_by: Option<String>,
    corrected_at: Option<DateTime<Utc>>,
}

/// One order.
pub async fn by_id(
    connection: &mut PgConnection,
    id: OrderId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Issued>> {
    let found: Option<IssuedRow> = sqlx::query_as(include_str!("../queries/orders/by_id.sql"))
        .bind(id.0)
        .bind(now)
        .fetch_optional(connection)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let plan = found.plan.zip(name(found.plan_zh, found.plan_en)).zip(found.plan_version);
    Ok(Some(Issued {
        row: found.row.read()?,
        note: found.note,
        issued_by: found.issued_by,
        event: found.event.map(EventId),
        root: OrderId(found.root),
        above: found.parent_assignment.map(|id| (AssignmentId(id), found.parent.map(OrderId))),
        outline: found.above_outline,
        plan: plan.map(|((id, name), version)| (PlanId(id), name, version)),
        receipts: Receipts {
            text: found.receipt_text,
            photo: false,
            unit: found.receipt_unit,
            file: found.receipt_file,
            signature: found.receipt_signature,
        },
        cosigned_by: found.cosigned_by,
        corrected_at: found.corrected_at,
    }))
}

/// Files that went with an order, with their names.
pub async fn files(connection: &mut PgConnection, id: OrderId) -> sqlx::Result<Vec<(AttachmentId, String)>> {
    let question = include_str!("../queries/orders/files.sql");
    let rows: Vec<(i64, String)> = sqlx::query_as(question).bind(id.0).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(id, name)| (AttachmentId(id), name)).collect())
}

/// The order that a centre issued under a key.
pub async fn by_key(
    connection: &mut PgConnection,
    centre: CentreId,
    key: &str,
) -> sqlx::Result<Option<OrderId>> {
    let question = include_str!("../queries/orders/by_key.sql");
    let id: Option<i64> =
        sqlx::query_scalar(question).bind(centre.0).bind(key).fetch_optional(connection).await?;
    Ok(id.map(OrderId))
}

/// Holds a tree of orders until the transaction ends.
pub async fn lock_tree(connection: &mut PgConnection, root: OrderId) -> sqlx::Result<()> {
    let question = include_str!("../queries/orders/tree_locked.sql");
    sqlx::query(question).bind(root.0).execute(connection).await?;
    Ok(())
}

/// Notes whether an order is over: everything under it verified or recalled.
pub async fn settle(connection: &mut PgConnection, id: OrderId, now: DateTime<Utc>) -> sqlx::Result<()> {
    let question = include_str!("../queries/orders/finished.sql");
    sqlx::query(question).bind(id.0).bind(now).execute(connection).await?;
    Ok(())
}

/// What is taken back.
#[derive(Debug, Clone, Copy)]
pub enum Recalled {
    /// An order, with all below it.
    Order(OrderId),
    /// All that hangs below an assignment.
    Below(AssignmentId),
}

/// Lets one more centre see an order.
pub async fn share(connection: &mut PgConnection, order: OrderId, with: &CentrePath) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/orders/shared.sql"))
        .bind(order.0)
        .bind(with.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes orders back; gives those that were not yet.
pub async fn recall(
    connection: &mut PgConnection,
    what: Recalled,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<OrderId>> {
    let (order, assignment) = match what {
        Recalled::Order(id) => (Some(id.0), None),
        Recalled::Below(id) => (None, Some(id.0)),
    };
    let ids: Vec<i64> = sqlx::query_scalar(include_str!("../queries/orders/recalled.sql"))
        .bind(order)
        .bind(assignment)
        .bind(now)
        .fetch_all(connection)
        .await?;
    Ok(ids.into_iter().map(OrderId).collect())
}

#[derive(sqlx::FromRow)]
struct SeriesRow {
    name_zh: String,
    name_en: String,
    unit: String,
    bands: Json<Vec<Band>>,
    worst: i16,
    points: Json<Vec<(DateTime<Utc>, f64)>>,
}

/// What the gravest warning of a case measured, up to a moment.
pub async fn series(
    connection: &mut PgConnection,
    event: EventId,
    until: DateTime<Utc>,
) -> sqlx::Result<Option<OrderSeries>> {
    let found: Option<SeriesRow> = sqlx::query_as(include_str!("../queries/orders/series.sql"))
        .bind(event.0)
        .bind(until)
        .fetch_optional(connection)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let worst = level(found.worst)?;
    Ok(found.bands.iter().find(|band| band.level == worst).map(|band| OrderSeries {
        name: Name::new(found.name_zh, found.name_en),
        unit: found.unit,
        raise: band.raise,
        clear: band.clear,
        values: found.points.0,
    }))
}
