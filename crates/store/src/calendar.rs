//! The work calendar: days that differ from Monday to Friday.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{CalendarDay, DayKind, WorkCalendar};
use domain::names::Name;
use domain::time::in_city;
use sqlx::PgConnection;

/// The calendar as a clock needs it that runs from a moment on.
pub async fn since(connection: &mut PgConnection, from: DateTime<Utc>) -> sqlx::Result<WorkCalendar> {
    let days: Vec<(NaiveDate, bool)> = sqlx::query_as(include_str!("../queries/calendar/since.sql"))
        .bind(in_city(from).date_naive())
        .fetch_all(connection)
        .await?;
    Ok(days.into_iter().collect())
}

#[derive(sqlx::FromRow)]
struct Row {
    day: NaiveDate,
    works: bool,
    name_zh: String,
    name_en: String,
    provisional: bool,
}

/// The days of a year that the calendar names, in order.
pub async fn of_year(connection: &mut PgConnection, year: i32) -> sqlx::Result<Vec<CalendarDay>> {
    let rows: Vec<Row> = sqlx::query_as(include_str!("../queries/calendar/of_year.sql"))
        .bind(year)
        .fetch_all(connection)
        .await?;
    let read = |row: Row| CalendarDay {
        day: row.day,
        works: row.works,
        name: Name::new(row.name_zh, row.name_en),
        provisional: row.provisional,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// What a day is; whoever asks next waits until the transaction ends.
pub async fn of_day(connection: &mut PgConnection, day: NaiveDate) -> sqlx::Result<DayKind> {
    let works: Option<bool> = sqlx::query_scalar(include_str!("../queries/calendar/of_day.sql"))
        .bind(day)
        .fetch_optional(connection)
        .await?;
    Ok(match works {
        Some(true) => DayKind::Work,
        Some(false) => DayKind::Off,
        None => DayKind::Ordinary,
    })
}

/// Keeps what a day is.
pub async fn keep(connection: &mut PgConnection, day: CalendarDay) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/calendar/keep.sql"))
        .bind(day.day)
        .bind(day.works)
        .bind(day.name.zh)
        .bind(day.name.en)
        .bind(day.provisional)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes a day out: it is what its weekday is.
pub async fn drop(connection: &mut PgConnection, day: NaiveDate) -> sqlx::Result<()> {
    sqlx::query(include_str!("../queries/calendar/drop.sql")).bind(day).execute(connection).await?;
    Ok(())
}
