//! Rosters: who is on duty, and what stands in the calendar.

mod absences;
mod hand_overs;
mod imports;

use chrono::{DateTime, Utc};
use domain::centres::CentreTag;
use domain::duty::{CentreDuty, Holder, OnDuty, Shift, Span, Taken};
use domain::names::Name;
use domain::{CentreId, PersonId, PostId, Refusal, ShiftId};
use sqlx::PgConnection;

use crate::centres::Tag;
use crate::{Error, OnConstraint};

pub use absences::{absence, absences, add_absence, away, end_absence, vacate};
pub use hand_overs::{acknowledge_hand_over, add_hand_over, hand_over, hand_overs_waiting};
pub use imports::{Sent, add_import, applied, forget_imports, import};

#[derive(sqlx::FromRow)]
struct NowRow {
    centre: i64,
    person: i64,
    name: String,
    phone: String,
    title_zh: String,
    title_en: String,
    to_at: DateTime<Utc>,
}

/// Who is on duty now at these centres; those with nobody, or that the asker does not see, are left out.
pub async fn now(
    connection: &mut PgConnection,
    centres: &[CentreId],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<(CentreId, OnDuty)>> {
    let rows: Vec<NowRow> = sqlx::query_as(include_str!("../queries/duty/now.sql"))
        .bind(centres.iter().map(|id| id.0).collect::<Vec<_>>())
        .bind(now)
        .fetch_all(connection)
        .await?;
    let on_duty = |row: NowRow| {
        let post = Name::new(row.title_zh, row.title_en);
        let on_duty =
            OnDuty { person: PersonId(row.person), name: row.name, post, phone: row.phone, until: row.to_at };
        (CentreId(row.centre), on_duty)
    };
    Ok(rows.into_iter().map(on_duty).collect())
}

#[derive(sqlx::FromRow)]
struct BelowRow {
    tag: Tag,
    person: Option<i64>,
    name: Option<String>,
    phone: Option<String>,
    title_zh: Option<String>,
    title_en: Option<String>,
    to_at: Option<DateTime<Utc>>,
}

/// Centres directly below and who is on duty there, those with nobody first.
pub async fn below(
    connection: &mut PgConnection,
    centre: CentreId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<CentreDuty>> {
    let rows: Vec<BelowRow> = sqlx::query_as(include_str!("../queries/duty/below.sql"))
        .bind(centre.0)
        .bind(now)
        .fetch_all(connection)
        .await?;
    let duty = |row: BelowRow| CentreDuty {
        centre: row.tag.0,
        on_duty: row.person.zip(row.to_at).map(|(person, until)| OnDuty {
            person: PersonId(person),
            name: row.name.unwrap_or_default(),
            post: Name::new(row.title_zh.unwrap_or_default(), row.title_en.unwrap_or_default()),
            phone: row.phone.unwrap_or_default(),
            until,
        }),
    };
    Ok(rows.into_iter().map(duty).collect())
}

#[derive(sqlx::FromRow)]
struct ShiftRow {
    id: i64,
    centre: i64,
    post: i64,
    person: i64,
    name: String,
    phone: String,
    title_zh: String,
    title_en: String,
    from_at: DateTime<Utc>,
    to_at: DateTime<Utc>,
    away: Option<String>,
}

impl From<ShiftRow> for (CentreId, Shift) {
    fn from(row: ShiftRow) -> Self {
        let holder = Holder {
            post: PostId(row.post),
            person: PersonId(row.person),
            name: row.name,
            title: Name::new(row.title_zh, row.title_en),
            phone: row.phone,
        };
        let span = Span { from: row.from_at, to: row.to_at };
        (CentreId(row.centre), Shift { id: ShiftId(row.id), holder, span, away: row.away })
    }
}

/// A centre's shifts that have a moment in a span, in order.
pub async fn shifts(connection: &mut PgConnection, centre: CentreId, span: Span) -> sqlx::Result<Vec<Shift>> {
    let rows: Vec<ShiftRow> = sqlx::query_as(include_str!("../queries/duty/shifts.sql"))
        .bind(centre.0)
        .bind(span.from)
        .bind(span.to)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| <(CentreId, Shift)>::from(row).1).collect())
}

/// Some shifts with their centres, held until the transaction ends.
pub async fn by_ids(connection: &mut PgConnection, ids: &[ShiftId]) -> sqlx::Result<Vec<(CentreId, Shift)>> {
    let rows: Vec<ShiftRow> = sqlx::query_as(include_str!("../queries/duty/by_ids.sql"))
        .bind(ids.iter().map(|id| id.0).collect::<Vec<_>>())
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Whom a query found under a post, with their phone.
#[derive(sqlx::FromRow)]
pub(crate) struct HolderRow {
    post: i64,
    person: i64,
    name: String,
    phone: String,
    title_zh: String,
    title_en: String,
}

impl From<HolderRow> for Holder {
    fn from(row: HolderRow) -> Self {
        Self {
            post: PostId(row.post),
            person: PersonId(row.person),
            name: row.name,
            title: Name::new(row.title_zh, row.title_en),
            phone: row.phone,
        }
    }
}

/// Who may be given shifts at a centre.
pub async fn holders(
    connection: &mut PgConnection,
    centre: &CentreTag,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Holder>> {
    let rows: Vec<HolderRow> = sqlx::query_as(include_str!("../queries/duty/holders.sql"))
        .bind(centre.id.0)
        .bind(now)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Holder::from).collect())
}

#[derive(sqlx::FromRow)]
struct TakenRow {
    person: i64,
    post: i64,
    from_at: DateTime<Utc>,
    to_at: DateTime<Utc>,
    name_zh: String,
    name_en: String,
}

/// What these people serve within a span, wherever the asker may see it.
pub async fn served(
    connection: &mut PgConnection,
    people: &[PersonId],
    span: Span,
) -> sqlx::Result<Vec<Taken>> {
    let rows: Vec<TakenRow> = sqlx::query_as(include_str!("../queries/duty/served.sql"))
        .bind(people.iter().map(|id| id.0).collect::<Vec<_>>())
        .bind(span.from)
        .bind(span.to)
        .fetch_all(connection)
        .await?;
    let taken = |row: TakenRow| Taken {
        person: PersonId(row.person),
        post: PostId(row.post),
        span: Span { from: row.from_at, to: row.to_at },
        centre: Name::new(row.name_zh, row.name_en),
    };
    Ok(rows.into_iter().map(taken).collect())
}

/// Adds shifts to a centre's roster; whoever holds the post serves it.
///
/// # Errors
/// `Conflict` when the person got another shift at that time meanwhile, or has one that the asker does not see.
pub async fn add(
    connection: &mut PgConnection,
    centre: CentreId,
    shifts: &[(PostId, Span)],
) -> Result<Vec<ShiftId>, Error> {
    let ids: Vec<i64> = sqlx::query_scalar(include_str!("../queries/duty/added.sql"))
        .bind(centre.0)
        .bind(shifts.iter().map(|(post, _)| post.0).collect::<Vec<_>>())
        .bind(shifts.iter().map(|(_, span)| span.from).collect::<Vec<_>>())
        .bind(shifts.iter().map(|(_, span)| span.to).collect::<Vec<_>>())
        .fetch_all(connection)
        .await
        .on_constraint("duty_once", || Refusal::Conflict)?;
    Ok(ids.into_iter().map(ShiftId).collect())
}

/// Takes a shift out of the roster.
pub async fn remove(connection: &mut PgConnection, id: ShiftId) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/duty/removed.sql")).bind(id.0).execute(connection).await?;
    Ok(())
}

/// Lets the holders of two shifts serve each other's.
///
/// # Errors
/// `Conflict` when one of them serves elsewhere then.
pub async fn swap(connection: &mut PgConnection, one: ShiftId, other: ShiftId) -> Result<(), Error> {
    sqlx::query(include_str!("../queries/duty/swapped.sql"))
        .bind(one.0)
        .bind(other.0)
        .execute(connection)
        .await
        .on_constraint("duty_once", || Refusal::Conflict)?;
    Ok(())
}

/// Continues the demo city's rosters to two weeks ahead; says how many shifts it added.
pub async fn continue_rosters(connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let done =
        sqlx::query(include_str!("../queries/duty/continued.sql")).bind(now).execute(connection).await?;
    Ok(done.rows_affected())
}
