//! Hand-offs of cases between tiers.

use chrono::{DateTime, Utc};
use domain::centres::{CentrePath, CentreTag, Tier};
use domain::events::EventMove;
use domain::hand_offs::{HandOffRow, HandOffState};
use domain::names::Name;
use domain::warnings::Level;
use domain::{CentreId, EventId, HandOffId, PersonId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::decode::spelled;
use crate::notices::{Turned, turned_at};

/// A hand-off to be kept.
#[derive(Debug, Clone)]
pub struct NewHandOff<'a> {
    /// The case.
    pub event: EventId,
    /// Up or down.
    pub way: EventMove,
    /// Who sends it.
    pub from: CentreId,
    /// Who has to sign for it.
    pub to: CentreId,
    /// The centre above both.
    pub above: CentreId,
    /// Why.
    pub reason: &'a str,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: PersonId,
    /// When the receipt is due, and when its lateness rings above.
    pub due: (DateTime<Utc>, DateTime<Utc>),
}

/// Keeps a hand-off.
pub async fn send(connection: &mut PgConnection, new: &NewHandOff<'_>) -> sqlx::Result<HandOffId> {
    let id: i64 = sqlx::query_scalar(include_str!("../queries/hand_offs/sent.sql"))
        .bind(new.event.0)
        .bind(new.way.as_str())
        .bind(new.from.0)
        .bind(new.to.0)
        .bind(new.above.0)
        .bind(new.reason)
        .bind(new.at)
        .bind(new.by.0)
        .bind(new.due.0)
        .bind(new.due.1)
        .fetch_one(connection)
        .await?;
    Ok(HandOffId(id))
}

/// Minutes within which a case of a level is signed for.
pub async fn receive_min(connection: &mut PgConnection, level: Level) -> sqlx::Result<i32> {
    sqlx::query_scalar(include_str!("../queries/hand_offs/limit.sql"))
        .bind(level.rank())
        .fetch_one(connection)
        .await
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    event: i64,
    number: String,
    title_zh: String,
    title_en: String,
    way: String,
    state: String,
    sender_tag: Tag,
    receiver_tag: Tag,
    reason: String,
    sent_at: DateTime<Utc>,
    sent_by: String,
    due_at: DateTime<Utc>,
    received_at: Option<DateTime<Utc>>,
    received_by: String,
}

impl Row {
    fn read(self, now: DateTime<Utc>) -> sqlx::Result<HandOffRow> {
        let state = spelled(&self.state)?;
        Ok(HandOffRow {
            id: HandOffId(self.id),
            event: EventId(self.event),
            number: self.number,
            title: Name::new(self.title_zh, self.title_en),
            way: spelled(&self.way)?,
            state,
            from: self.sender_tag.0,
            to: self.receiver_tag.0,
            reason: self.reason,
            sent_at: self.sent_at,
            sent_by: self.sent_by,
            due_at: self.due_at,
            late: state == HandOffState::Sent && now > self.due_at,
            received: self.received_at.map(|at| (at, self.received_by)),
            may_receive: false,
        })
    }
}

async fn listed(
    connection: &mut PgConnection,
    question: &'static str,
    of: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<HandOffRow>> {
    let rows: Vec<Row> = sqlx::query_as(question).bind(of).fetch_all(connection).await?;
    rows.into_iter().map(|row| row.read(now)).collect()
}

/// The hand-offs of a case, latest first; the first 50.
pub async fn of_event(
    connection: &mut PgConnection,
    event: EventId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<HandOffRow>> {
    listed(connection, include_str!("../queries/hand_offs/of_event.sql"), event.0, now).await
}

/// One hand-off.
pub async fn one(
    connection: &mut PgConnection,
    id: HandOffId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<HandOffRow>> {
    Ok(listed(connection, include_str!("../queries/hand_offs/one.sql"), id.0, now).await?.pop())
}

/// What a centre must sign for, due first on top; the first 50.
pub async fn coming(
    connection: &mut PgConnection,
    centre: CentreId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<HandOffRow>> {
    listed(connection, include_str!("../queries/hand_offs/coming.sql"), centre.0, now).await
}

/// What a centre sent and nobody has signed for, due first on top; the first 50.
pub async fn going(
    connection: &mut PgConnection,
    centre: CentreId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<HandOffRow>> {
    listed(connection, include_str!("../queries/hand_offs/going.sql"), centre.0, now).await
}

/// Keeps that somebody signed; says whether the case was still on its way.
pub async fn receive(
    connection: &mut PgConnection,
    id: HandOffId,
    at: DateTime<Utc>,
    by: PersonId,
) -> sqlx::Result<bool> {
    let done = sqlx::query(include_str!("../queries/hand_offs/received.sql"))
        .bind(id.0)
        .bind(at)
        .bind(by.0)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether a case is on its way, whether or not the asker sees the hand-off.
pub async fn is_on_the_way(connection: &mut PgConnection, event: EventId) -> sqlx::Result<bool> {
    sqlx::query_scalar(include_str!("../queries/hand_offs/is_on_the_way.sql"))
        .bind(event.0)
        .fetch_one(connection)
        .await
}

/// The highest tier that a case was ever handed up to, or that holds a part of an order on it.
pub async fn took_part_at(connection: &mut PgConnection, event: EventId) -> sqlx::Result<Option<Tier>> {
    let tier: Option<String> = sqlx::query_scalar(include_str!("../queries/hand_offs/took_part_at.sql"))
        .bind(event.0)
        .fetch_one(connection)
        .await?;
    tier.as_deref().map(spelled).transpose()
}

/// Centres of a tier below a centre, by code; the first 100.
pub async fn below(
    connection: &mut PgConnection,
    path: &CentrePath,
    tier: Tier,
) -> sqlx::Result<Vec<CentreTag>> {
    let tags: Vec<Tag> = sqlx::query_scalar(include_str!("../queries/hand_offs/below.sql"))
        .bind(path.as_str())
        .bind(tier.as_str())
        .fetch_all(connection)
        .await?;
    Ok(tags.into_iter().map(|tag| tag.0).collect())
}

/// Ends the notices of receipts that are late no more; gives those it ended.
pub async fn end_notices(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<Turned>> {
    turned_at(connection, include_str!("../queries/hand_offs/notices_over.sql"), now).await
}

/// Raises notices of late receipts that nobody was told of; gives those it raised.
pub async fn raise_notices(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Vec<Turned>> {
    turned_at(connection, include_str!("../queries/hand_offs/notices_raised.sql"), now).await
}
