//! Adding an order.

use chrono::{DateTime, Utc};
use domain::centres::CentrePath;
use domain::names::Name;
use domain::order_drafts::Receipts;
use domain::warnings::Level;
use domain::{AssignmentId, CentreId, EventId, OrderId, PersonId, PlanId, PostId};
use sqlx::PgConnection;

/// An order to be issued.
#[derive(Debug, Clone)]
pub struct NewOrder {
    /// The issuing centre.
    pub centre: CentreId,
    /// Recipients.
    pub shared_with: Vec<CentrePath>,
    /// The case.
    pub event: Option<EventId>,
    /// The plan.
    pub plan: Option<PlanId>,
    /// The assignment it is passed down from, and the top of that tree.
    pub above: Option<(AssignmentId, OrderId)>,
    /// What is ordered.
    pub title: Name,
    /// What the issuer wrote.
    pub note: String,
    /// Level.
    pub level: Level,
    /// Who presses the button, and as what.
    pub issued_by: (PersonId, PostId),
    /// When.
    pub issued_at: DateTime<Utc>,
    /// The button's key.
    pub key: String,
    /// What must come back; an order that is passed down asks what the one above asks.
    pub receipts: Receipts,
    /// Who signs it too.
    pub cosigned_by: Option<PersonId>,
}

/// An order just added.
#[derive(Debug, Clone)]
pub struct Added {
    /// The order.
    pub id: OrderId,
    /// The top of its tree.
    pub root: OrderId,
    /// Its number.
    pub number: String,
}

/// Adds an order; none if the centre has used the key before.
pub async fn add(connection: &mut PgConnection, new: NewOrder) -> sqlx::Result<Option<Added>> {
    let shared: Vec<&str> = new.shared_with.iter().map(CentrePath::as_str).collect();
    let added: Option<(i64, i64, String)> = sqlx::query_as(include_str!("../../queries/orders/added.sql"))
        .bind(new.centre.0)
        .bind(shared)
        .bind(new.event.map(|id| id.0))
        .bind(new.plan.map(|id| id.0))
        .bind(new.above.map(|(assignment, _)| assignment.0))
        .bind(new.above.map(|(_, root)| root.0))
        .bind(new.title.zh)
        .bind(new.title.en)
        .bind(new.note)
        .bind(new.level.rank())
        .bind(new.issued_by.0.0)
        .bind(new.issued_by.1.0)
        .bind(new.issued_at)
        .bind(new.key)
        .bind(new.receipts.text)
        .bind(new.receipts.unit)
        .bind(new.receipts.file)
        .bind(new.receipts.signature)
        .bind(new.cosigned_by.map(|id| id.0))
        .fetch_optional(connection)
        .await?;
    Ok(added.map(|(id, root, number)| Added { id: OrderId(id), root: OrderId(root), number }))
}
