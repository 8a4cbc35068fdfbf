//! Where a part stands: its order and tree, its case, and the centres that hear of it.

use domain::centres::CentrePath;
use domain::names::Name;
use domain::{EventId, OrderId};

use crate::decode::path;

/// Where a part of an order stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Its order.
    pub order: OrderId,
    /// The top of the order's tree.
    pub root: OrderId,
    /// The case.
    pub event: Option<EventId>,
    /// What is to be done.
    pub action: Name,
    /// The recipient.
    pub path: CentrePath,
    /// The issuer.
    pub issuer: CentrePath,
}

/// The same as queries give it, to be flattened into their rows.
#[derive(sqlx::FromRow)]
pub(crate) struct StandingRow {
    orders: i64,
    root: i64,
    event: Option<i64>,
    action_zh: String,
    action_en: String,
    path: String,
    issuer_path: String,
}

impl TryFrom<StandingRow> for Standing {
    type Error = sqlx::Error;

    fn try_from(row: StandingRow) -> sqlx::Result<Self> {
        Ok(Self {
            order: OrderId(row.orders),
            root: OrderId(row.root),
            event: row.event.map(EventId),
            action: Name::new(row.action_zh, row.action_en),
            path: path(&row.path)?,
            issuer: path(&row.issuer_path)?,
        })
    }
}
