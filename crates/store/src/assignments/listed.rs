//! Parts in lists: what is owed, and who of an order's recipients has not come how far.

use chrono::{DateTime, Utc};
use domain::centres::CentrePath;
use domain::orders::Stage;
use domain::pages::Page;
use domain::time::Lamp;
use domain::{CentreId, OrderId, PersonId};
use sqlx::PgConnection;

use super::{Part, Row, parts};
use crate::pages::{ASKED, Key, page};

/// Whose debts are listed.
#[derive(Debug, Clone)]
pub enum Debtor {
    /// One centre's.
    Centre(CentreId),
    /// What one person holds of a centre's.
    Holder(CentreId, PersonId),
    /// A centre's and of all below it.
    Within(CentrePath),
}

/// What is owed, what is due first on top; with `over` also what is owed no more.
pub async fn owed(
    connection: &mut PgConnection,
    debtor: &Debtor,
    over: bool,
    lamp: Option<Lamp>,
    now: DateTime<Utc>,
    after: Option<Key>,
) -> sqlx::Result<Page<Part>> {
    let (centre, holder, path) = match debtor {
        Debtor::Centre(id) => (Some(id.0), None, None),
        Debtor::Holder(id, person) => (Some(id.0), Some(person.0), None),
        Debtor::Within(path) => (None, None, Some(path.as_str())),
    };
    let rows = sqlx::query_as(include_str!("../../queries/assignments/owed.sql"))
        .bind(centre)
        .bind(path)
        .bind(over)
        .bind(lamp.map(Lamp::as_str))
        .bind(now)
        .bind(after.and_then(Key::time))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .bind(holder)
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    let counted: i64 = sqlx::query_scalar(include_str!("../../queries/assignments/counted.sql"))
        .bind(centre)
        .bind(path)
        .bind(over)
        .bind(lamp.map(Lamp::as_str))
        .bind(now)
        .bind(holder)
        .persistent(false)
        .fetch_one(connection)
        .await?;
    Ok(page(parts(rows, now)?, counted, |part| Key::at(part.row.due_at, part.row.id.0)))
}

/// The parts of one order that have not come as far as a stage; of none, all of them. In the order they were given out.
pub async fn of_order_listed(
    connection: &mut PgConnection,
    order: OrderId,
    missing: Option<Stage>,
    now: DateTime<Utc>,
    after: Option<Key>,
) -> sqlx::Result<Page<Part>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../../queries/assignments/of_order_listed.sql"))
        .bind(order.0)
        .bind(missing.map(Stage::as_str))
        .bind(after.map(|key| key.1))
        .bind(ASKED)
        .persistent(false)
        .fetch_all(&mut *connection)
        .await?;
    let counted: i64 = sqlx::query_scalar(include_str!("../../queries/assignments/of_order_counted.sql"))
        .bind(order.0)
        .bind(missing.map(Stage::as_str))
        .persistent(false)
        .fetch_one(connection)
        .await?;
    Ok(page(parts(rows, now)?, counted, |part| Key(0, part.row.id.0)))
}
