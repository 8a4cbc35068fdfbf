//! Fills an empty database: the catalogues, and the demo city with its history. Each function is one statement over whole
//! documents, which PostgreSQL takes apart itself; run as the owner, in the order of `engine::seed`.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

/// Whether there is a city already.
///
/// # Errors
/// When the database fails.
pub async fn has_centres(connection: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar(include_str!("../queries/seed/has_centres.sql")).fetch_one(connection).await
}

/// Declares statements of the seed: what each fills, from which JSON documents, and as of when.
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident($($arg:ident: $kind:ty),*);)+) => {$(
        $(#[$meta])*
        ///
        /// # Errors
        /// When a document is not of the expected shape, refers to what is not there, or the database fails.
        pub async fn $name(connection: &mut PgConnection, $($arg: $kind),*) -> sqlx::Result<()> {
            sqlx::query(include_str!(concat!("../queries/seed/", stringify!($name), ".sql")))
                $(.bind($arg))*
                .execute(connection)
                .await?;
            Ok(())
        }
    )+};
}

statements! {
    /// Settings of the transaction that seeds.
    settings();
    /// Partitions for the history before `now`.
    partitions(now: DateTime<Utc>);
    /// Centres of one tier, under those of the tier above.
    centres(features: &str, names: &str, cells: &str, tier: &str);
    /// Lets the next centre's identity follow those given.
    centre_ids();
    /// Rivers.
    rivers(features: &str);
    /// Observed properties.
    quantities(rows: &str);
    /// Kinds of risk points.
    risk_kinds(rows: &str);
    /// Event categories and who must take them.
    responsibilities(rows: &str);
    /// The work calendar.
    work_days(spans: &str);
    /// Boards.
    boards(rows: &str);
    /// Lanes.
    lanes(rows: &str);
    /// Sub-lanes.
    sublanes(rows: &str);
    /// The lane that each event category belongs to.
    category_lanes(rows: &str);
    /// KPIs of the sub-lanes.
    kpis(sublanes: &str);
    /// Vital signs.
    indicators(rows: &str);
    /// The points at which some vital signs are read.
    indicator_points(indicators: &str);
    /// Threshold rules: those of one point, or the others.
    rules(rows: &str, of_points: bool);
    /// Plans with their steps: those of one point, or the others.
    plans(rows: &str, of_points: bool);
    /// People and their posts; `password_hash` for those who may sign in.
    people(document: &str, password_hash: &str, now: DateTime<Utc>);
    /// A gateway for each district.
    gateways(password_hash: &str);
    /// The passwords that `demo-accounts` prints.
    demo_accounts(people: &str, gateways: &str);
    /// Two gaps in the rosters around `now`, to look at.
    duty_gaps(now: DateTime<Utc>);
    /// Risk points.
    risk_points(rows: &str);
    /// Devices with their datastreams.
    devices(rows: &str);
    /// Pipelines.
    pipelines(features: &str);
    /// Six months of readings that lead to the situation.
    readings(quantities: &str, situation: &str, now: DateTime<Utc>);
    /// The latest value of each series.
    latest_readings();
    /// Six months of vital signs, and where each stands.
    indicator_values(indicators: &str, now: DateTime<Utc>);
    /// This year's KPI targets.
    kpi_targets(sublanes: &str, now: DateTime<Utc>);
    /// KPI reports, and where each KPI stands.
    kpi_reports(now: DateTime<Utc>);
    /// What is wrong now.
    open_warnings(situation: &str, now: DateTime<Utc>);
    /// What the machine remembers of it.
    watches();
    /// Warnings that came and went.
    past_warnings(now: DateTime<Utc>);
    /// Cases from people, grids, hotline and cameras.
    past_events(phrases: &str, now: DateTime<Utc>);
    /// Orders by plan on what warnings opened.
    plan_orders(situation: &str, now: DateTime<Utc>);
    /// Orders of the city to many at once.
    standing_orders(now: DateTime<Utc>);
    /// Parts that districts passed on to townships.
    passed_down(now: DateTime<Utc>);
    /// Marks orders under which nothing is owed.
    finished_orders();
    /// Lets recipients see the case they have a part in.
    event_shares();
    /// Requests that wait for the centre above.
    approvals(phrases: &str, now: DateTime<Utc>);
    /// What recipients reported.
    progress(phrases: &str);
    /// Reviews of the graver cases and what was promised.
    reviews(phrases: &str, now: DateTime<Utc>);
    /// Reviews whose improvements still run are open.
    reviews_running();
    /// What closed cases of the last 45 days count as in the rates.
    rates(now: DateTime<Utc>);
    /// Their sums.
    rate_sums();
    /// The log behind the timelines.
    audit(now: DateTime<Utc>);
    /// Tells the planner what is there now.
    analyze();
}

/// How much of everything there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Census(Vec<Count>);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
struct Count {
    what: String,
    n: i64,
    print: i64,
}

impl Census {
    /// How many there are; 0 of what is not counted.
    #[must_use]
    pub fn of(&self, what: &str) -> i64 {
        self.0.iter().find(|count| count.what == what).map_or(0, |count| count.n)
    }
}

/// Counts everything, and prints what must be alike in two seedings.
///
/// # Errors
/// When the database fails.
pub async fn census(connection: &mut PgConnection) -> sqlx::Result<Census> {
    let mut counts: Vec<Count> =
        sqlx::query_as(include_str!("../queries/seed/census.sql")).fetch_all(connection).await?;
    counts.sort();
    Ok(Census(counts))
}

/// The login of the gateway that speaks for a device.
///
/// # Errors
/// When the database fails.
pub async fn gateway_of(connection: &mut PgConnection, device: &str) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar(include_str!("../queries/seed/gateway_of.sql"))
        .bind(device)
        .fetch_optional(connection)
        .await
}

/// A reading that is due on an ordinary day.
#[derive(Debug, sqlx::FromRow)]
pub struct CalmReading {
    /// Device code.
    pub device: String,
    /// Observed property.
    pub quantity: String,
    /// Login of its gateway.
    pub gateway: String,
    /// Value, near the last one.
    pub value: f64,
}

/// What devices in use would report now, were it an ordinary day.
///
/// # Errors
/// When the database fails.
pub async fn calm_readings(
    connection: &mut PgConnection,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<CalmReading>> {
    sqlx::query_as(include_str!("../queries/seed/calm_readings.sql")).bind(now).fetch_all(connection).await
}
