//! Counts that cost one row each: roll-ups with the deltas that are not folded in yet.

use chrono::{Days, NaiveDate};
use domain::centres::CentrePath;
use domain::cockpit::{ChildTile, Ribbon};
use domain::{CentreId, warnings::Level};
use sqlx::PgConnection;

use crate::centres::Tag;

/// Days over which the share of cases closed in time is taken.
const ON_TIME_DAYS: u64 = 30;

/// Folds the oldest deltas into the counts, `limit` at most; says how many.
///
/// # Errors
/// When the database fails.
pub async fn fold(connection: &mut PgConnection, limit: i64) -> sqlx::Result<i64> {
    sqlx::query_scalar(include_str!("../queries/tallies/fold.sql")).bind(limit).fetch_one(connection).await
}

type Count = (String, String, i16, bool, i64);

/// The ribbon of a centre with all below it.
///
/// # Errors
/// When the database fails.
pub async fn ribbon(
    connection: &mut PgConnection,
    path: &CentrePath,
    today: NaiveDate,
) -> sqlx::Result<Ribbon> {
    let since = today.checked_sub_days(Days::new(ON_TIME_DAYS)).unwrap_or(today);
    let counts: Vec<Count> = sqlx::query_as(include_str!("../queries/tallies/of_centre.sql"))
        .bind(path.as_str())
        .bind(since)
        .bind(today)
        .fetch_all(connection)
        .await?;
    let sum = |topic: &str, state: &str| -> i64 {
        counts.iter().filter(|c| c.0 == topic && c.1 == state).map(|c| c.4).sum()
    };
    let open_at = |level: Level| -> i64 {
        let rank = level.rank();
        counts.iter().filter(|c| c.0 == "warning" && c.1 == "open" && c.2 == rank).map(|c| c.4).sum()
    };
    let (in_time, late) = (sum("event", "closed"), sum("event", "closed_late"));
    let reported_today = counts.iter().filter(|c| c.0 == "event" && c.1 == "reported" && c.3).map(|c| c.4);
    Ok(Ribbon {
        warnings: [Level::Blue, Level::Yellow, Level::Orange, Level::Red].map(open_at),
        events_open: sum("event", "open"),
        events_late: sum("event", "late"),
        events_today: reported_today.sum(),
        on_time: share(in_time, in_time + late),
        supervised: sum("assignment", "supervised"),
        reviews_open: sum("review", "open"),
        improvements_open: sum("improvement", "open"),
        improvements_late: sum("improvement", "late"),
    })
}

/// Per cent of a whole; none of nothing.
#[expect(clippy::cast_precision_loss, reason = "counts of cases lie far below 2^52")]
fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 * 100.0 / whole as f64)
}

#[derive(sqlx::FromRow)]
struct Below {
    tag: Tag,
    longitude: f64,
    latitude: f64,
    blue: i64,
    yellow: i64,
    orange: i64,
    red: i64,
    late: i64,
}

/// Centres directly below one, worst first.
///
/// # Errors
/// When the database fails.
pub async fn below(connection: &mut PgConnection, id: CentreId) -> sqlx::Result<Vec<ChildTile>> {
    let rows: Vec<Below> =
        sqlx::query_as(include_str!("../queries/tallies/below.sql")).bind(id.0).fetch_all(connection).await?;
    let tile = |row: Below| {
        let warnings = [row.blue, row.yellow, row.orange, row.red];
        let levels = [Level::Blue, Level::Yellow, Level::Orange, Level::Red];
        let worst = levels.into_iter().zip(warnings).filter(|(_, n)| *n > 0).map(|(level, _)| level).max();
        ChildTile {
            centre: row.tag.0,
            label: (row.longitude, row.latitude),
            warnings,
            late: row.late,
            level: worst,
            on_duty: None,
        }
    };
    Ok(rows.into_iter().map(tile).collect())
}
