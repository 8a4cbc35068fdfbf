//! Drafts of orders, and whom they would reach.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Role};
use domain::centres::{CentrePath, CentreTag};
use domain::names::Name;
use domain::order_drafts::{DraftState, OrderSpec};
use domain::{AttachmentId, CentreId, OrderDraftId, OrderId, PersonId, PostId, RecipientGroupId};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::centres::Tag;
use crate::decode::spelled;

/// A draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Identity.
    pub id: OrderDraftId,
    /// The issuer's centre.
    pub centre: CentreId,
    /// Who writes it, as what, and what that post is.
    pub author: (PersonId, PostId, Role),
    /// Their name.
    pub author_name: String,
    /// State.
    pub state: DraftState,
    /// What the form said.
    pub spec: OrderSpec,
    /// Why it was given back.
    pub reason: String,
    /// The order it became.
    pub order: Option<OrderId>,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    centre: i64,
    person: i64,
    post: i64,
    role: String,
    author: String,
    state: String,
    spec: Json<OrderSpec>,
    reason: String,
    orders: Option<i64>,
    changed_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> sqlx::Result<Draft> {
        Ok(Draft {
            id: OrderDraftId(self.id),
            centre: CentreId(self.centre),
            author: (PersonId(self.person), PostId(self.post), spelled(&self.role)?),
            author_name: self.author,
            state: spelled(&self.state)?,
            spec: self.spec.0,
            reason: self.reason,
            order: self.orders.map(OrderId),
            changed_at: self.changed_at,
        })
    }
}

/// Adds a draft; the same key from the same person gives the one it made. None if somebody else has used it.
pub async fn add(
    connection: &mut PgConnection,
    actor: &Actor,
    spec: &OrderSpec,
    key: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<OrderDraftId>> {
    let added: Option<i64> = sqlx::query_scalar(include_str!("../queries/order_drafts/added.sql"))
        .bind(actor.centre.id.0)
        .bind(actor.person.0)
        .bind(actor.post.0)
        .bind(Json(spec))
        .bind(now)
        .bind(key)
        .fetch_optional(&mut *connection)
        .await?;
    if let Some(id) = added {
        return Ok(Some(OrderDraftId(id)));
    }
    let made: Option<i64> = sqlx::query_scalar(include_str!("../queries/order_drafts/by_key.sql"))
        .bind(actor.centre.id.0)
        .bind(key)
        .bind(actor.person.0)
        .fetch_optional(connection)
        .await?;
    Ok(made.map(OrderDraftId))
}

/// Keeps what a draft says now.
pub async fn rewrite(
    connection: &mut PgConnection,
    id: OrderDraftId,
    spec: &OrderSpec,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let question = include_str!("../queries/order_drafts/rewritten.sql");
    sqlx::query(question).bind(id.0).bind(Json(spec)).bind(now).execute(connection).await?;
    Ok(())
}

/// Keeps a draft's new state, why it was given back, and the order it became.
pub async fn moved(
    connection: &mut PgConnection,
    id: OrderDraftId,
    state: DraftState,
    reason: &str,
    order: Option<OrderId>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/order_drafts/moved.sql"))
        .bind(id.0)
        .bind(state.as_str())
        .bind(reason)
        .bind(order.map(|id| id.0))
        .bind(now)
        .execute(connection)
        .await?;
    Ok(())
}

/// One draft; whoever asks next waits until the transaction ends.
pub async fn locked(connection: &mut PgConnection, id: OrderDraftId) -> sqlx::Result<Option<Draft>> {
    let question = include_str!("../queries/order_drafts/locked.sql");
    let row: Option<Row> = sqlx::query_as(question).bind(id.0).fetch_optional(connection).await?;
    row.map(Row::read).transpose()
}

/// What a person writes at a centre, and what there waits for a signature, latest first.
pub async fn waiting(
    connection: &mut PgConnection,
    centre: CentreId,
    person: PersonId,
) -> sqlx::Result<Vec<Draft>> {
    let question = include_str!("../queries/order_drafts/waiting.sql");
    let rows: Vec<Row> = sqlx::query_as(question).bind(centre.0).bind(person.0).fetch_all(connection).await?;
    rows.into_iter().map(Row::read).collect()
}

/// Whether a drawn polygon's line does not cross itself.
pub async fn is_simple(connection: &mut PgConnection, area: &str) -> sqlx::Result<bool> {
    let question = include_str!("../queries/order_drafts/area_faults.sql");
    sqlx::query_scalar(question).bind(area).fetch_one(connection).await
}

/// A code among some that names no centre in a scope.
pub async fn unknown_code(
    connection: &mut PgConnection,
    codes: &[String],
    scope: &CentrePath,
) -> sqlx::Result<Option<String>> {
    let question = include_str!("../queries/order_drafts/known_codes.sql");
    sqlx::query_scalar(question).bind(codes).bind(scope.as_str()).fetch_optional(connection).await
}

/// Whom a choice names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Named<'a> {
    /// Codes, one by one.
    pub centres: &'a [String],
    /// All districts.
    pub all_districts: bool,
    /// All townships of the centre with this code.
    pub townships_of: Option<&'a str>,
    /// The owners of this lane at districts.
    pub lane: Option<&'a str>,
    /// All townships under this polygon, as GeoJSON geometry.
    pub area: Option<&'a str>,
    /// A saved group.
    pub group: Option<RecipientGroupId>,
}

/// A centre that a choice names.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The centre.
    pub centre: CentreTag,
    /// It lies in the asker's scope.
    pub inside: bool,
    /// The post it is meant for.
    pub post: Name,
}

/// Whom a choice names, each once, by code; never the asker's own centre.
pub async fn chosen(
    connection: &mut PgConnection,
    actor: &Actor,
    named: Named<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Chosen>> {
    let rows: Vec<(Tag, bool, String, String)> =
        sqlx::query_as(include_str!("../queries/order_drafts/chosen.sql"))
            .bind(named.centres)
            .bind(named.all_districts)
            .bind(named.townships_of)
            .bind(named.lane)
            .bind(named.area)
            .bind(named.group.map(|id| id.0))
            .bind(actor.scope.as_str())
            .bind(actor.centre.id.0)
            .bind(now)
            .persistent(false)
            .fetch_all(connection)
            .await?;
    let read = |(tag, inside, zh, en): (Tag, bool, String, String)| Chosen {
        centre: tag.0,
        inside,
        post: Name::new(zh, en),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Who is on duty at some centres.
pub async fn on_duty(
    connection: &mut PgConnection,
    centres: &[CentreId],
    now: DateTime<Utc>,
) -> sqlx::Result<HashMap<CentreId, String>> {
    let ids: Vec<i64> = centres.iter().map(|id| id.0).collect();
    let rows: Vec<(i64, String)> = sqlx::query_as(include_str!("../queries/order_drafts/on_duty.sql"))
        .bind(ids)
        .bind(now)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|(id, name)| (CentreId(id), name)).collect())
}

/// Districts and townships below a centre, in the order of the tree.
pub async fn below(connection: &mut PgConnection, centre: &CentreTag) -> sqlx::Result<Vec<CentreTag>> {
    let question = include_str!("../queries/order_drafts/below.sql");
    let tags: Vec<Tag> = sqlx::query_scalar(question)
        .bind(centre.path.as_str())
        .bind(centre.id.0)
        .fetch_all(connection)
        .await?;
    Ok(tags.into_iter().map(|tag| tag.0).collect())
}

/// Lanes that have an owner at a district in a scope.
pub async fn lanes(
    connection: &mut PgConnection,
    scope: &CentrePath,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<(String, Name)>> {
    let question = include_str!("../queries/order_drafts/lanes.sql");
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(question).bind(scope.as_str()).bind(now).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(code, zh, en)| (code, Name::new(zh, en))).collect())
}

/// Who holds one of some roles at a centre: the post's title and the person's name.
pub async fn holders(
    connection: &mut PgConnection,
    centre: CentreId,
    roles: &[Role],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<(Name, String)>> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(include_str!("../queries/order_drafts/holders.sql"))
            .bind(centre.0)
            .bind(roles.iter().map(|role| role.as_str()).collect::<Vec<_>>())
            .bind(now)
            .fetch_all(connection)
            .await?;
    Ok(rows.into_iter().map(|(zh, en, who)| (Name::new(zh, en), who)).collect())
}

/// Files that lie with a draft.
pub async fn files(
    connection: &mut PgConnection,
    id: OrderDraftId,
) -> sqlx::Result<Vec<(AttachmentId, String)>> {
    let question = include_str!("../queries/order_drafts/files.sql");
    let rows: Vec<(i64, String)> = sqlx::query_as(question).bind(id.0).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(id, name)| (AttachmentId(id), name)).collect())
}

/// Lets a draft's files go with the order it became.
pub async fn send_files(connection: &mut PgConnection, id: OrderDraftId, order: OrderId) -> sqlx::Result<()> {
    let question = include_str!("../queries/order_drafts/files_sent.sql");
    sqlx::query(question).bind(id.0).bind(order.0).execute(connection).await?;
    Ok(())
}
